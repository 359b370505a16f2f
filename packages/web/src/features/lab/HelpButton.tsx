import type { Lab } from '@labcast/api-client';
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { IconHandStop } from '@tabler/icons-react';
import { useState } from 'react';
import { useAskHelp } from '../../api/labs.ts';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { labText } from './labText.ts';

const icon = <IconHandStop aria-hidden size={16} stroke={1.5} />;

/** Raises one's hand; `HelpNotice` says that it is up. */
export function HelpButton({ lab }: { readonly lab: Lab }) {
  const [isOpen, setOpen] = useState(false);
  if (!lab.isOwn || lab.help) return null;
  return (
    <>
      <Button size="xs" variant="default" leftSection={icon} onClick={() => setOpen(true)}>
        {labText.help.ask}
      </Button>
      {isOpen && <HelpDialog lab={lab} onClose={() => setOpen(false)} />}
    </>
  );
}

function HelpDialog({ lab, onClose }: { readonly lab: Lab; readonly onClose: () => void }) {
  const [message, setMessage] = useState('');
  const ask = useAskHelp(lab.environment);
  const text = labText.help;
  return (
    <Modal opened onClose={onClose} title={text.title}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate(message.trim(), { onSuccess: onClose });
        }}
      >
        <Textarea
          data-autofocus
          label={text.label}
          description={text.hint}
          autosize
          minRows={3}
          maxLength={1000}
          value={message}
          onChange={({ currentTarget }) => setMessage(currentTarget.value)}
        />
        {ask.isError && <ErrorPanel error={ask.error} title={text.failed} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={ask.isPending}>
            {text.send}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
