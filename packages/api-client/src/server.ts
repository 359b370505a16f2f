/** Which server, and as whom. */
export interface Server {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  readonly token: string;
}

/** The way to an environment, such as `web/dev`, with its parts escaped. */
export function environmentPath(environment: string): string {
  return `/api/v1/environments/${environment.split('/').map(encodeURIComponent).join('/')}`;
}
