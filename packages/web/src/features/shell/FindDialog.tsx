import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { coursesQuery } from '../../api/courses.ts';
import { shellText } from './shellText.ts';

const [store, spotlight] = createSpotlight();

/** Opens each time `uses` grows. */
export default function FindDialog({ uses }: { readonly uses: number }) {
  const courses = useQuery(coursesQuery).data?.courses ?? [];
  const navigate = useNavigate();
  useEffect(() => spotlight.open(), [uses]);
  const actions = [
    {
      id: 'home',
      label: shellText.courses,
      onClick: () => void navigate({ to: '/' }),
    },
    ...courses.flatMap((course) => [
      {
        id: course.slug,
        label: course.name,
        description: 'Course',
        onClick: () => void navigate({ to: '/courses/$course', params: { course: course.slug } }),
      },
      ...course.assignments.map(({ slug, name }) => ({
        id: slug,
        label: name,
        description: course.name,
        onClick: () => void navigate({ to: '/a/$assignment/design', params: { assignment: slug } }),
      })),
    ]),
  ];
  return (
    <Spotlight
      store={store}
      actions={actions}
      shortcut={null}
      limit={12}
      nothingFound={shellText.findNothing}
      searchProps={{
        'aria-label': shellText.find,
        placeholder: shellText.findPlaceholder,
        leftSection: <IconSearch aria-hidden size={20} stroke={1.5} />,
      }}
    />
  );
}
