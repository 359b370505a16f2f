import type { Release } from '@labcast/api-client';
import { printSize } from '@labcast/domain';
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Moment } from '../../../components/Moment.tsx';
import { pipelineText } from '../pipelineText.ts';
import { ChangeList } from '../sides/ChangeList.tsx';
import { GoBackDialog } from './GoBackDialog.tsx';

const text = pipelineText.releases;

interface ReleaseDetailProps {
  readonly assignment: string;
  readonly release: Release;
  readonly mayChange: boolean;
}

/** One release: where it came from, what changed, who has it, and the ways on. */
export function ReleaseDetail({ assignment, release, mayChange }: ReleaseDetailProps) {
  const { number, checkpoint, run, createdBy, createdAt, note, sizeBytes, students } = release;
  const [isGoingBack, setGoingBack] = useState(false);
  return (
    <Stack gap="lg">
      <Text>
        {text.ofCheckpoint(checkpoint)},{' '}
        <Anchor component={Link} to={`/a/${assignment}/pipeline?run=${run}`}>
          {text.run(run)}
        </Anchor>
        , {text.by(createdBy)}, <Moment at={createdAt} />
        {sizeBytes !== undefined && `, ${printSize(sizeBytes)}`}
      </Text>
      {note !== '' && <Text dir="auto">{note}</Text>}
      <Text>{students === 0 ? text.nobody : text.students(students)}.</Text>
      <section>
        <Title order={2}>{text.changes}</Title>
        {release.changes.length === 0 ? (
          <Text size="sm">{number === 1 ? text.first : text.noChanges}</Text>
        ) : (
          <ChangeList changes={release.changes} isWhole />
        )}
      </section>
      <Group gap="md">
        {number > 1 && (
          <Anchor
            component={Link}
            to={`/a/${assignment}/compare?from=r${number - 1}&to=r${number}`}
          >
            {text.compareBefore(number - 1)}
          </Anchor>
        )}
        <Anchor component={Link} to={`/a/${assignment}/compare?from=r${number}&to=dev`}>
          {text.compareDev}
        </Anchor>
        <Anchor component={Link} to={`/a/${assignment}/class`}>
          {text.deploy}
        </Anchor>
        {mayChange && (
          <Button size="xs" variant="default" onClick={() => setGoingBack(true)}>
            {pipelineText.goBack(number)}
          </Button>
        )}
      </Group>
      <GoBackDialog
        assignment={assignment}
        release={number}
        isOpen={isGoingBack}
        onClose={() => setGoingBack(false)}
      />
    </Stack>
  );
}
