export interface SignInSearch {
  /** The address first asked for. */
  readonly to?: string;
}

/** Leads back inside Labcast only: a link must not carry a person off to another site after signing in. */
export function parseSignInSearch(search: Record<string, unknown>): SignInSearch {
  const { to } = search;
  const isInside = typeof to === 'string' && /^\/(?![/\\])/.test(to);
  return isInside ? { to } : {};
}
