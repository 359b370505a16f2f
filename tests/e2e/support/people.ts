import { callApi } from './api.ts';

/** The accounts of everybody in a course, and with them their places in it. */
export async function removePeople(course: string): Promise<void> {
  const { people } = await callApi<{
    people: { person: { id: string; isAdministrator: boolean } }[];
  }>('GET', `/courses/${course}/people`);
  for (const { person } of people) {
    if (!person.isAdministrator) await callApi('DELETE', `/people/${person.id}`);
  }
}
