import { Button, Kbd, Text, UnstyledButton, type MantineStyleProps } from '@mantine/core';
import { IconLayoutGrid } from '@tabler/icons-react';
import { useRef, type PointerEvent } from 'react';
import { designText } from '../designText.ts';
import { useCanvasPort } from '../frame/CanvasPort.ts';
import { kindIcons } from '../kindIcons.ts';
import classes from './create.module.css';
import { ImageMenu } from './ImageMenu.tsx';
import { creatables, type Creatable } from './newElement.ts';
import { pressOnce } from './pressOnce.ts';
import { useCreate } from './useCreate.ts';

interface PaletteProps {
  readonly onScenario: () => void;
  readonly w?: MantineStyleProps['w'];
}

/** The five things that one can make, always in sight. */
export function Palette({ onScenario }: PaletteProps) {
  return (
    <nav className={classes.palette} aria-label={designText.createHeading}>
      <Text className={classes.heading} component="h2">
        {designText.createHeading}
      </Text>
      {creatables.map((kind, index) => (
        <PaletteButton key={kind} kind={kind} number={index + 1} />
      ))}
      <UnstyledButton className={classes.scenario} onClick={onScenario}>
        <IconLayoutGrid aria-hidden size={16} stroke={1.5} />
        {designText.scenario}
      </UnstyledButton>
    </nav>
  );
}

function PaletteButton({ kind, number }: { readonly kind: Creatable; readonly number: number }) {
  const create = useCreate();
  const drag = useDragToPlace(kind, create);
  const Icon = kindIcons[kind];
  return (
    <div className={classes.pair}>
      <Button
        variant="default"
        className={classes.button}
        justify="flex-start"
        leftSection={<Icon aria-hidden size={20} stroke={1.5} />}
        rightSection={<Kbd aria-hidden>{number}</Kbd>}
        aria-keyshortcuts={String(number)}
        {...drag}
        onClick={pressOnce(() => create(kind))}
      >
        {designText.create[kind].button}
      </Button>
      <ImageMenu kind={kind} onChoose={(image) => create(kind, image)} />
    </div>
  );
}

const dragFromPixels = 8;

/** Dragging a button onto the canvas chooses the place; the ghost of a card goes along. */
export function useDragToPlace(kind: Creatable, create: ReturnType<typeof useCreate>) {
  const port = useCanvasPort();
  const ghost = useRef<HTMLElement>(undefined);
  return {
    onPointerDown: (down: PointerEvent<HTMLElement>) => {
      if (down.button !== 0 || down.pointerType === 'touch') return;
      const button = down.currentTarget;
      const move = (event: globalThis.PointerEvent) => {
        const far = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY);
        if (!ghost.current && far < dragFromPixels) return;
        ghost.current ??= makeGhost(designText.create[kind].ready);
        ghost.current.style.translate = `${event.clientX - 120}px ${event.clientY - 20}px`;
      };
      const up = (event: globalThis.PointerEvent) => {
        globalThis.removeEventListener('pointermove', move);
        if (!ghost.current) return;
        ghost.current.remove();
        ghost.current = undefined;
        // The press that ends the drag is not a press of the button.
        button.addEventListener('click', swallow, { capture: true, once: true });
        setTimeout(() => button.removeEventListener('click', swallow, { capture: true }), 0);
        const place = port.current?.toCanvas({ x: event.clientX, y: event.clientY });
        if (place) create(kind, undefined, place);
      };
      globalThis.addEventListener('pointermove', move);
      globalThis.addEventListener('pointerup', up, { once: true });
    },
  };
}

function swallow(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

function makeGhost(word: string): HTMLElement {
  const ghost = document.createElement('div');
  ghost.className = classes.ghost ?? '';
  ghost.textContent = word;
  document.body.append(ghost);
  return ghost;
}
