import '@mantine/spotlight/styles.css';
import type { Person } from '@labcast/api-client';
import { useMantineColorScheme } from '@mantine/core';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { coursesQuery } from '../../api/courses.ts';
import { environmentQuery } from '../../api/environments.ts';
import { listPlaces } from './listPlaces.ts';
import { shellText } from './shellText.ts';

const [store, spotlight] = createSpotlight();
const schemes = ['light', 'dark', 'auto'] as const;

interface FindDialogProps {
  /** Opens each time this grows. */
  readonly uses: number;
  readonly person: Person;
}

/** Pages, courses, assignments, the elements of the present one, and a few deeds. */
export default function FindDialog({ uses, person }: FindDialogProps) {
  const courses = useQuery(coursesQuery).data?.courses ?? [];
  const { assignment } = useParams({ strict: false });
  const dev = useQuery({
    ...environmentQuery({ assignment: assignment ?? '', environment: 'dev' }),
    enabled: assignment !== undefined,
  }).data;
  const { history } = useRouter();
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => spotlight.open(), [uses]);
  const places = listPlaces({
    person,
    courses,
    ...(assignment !== undefined && { here: { assignment, dev } }),
  });
  const actions = [
    ...places.map(({ id, label, description, address }) => ({
      id,
      label,
      description,
      onClick: () => history.push(address),
    })),
    ...schemes.map((scheme) => ({
      id: `theme ${scheme}`,
      label: shellText.themeTo(shellText.themes[scheme]),
      description: shellText.findKinds.action,
      onClick: () => setColorScheme(scheme),
    })),
  ];
  return (
    <Spotlight
      store={store}
      actions={actions}
      shortcut={null}
      limit={12}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      nothingFound={shellText.findNothing}
      searchProps={{
        'aria-label': shellText.find,
        placeholder: shellText.findPlaceholder,
        leftSection: <IconSearch aria-hidden size={20} stroke={1.5} />,
      }}
    />
  );
}
