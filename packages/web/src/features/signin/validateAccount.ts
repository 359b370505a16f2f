import { isLogin, normalizeLogin, personLimits } from '@labcast/domain';
import { signInText } from './signInText.ts';

export interface NewAccount {
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

export type AccountFaults = Partial<NewAccount>;

/** What is wrong with each field; empty when nothing is. The server has the last word. */
export function validateAccount(account: NewAccount): AccountFaults {
  const missing = personLimits.shortestPassword - Array.from(account.password).length;
  return {
    ...(account.name.trim() === '' && { name: signInText.needed }),
    ...(!isLogin(normalizeLogin(account.login)) && {
      login: account.login === '' ? signInText.needed : signInText.yourLoginHint,
    }),
    ...(missing > 0 && { password: signInText.tooShort(missing) }),
  };
}
