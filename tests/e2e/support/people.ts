import { callApi } from './api.ts';
import type { Account } from './browser.ts';

/** Gives somebody who has an account a role in a course. */
export async function addToCourse(
  course: string,
  account: Account,
  role: 'student' | 'assistant' | 'instructor',
): Promise<void> {
  const { people } = await callApi<{ people: { id: string; login: string }[] }>('GET', '/people');
  const person = people.find(({ login }) => login === account.login);
  await callApi('PUT', `/courses/${course}/people/${person?.id ?? ''}`, { role });
}

/** The accounts of everybody in a course, and with them their places in it. */
export async function removePeople(course: string): Promise<void> {
  const { people } = await callApi<{
    people: { person: { id: string; isAdministrator: boolean } }[];
  }>('GET', `/courses/${course}/people`);
  for (const { person } of people) {
    if (!person.isAdministrator) await callApi('DELETE', `/people/${person.id}`);
  }
}
