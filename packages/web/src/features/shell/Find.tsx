import type { Person } from '@labcast/api-client';
import { Button, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { shellText } from './shellText.ts';

const FindDialog = lazy(() => import('./FindDialog.tsx'));

/** Goes anywhere by name. The dialog is loaded with its first use. */
export function Find({ person }: { readonly person: Person }) {
  const [uses, setUses] = useState(0);
  const open = () => setUses((count) => count + 1);
  useHotkeys([['mod+K', open]], []);
  return (
    <>
      <Button
        size="xs"
        variant="default"
        onClick={open}
        leftSection={<IconSearch aria-hidden size={16} stroke={1.5} />}
        rightSection={
          <Kbd size="xs" visibleFrom="md">
            Ctrl K
          </Kbd>
        }
      >
        {shellText.find}
      </Button>
      <Suspense>{uses > 0 && <FindDialog uses={uses} person={person} />}</Suspense>
    </>
  );
}
