/** Limits and forms of what people type about themselves and their courses. */
export const personLimits = {
  login: 100,
  name: 200,
  email: 254,
  /** Long enough that guessing online is hopeless; no rules about digits, which make people write them down. */
  shortestPassword: 10,
  longestPassword: 500,
} as const;

/** One spelling for all that look the same, so that `Ada` and `ada` are one person. */
export function normalizeLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}

/** A login in any script, without spaces and invisible characters. */
export function isLogin(login: string): boolean {
  return login.length <= personLimits.login && /^[\p{L}\p{M}\p{N}._@+-]+$/u.test(login);
}

/** One line in any script that shows something: no control characters, no half characters. */
export function isDisplayName(name: string): boolean {
  return (
    name.isWellFormed() &&
    name.length <= personLimits.name &&
    /[\p{L}\p{N}\p{P}\p{S}]/u.test(name) &&
    !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name)
  );
}
