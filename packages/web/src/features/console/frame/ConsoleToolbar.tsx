import { Toolbar } from '@mantine/core';
import { useEffect, useRef, type ReactNode, type RefObject } from 'react';
import classes from '../console.module.css';
import { consoleText } from '../consoleText.ts';

interface ConsoleToolbarProps {
  readonly name: string;
  /** Puts the focus back into the machine. */
  readonly onEnter: () => void;
  readonly children: ReactNode;
  readonly toolbarRef: RefObject<HTMLDivElement | null>;
}

/** What can be done with a console. Escape leads back into it. */
export function ConsoleToolbar({ name, onEnter, children, toolbarRef }: ConsoleToolbarProps) {
  const enter = useRef(onEnter);
  enter.current = onEnter;
  useEffect(() => {
    const toolbar = toolbarRef.current;
    if (!toolbar) return;
    const onKey = (event: KeyboardEvent) => {
      const isOpenMenu = document.querySelector('[role="menu"]') !== null;
      if (event.key !== 'Escape' || isOpenMenu) return;
      event.preventDefault();
      enter.current();
    };
    toolbar.addEventListener('keydown', onKey);
    return () => toolbar.removeEventListener('keydown', onKey);
  }, [toolbarRef]);
  return (
    <Toolbar
      ref={toolbarRef}
      className={classes.toolbar}
      aria-label={consoleText.toolbar(name)}
      withBorder={false}
      size="xs"
    >
      <span className={classes.name} data-console-name dir="auto" title={name}>
        {name}
      </span>
      {children}
    </Toolbar>
  );
}

export function focusToolbar(toolbar: HTMLElement | null): void {
  toolbar?.querySelector<HTMLElement>('button:not([disabled])')?.focus();
}
