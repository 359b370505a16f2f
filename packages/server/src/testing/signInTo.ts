import { randomBytes } from 'node:crypto';
import type { CourseRole, Scope } from '@labcast/domain';
import type { CourseId, Person } from '@labcast/store';
import { hashPassword } from '../access/passwords.ts';
import { csrfTokenOf, newSecret, sha256 } from '../access/secrets.ts';
import type { TestServer } from './startTestServer.ts';

type Headers = Record<string, string>;

/** What a browser of that person sends along, and a page of ours with it. */
export interface TestPerson {
  readonly person: Person;
  /** Of the session's cookie. */
  readonly sessionToken: string;
  readonly headers: Headers;
  /** A new API token's headers. */
  createToken(...scopes: Scope[]): Promise<Headers>;
}

export const testPassword = 'correct horse battery';
const passwordHash = await hashPassword(testPassword);

/** Somebody with a session, in the given courses. */
export async function signInTo(
  { store, baseUrl }: Pick<TestServer, 'store' | 'baseUrl'>,
  options: {
    isAdministrator?: boolean;
    courses?: readonly (readonly [CourseId, CourseRole])[];
  } = {},
): Promise<TestPerson> {
  const { isAdministrator = false, courses = [] } = options;
  const login = `person-${randomBytes(6).toString('hex')}`;
  const person = await store.createPerson({ login, name: 'Ada', passwordHash, isAdministrator });
  for (const [course, role] of courses) await store.setMember(course, person.id, role);
  const sessionToken = newSecret();
  const hash = sha256(sessionToken);
  await store.beginSession({ hash, personId: person.id, address: '127.0.0.1' });
  return {
    person,
    sessionToken,
    headers: {
      cookie: `labcast_session=${sessionToken}`,
      origin: baseUrl,
      'x-labcast-csrf': csrfTokenOf(sessionToken),
    },
    async createToken(...scopes) {
      const token = newSecret('lct_');
      await store.createToken(person.id, { name: 'test', hash: sha256(token), scopes });
      return { authorization: `Bearer ${token}` };
    },
  };
}
