import { api } from './client.ts';

type Call = (path: string, init: object) => Promise<{ data?: never; response: Response }>;

/** For calls that the server's description does not have yet. */
export const untyped = api as unknown as Readonly<Record<'GET' | 'POST' | 'PUT' | 'DELETE', Call>>;
