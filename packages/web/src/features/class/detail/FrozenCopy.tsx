import type { EnvironmentView, StudentView } from '@labcast/api-client';
import { Anchor, Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useOpenFrozen } from '../../../api/class.ts';
import { environmentQuery } from '../../../api/environments.ts';
import { useLiveEnvironment } from '../../../api/events/useLiveEnvironment.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { StateBadge } from '../../../components/StateBadge.tsx';
import { detailText as text } from './detailText.ts';

interface FrozenCopyProps {
  readonly assignment: string;
  readonly student: StudentView;
}

/** The two ways to see what was frozen; the frozen lab itself stays as it is. */
export function FrozenCopy({ assignment, student }: FrozenCopyProps) {
  const { environment, release } = student;
  const open = useOpenFrozen(assignment, environment);
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {(['read', 'run'] as const).map((mode) => (
          <Button
            key={mode}
            size="xs"
            variant="default"
            loading={open.isPending && open.variables === mode}
            onClick={() => open.mutate(mode)}
          >
            {text.openFrozen[mode]}
          </Button>
        ))}
      </Group>
      {open.isError && <ErrorPanel error={open.error} title={text.failed} />}
      {open.data && <OpenedCopy opened={open.data} release={release} />}
    </Stack>
  );
}

const askAgainMs = 3_000;

interface OpenedCopyProps {
  readonly opened: EnvironmentView;
  readonly release: number | undefined;
}

/** Where the copy is looked at, and its files to take away, as soon as it runs. */
function OpenedCopy({ opened, release }: OpenedCopyProps) {
  const { assignment, environment } = opened;
  const path = { assignment, environment };
  useLiveEnvironment(path);
  const copy = useQuery({
    ...environmentQuery(path),
    initialData: opened,
    // Also asked for: whoever waits beside the board should not depend on one event.
    refetchInterval: ({ state }) => (mayBeLookedAt(state.data) ? false : askAgainMs),
  }).data;
  const containers = copy.status.elements.filter(({ kind }) => kind === 'container');
  return (
    <Group gap="sm">
      <b dir="auto">{environment}</b>
      <StateBadge state={copy.status.state} />
      {mayBeLookedAt(copy) && (
        <>
          <Anchor size="sm" component={Link} to={`/labs/${copy.id}?join=control`}>
            {text.lookAtCopy}
          </Anchor>
          {containers.map(({ name }) => (
            <Anchor
              key={name}
              size="sm"
              href={exportHref(path, name, release)}
              download
              title={text.exportHint}
            >
              {text.export(name)}
            </Anchor>
          ))}
        </>
      )}
    </Group>
  );
}

function mayBeLookedAt(copy: EnvironmentView | undefined): boolean {
  return copy?.status.state === 'ready' || copy?.status.state === 'attention';
}

function exportHref(
  { assignment, environment }: { assignment: string; environment: string },
  element: string,
  release: number | undefined,
): string {
  const parts = [assignment, environment, 'elements', element, 'export'].map(encodeURIComponent);
  const from = release === undefined ? '' : `?from=r${release}`;
  return `/api/v1/environments/${parts.join('/')}${from}`;
}
