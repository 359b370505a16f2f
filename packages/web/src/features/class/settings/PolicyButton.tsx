import type { ClassPolicy } from '@labcast/api-client';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { PolicyDialog } from './PolicyDialog.tsx';
import { settingsText as text } from './settingsText.ts';

interface PolicyButtonProps {
  readonly assignment: string;
  readonly policy: ClassPolicy;
}

/** Opens deadline, idle stop and exam. */
export function PolicyButton(props: PolicyButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setOpen(true)}>
        {text.open}
      </Button>
      <PolicyDialog {...props} isOpen={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}
