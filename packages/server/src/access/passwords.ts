import { hash, verify } from '@node-rs/argon2';

/** The library's defaults are Argon2id with OWASP's smallest advice: 19 MiB, 2 passes; 30 ms on a common server. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'));
}

/** What is compared when nobody has the login, so that the answer takes as long. */
const nobodysHash = await hashPassword('nobody has this password');

/** Without a hash it takes as long and says no. */
export async function isPassword(password: string, passwordHash?: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? nobodysHash, password.normalize('NFKC'));
  return isRight && passwordHash !== undefined;
}
