import { Button } from '@mantine/core';
import { useState } from 'react';
import { KeysDialog, type KeysSection } from './KeysDialog.tsx';
import { useKeysKey } from './useKeysKey.ts';

interface KeysButtonProps {
  readonly label: string;
  readonly title: string;
  readonly sections: readonly KeysSection[];
}

/** Shows the keys of a page, as `?` does. */
export function KeysButton({ label, title, sections }: KeysButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  useKeysKey(open);
  return (
    <>
      <Button size="compact-xs" variant="subtle" onClick={open}>
        {label}
      </Button>
      <KeysDialog
        title={title}
        sections={sections}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
