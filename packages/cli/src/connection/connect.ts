import type { ApiClient } from '@labcast/api-client';
import { readSettings, serverUrl } from './settings.ts';

/**
 * A client for the server that the environment variables name. Loaded late: help and completion start without it.
 * Without a token it first looks whether there is a server at all: what was never started has no token either.
 */
export async function connect(): Promise<ApiClient> {
  const { ApiError, createApiClient } = await import('@labcast/api-client');
  try {
    return createApiClient(readSettings(process.env));
  } catch (noToken) {
    const url = serverUrl(process.env);
    await fetch(`${url}/healthz`).catch((cause: unknown) => {
      throw new ApiError('server-unreachable', `Nothing answers at ${url}.`, { cause });
    });
    throw noToken;
  }
}
