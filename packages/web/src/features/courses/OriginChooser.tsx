import { Radio, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { typesQuery } from '../../api/catalogue.ts';
import type { AssignmentOrigin, Course } from '@labcast/api-client';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { courseText } from './courseText.ts';

interface OriginChooserProps {
  readonly course: Course;
  readonly origin: AssignmentOrigin;
  readonly onChange: (origin: AssignmentOrigin) => void;
}

/** What a new assignment begins with. */
export function OriginChooser({ course, origin, onChange }: OriginChooserProps) {
  const types = useQuery(typesQuery);
  const offered = types.data?.types ?? [];
  const firstOf: Record<string, AssignmentOrigin | undefined> = {
    blank: { kind: 'blank' },
    type: offered[0] && { kind: 'type', type: offered[0].name, parameters: {} },
    assignment: course.assignments[0] && { kind: 'assignment', slug: course.assignments[0].slug },
  };
  const kinds = (['blank', 'type', 'assignment'] as const).filter((kind) => firstOf[kind]);
  return (
    <>
      <Radio.Group
        label={courseText.from}
        value={origin.kind}
        onChange={(kind) => onChange(firstOf[kind] ?? { kind: 'blank' })}
      >
        <Stack gap="sm" mt="sm">
          {kinds.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={courseText.origins[kind].label}
              description={courseText.origins[kind].hint}
            />
          ))}
        </Stack>
      </Radio.Group>
      {types.isError && (
        <ErrorPanel
          error={types.error}
          title={courseText.typesUnread}
          onRetry={() => void types.refetch()}
        />
      )}
      {origin.kind === 'type' && (
        <Select
          label={courseText.type}
          data={offered.map(({ name, summary }) => ({ value: name, label: summary }))}
          value={origin.type}
          allowDeselect={false}
          onChange={(type) => type !== null && onChange({ kind: 'type', type, parameters: {} })}
        />
      )}
      {origin.kind === 'assignment' && (
        <Select
          label={courseText.assignment}
          data={course.assignments.map(({ slug, name }) => ({ value: slug, label: name }))}
          value={origin.slug}
          allowDeselect={false}
          onChange={(slug) => slug !== null && onChange({ kind: 'assignment', slug })}
        />
      )}
    </>
  );
}
