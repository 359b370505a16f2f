import { Button } from '@mantine/core';
import { creatables, imageKinds, newElement, type Creatable } from '../create/newElement.ts';
import { designText } from '../designText.ts';
import { kindIcons } from '../kindIcons.ts';
import type { Panel } from '../panel/usePanel.ts';
import classes from './list.module.css';
import { listText } from './listText.ts';

/** The palette's five buttons in a row; what is made is selected. */
export function CreateBar({ panel }: { readonly panel: Panel }) {
  const { design, isLocked } = panel;
  const create = (kind: Creatable) => {
    const wanted = kind in imageKinds ? imageKinds[kind as keyof typeof imageKinds] : undefined;
    const image = design.images.find((each) => each.kind === wanted && each.ready);
    const { name, edits } = newElement(design.blueprint, { kind, image, near: design.selection });
    design.edit(edits, listText.step.create(name));
    design.select([name]);
  };
  return (
    <div className={classes.bar} role="group" aria-label={listText.create}>
      {creatables.map((kind) => {
        const KindIcon = kindIcons[kind];
        return (
          <Button
            key={kind}
            variant="default"
            size="sm"
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
