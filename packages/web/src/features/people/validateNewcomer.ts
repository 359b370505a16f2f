import { isDisplayName, isLogin, normalizeLogin, personLimits } from '@labcast/domain';
import { peopleText } from './peopleText.ts';

export interface Newcomer {
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly email: string;
}

export type NewcomerFaults = Partial<Record<keyof Newcomer, string>>;

/** What is wrong with each field, by the server's own rules; empty when nothing is. */
export function validateNewcomer(
  { name, login, password, email }: Newcomer,
  mayBeInvited = false,
): NewcomerFaults {
  const fault = (isWrong: boolean, isEmpty: boolean, text: string) =>
    isWrong ? (isEmpty ? peopleText.needed : text) : undefined;
  const faults = {
    name: fault(!isDisplayName(name.trim()), name.trim() === '', peopleText.nameHint),
    login: fault(!isLogin(normalizeLogin(login)), login.trim() === '', peopleText.loginHint),
    password: fault(
      password.length < personLimits.shortestPassword && !(mayBeInvited && password === ''),
      password === '',
      peopleText.passwordHint(personLimits.shortestPassword),
    ),
    email: email !== '' && !/^\S+@\S+\.\S+$/.test(email) ? 'This is no e-mail address.' : undefined,
  };
  return Object.fromEntries(Object.entries(faults).filter(([, text]) => text !== undefined));
}
