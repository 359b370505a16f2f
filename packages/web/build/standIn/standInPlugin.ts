import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { addCourse, courseCalls, type CallLabs } from './courses.ts';
import { peopleCalls } from './people.ts';
import { answer, refuse, type Memory } from './standIn.ts';

const server = process.env.LABCAST_DEV_SERVER ?? 'http://127.0.0.1:8080';
const tokenFile = process.env.LABCAST_DEV_TOKEN_FILE ?? '/var/lib/labcast/admin-token';

/**
 * Answers the calls for people and courses from memory, so that pages can be worked on without an account anywhere.
 * `LABCAST_DEV_STAND_IN` says how it begins: `setup`, `out` or `in` (signed in, with the course of `LABCAST_DEV_ASSIGNMENT`).
 */
export function standInPlugin(): Plugin {
  const start = process.env.LABCAST_DEV_STAND_IN;
  const memory: Memory = {
    isSetUp: start !== 'setup',
    isSignedIn: start === 'in',
    tries: 0,
    courses: [],
  };
  const assignment = process.env.LABCAST_DEV_ASSIGNMENT;
  if (assignment !== undefined)
    addCourse(memory, 'Networks 2').assignments.push({ slug: assignment, name: 'Firewall basics' });
  const calls = { ...peopleCalls(memory), ...courseCalls(memory, callLabs) };
  return {
    name: 'labcast-people-stand-in',
    configureServer({ middlewares }) {
      middlewares.use((request, response, next) => {
        answer(calls, request, response).then((isAnswered) => {
          if (!isAnswered) next();
        }, next);
      });
    },
  };
}

const callLabs: CallLabs = async (path, body) => {
  const response = await fetch(`${server}/api/v1${path}`, {
    headers: {
      authorization: `Bearer ${readFileSync(tokenFile, 'utf8').trim()}`,
      'content-type': 'application/json',
    },
    ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
  });
  const answered = (await response.json()) as { error?: { code: string; message: string } };
  if (answered.error) refuse(response.status, answered.error.code, answered.error.message);
  return answered;
};
