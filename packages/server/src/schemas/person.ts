import {
  courseRoles,
  isDisplayName,
  isLogin,
  normalizeLogin,
  personLimits,
  scopes,
} from '@labcast/domain';
import type { ApiToken, Person } from '@labcast/store';
import { z } from 'zod';

const moment = z.iso.datetime();

export const role = z.enum(courseRoles);
export const scope = z.enum(scopes);

/** Any text; what is not a login is nobody's. */
export const givenLogin = z.string().max(personLimits.name);
export const newLogin = z
  .string()
  .transform(normalizeLogin)
  .refine(
    isLogin,
    `A login has up to ${personLimits.login} letters and digits, with . _ @ + - between them, and no spaces.`,
  );
export const displayName = z
  .string()
  .transform((name) => name.normalize('NFC').trim())
  .refine(isDisplayName, `A name is one line of up to ${personLimits.name} characters.`);
export const email = z.email('This is no e-mail address.').max(personLimits.email);
export const givenPassword = z.string().max(personLimits.longestPassword);
export const newPassword = z
  .string()
  .min(
    personLimits.shortestPassword,
    `A password has at least ${personLimits.shortestPassword} characters.`,
  )
  .max(personLimits.longestPassword, 'The password is too long.');

export const personView = z
  .object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    email: z.string().optional(),
    isAdministrator: z.boolean(),
    isInvited: z.boolean().describe('Has no password yet, and so cannot sign in.'),
    createdAt: moment,
    seenAt: moment.optional().describe('When a session was last used, to the minute.'),
  })
  .meta({ id: 'Person' });

export const personParameters = z.object({ person: z.string().min(1).max(100) });

export function toPersonView(person: Person): z.output<typeof personView> {
  const { id, login, name, email: mail, isAdministrator, isInvited, createdAt, seenAt } = person;
  return {
    id,
    login,
    name,
    ...(mail !== undefined && { email: mail }),
    isAdministrator,
    isInvited,
    createdAt: createdAt.toISOString(),
    ...(seenAt && { seenAt: seenAt.toISOString() }),
  };
}

export const tokenView = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(scope),
    createdAt: moment,
    expiresAt: moment.optional(),
    lastUsedAt: moment.optional().describe('To the minute.'),
  })
  .meta({ id: 'ApiToken' });

export function toTokenView(token: ApiToken): z.output<typeof tokenView> {
  const { id, name, scopes: held, createdAt, expiresAt, lastUsedAt } = token;
  return {
    id,
    name,
    scopes: [...held],
    createdAt: createdAt.toISOString(),
    ...(expiresAt && { expiresAt: expiresAt.toISOString() }),
    ...(lastUsedAt && { lastUsedAt: lastUsedAt.toISOString() }),
  };
}
