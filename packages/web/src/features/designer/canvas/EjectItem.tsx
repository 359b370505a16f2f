import { Menu } from '@mantine/core';
import { useState } from 'react';
import { callElement, elementPath } from '../../../api/consoles.ts';
import { describeError } from '../../../components/describeError.ts';
import { useDesign } from '../design/Design.ts';
import { designText } from '../designText.ts';
import { mayEject } from './mayEject.ts';

/** Takes the disc out of a machine that started from one. No state shows it, so the item itself says that it is done. */
export function EjectItem({ name }: { readonly name: string }) {
  const design = useDesign();
  const [isOut, setOut] = useState(false);
  if (!mayEject(name, design)) return null;
  const eject = () => {
    const path = `${elementPath({ ...design.address, element: name })}/eject`;
    callElement(path, { method: 'POST' }).then(
      () => setOut(true),
      (error: unknown) => {
        const { message, remedy } = describeError(error);
        design.notify([message, remedy].filter(Boolean).join(' '));
      },
    );
  };
  return (
    <Menu.Item closeMenuOnClick={isOut} onClick={isOut ? undefined : eject}>
      <span aria-live="polite">{isOut ? designText.card.ejected : designText.card.eject}</span>
    </Menu.Item>
  );
}
