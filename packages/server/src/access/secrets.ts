import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, in letters that need no escape in an address, a cookie or a shell. */
export function newSecret(prefix = ''): string {
  return prefix + randomBytes(32).toString('base64url');
}

/** What the database knows of a secret: in hexadecimal. Enough without salt, because nobody can try 2^256. */
export function sha256(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Belongs to one session and cannot be had without its cookie, so nothing has to be stored. */
export function csrfTokenOf(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('labcast csrf').digest('base64url');
}

/** Takes as long for a near miss as for any other. */
export function isSameSecret(given: string, expected: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(expected)));
}
