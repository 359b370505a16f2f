import type { Invitations } from '@labcast/api-client';
import { Button, Group, Modal, ScrollArea, Stack, Text } from '@mantine/core';
import { CommandLine } from '../../components/CommandLine.tsx';
import { saveFile } from '../../components/saveFile.ts';
import { writeCsv } from '../admin/writeCsv.ts';
import { importText } from './importText.ts';
import { peopleText } from './peopleText.ts';

interface LinksDialogProps {
  /** Undefined while it is closed. */
  readonly links: Invitations | undefined;
  readonly onClose: () => void;
}

const shown = 20;

/** Links that were made now, to be copied: mail is not set up. */
export function LinksDialog({ links, onClose }: LinksDialogProps) {
  const { invitations = [], refused = [] } = links ?? {};
  const save = () =>
    saveFile(
      'invitations.csv',
      'text/csv',
      writeCsv([
        ['name', 'e-mail', 'login', 'link'],
        ...invitations.map(({ person, url }) => [
          person.name,
          person.email ?? '',
          person.login,
          url,
        ]),
      ]),
    );
  return (
    <Modal opened={links !== undefined} onClose={onClose} title={importText.invited} size="lg">
      <Stack gap="md">
        <Text size="sm">{importText.invitedHint}</Text>
        <ScrollArea.Autosize mah={320}>
          <Stack gap="sm">
            {invitations.slice(0, shown).map(({ person, url }) => (
              <div key={person.id}>
                <bdi>{person.name}</bdi>
                <CommandLine command={url} />
              </div>
            ))}
            {refused.map(({ person, reason }) => (
              <Text key={person} size="sm">
                <bdi>{person}</bdi>: {reason}
              </Text>
            ))}
          </Stack>
        </ScrollArea.Autosize>
        <Group justify="flex-end" gap="sm">
          {invitations.length > 1 && (
            <Button variant={invitations.length > shown ? 'filled' : 'default'} onClick={save}>
              {importText.saveLinks}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {peopleText.done}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
