import { api, unwrap } from '../../api/client.ts';
import { useCreation } from '../../api/useCreation.ts';
import { setupText } from './setupText.ts';

/** A course with one lab in it. After a failure it goes on in the course that is there already. */
export function useCreateSample() {
  return useCreation(createSample, [['courses'], ['assignments']]);
}

async function createSample() {
  const { courses } = await unwrap(api.GET('/api/v1/courses'));
  const found = courses.find(({ name }) => name === setupText.courseName);
  const course =
    found ??
    (await unwrap(api.POST('/api/v1/courses', { body: { name: setupText.courseName } }))).course;
  const { assignment } = await unwrap(
    api.POST('/api/v1/courses/{course}/assignments', {
      params: { path: { course: course.slug } },
      body: {
        name: setupText.labName,
        from: { kind: 'type', type: 'webserver', parameters: {} },
      },
    }),
  );
  return assignment;
}
