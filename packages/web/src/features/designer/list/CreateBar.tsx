import { Button } from '@mantine/core';
import { creatables } from '../create/newElement.ts';
import { useCreate } from '../create/useCreate.ts';
import { designText } from '../designText.ts';
import { kindIcons } from '../kindIcons.ts';
import classes from './list.module.css';
import { listText } from './listText.ts';

/** The palette's five buttons in a row, for screens that have no room for the palette. */
export function CreateBar({ isLocked }: { readonly isLocked: boolean }) {
  const create = useCreate();
  return (
    <div className={classes.bar} role="group" aria-label={listText.create}>
      {creatables.map((kind) => {
        const KindIcon = kindIcons[kind];
        return (
          <Button
            key={kind}
            variant="default"
            leftSection={<KindIcon aria-hidden size={16} stroke={1.5} />}
            disabled={isLocked}
            onClick={() => create(kind)}
          >
            {designText.create[kind].button}
          </Button>
        );
      })}
    </div>
  );
}
