import type { Lab } from '@labcast/api-client';
import { Button, Group, Text } from '@mantine/core';
import { IconVersions } from '@tabler/icons-react';
import { useTakeUpdate } from '../../../api/labs.ts';
import { ErrorPanel } from '../../../components/ErrorPanel.tsx';
import { labText } from '../labText.ts';
import { Notice } from './Notice.tsx';
import type { useDismissed } from './useDismissed.ts';

const text = labText.update;

interface UpdateOfferProps {
  readonly lab: Lab;
  readonly offer: NonNullable<Lab['update']>;
  readonly read: ReturnType<typeof useDismissed>;
}

/** A later release of the lab: what becomes of one's work, and the choice of the moment. */
export function UpdateOffer({ lab, offer, read }: UpdateOfferProps) {
  const take = useTakeUpdate(lab.environment);
  const { release, note } = offer;
  const id = `update ${release}`;
  if (read.isDismissed(id)) return null;
  return (
    <Notice
      icon={<IconVersions aria-hidden size={18} stroke={1.5} />}
      ways={
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            loading={take.isPending}
            onClick={() => take.mutate()}
          >
            {text.now}
          </Button>
          <Button size="xs" variant="subtle" onClick={() => read.dismiss(id)}>
            {text.later}
          </Button>
        </Group>
      }
    >
      <b>{text.title(release)}</b> <bdi>{note}</bdi>
      <Text size="sm">{describeOutcome(offer, lab)}</Text>
      {take.isError && <ErrorPanel error={take.error} title={text.failed} />}
    </Notice>
  );
}

/** Which elements stay and which are made anew; that a checkpoint is taken first holds for all of them. */
function describeOutcome(
  { elements }: UpdateOfferProps['offer'],
  { environment }: UpdateOfferProps['lab'],
): string {
  const guests = new Set(
    environment.status.elements.filter(({ kind }) => kind === 'vm').map(({ name }) => name),
  );
  const named = (...outcomes: string[]) =>
    elements.filter(({ outcome }) => outcomes.includes(outcome)).map(({ name }) => name);
  const kept = named('keep', 'script');
  const anew = named('replace', 'new');
  const replaced = named('replace-kept').filter((name) => !guests.has(name));
  const replacedGuests = named('replace-kept').filter((name) => guests.has(name));
  return [
    kept.length > 0 && text.kept(kept),
    anew.length > 0 && text.anew(anew),
    replaced.length > 0 && text.replaced(replaced),
    replacedGuests.length > 0 && text.replacedGuest(replacedGuests),
    text.checkpoint,
  ]
    .filter(Boolean)
    .join(' ');
}
