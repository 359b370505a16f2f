import type {
  ApiToken,
  Audit,
  MadeApiToken,
  NewApiToken,
  NewPerson,
  Person,
  PersonChange,
  Session,
} from '../views.ts';
import type { FetchClient } from './unwrap.ts';
import { unwrap, unwrapNothing } from './unwrap.ts';

/** Accounts, and what people did. A person is named by login or id. */
export interface PeopleCalls {
  session(): Promise<Session>;
  people(): Promise<{ people: Person[] }>;
  createPerson(person: NewPerson): Promise<{ person: Person }>;
  changePerson(person: string, change: PersonChange): Promise<{ person: Person }>;
  removePerson(person: string): Promise<void>;
  tokens(): Promise<{ tokens: ApiToken[] }>;
  createToken(token: NewApiToken): Promise<MadeApiToken>;
  removeToken(id: string): Promise<void>;
  /** Newest first, at most 200. */
  audit(filter?: AuditFilter): Promise<Audit>;
}

interface AuditFilter {
  readonly before?: string;
  readonly actor?: string;
  readonly what?: string;
}

export function createPeopleCalls({ GET, POST, PATCH, DELETE }: FetchClient): PeopleCalls {
  const one = '/api/v1/people/{person}';
  return {
    session: async () => unwrap(await GET('/api/v1/session')),
    people: async () => unwrap(await GET('/api/v1/people')),
    createPerson: async (body) => unwrap(await POST('/api/v1/people', { body })),
    changePerson: async (person, body) =>
      unwrap(await PATCH(one, { params: { path: { person } }, body })),
    removePerson: async (person) =>
      unwrapNothing(await DELETE(one, { params: { path: { person } } })),
    tokens: async () => unwrap(await GET('/api/v1/tokens')),
    createToken: async (body) => unwrap(await POST('/api/v1/tokens', { body })),
    removeToken: async (id) =>
      unwrapNothing(await DELETE('/api/v1/tokens/{id}', { params: { path: { id } } })),
    audit: async (query = {}) => unwrap(await GET('/api/v1/audit', { params: { query } })),
  };
}
