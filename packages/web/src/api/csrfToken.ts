/** What proves that a call comes from this page: told with the session, sent with every call that changes something. */
let present: string | null = null;

export function setCsrfToken(token: string | null): void {
  present = token;
}

export function csrfHeaders(): Record<string, string> {
  return present === null ? {} : { 'x-labcast-csrf': present };
}
