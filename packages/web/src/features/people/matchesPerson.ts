import type { Person } from '@labcast/api-client';

/** Whether each word of the filter stands in the name, the login or the e-mail. */
export function matchesPerson(
  { name, login, email = '' }: Pick<Person, 'name' | 'login' | 'email'>,
  filter: string,
  more = '',
): boolean {
  const text = `${name} ${login} ${email} ${more}`.toLocaleLowerCase();
  return filter
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
