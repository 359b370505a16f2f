import { useEffect, useRef, useState, type ReactNode } from 'react';
import classes from '../console.module.css';
import { consoleText } from '../consoleText.ts';
import { leavesBy, nextChord, noChord } from './leaveChord.ts';

interface ConsoleFrameProps {
  readonly label: string;
  /** Puts the focus into the machine. */
  readonly onEnter: () => void;
  /** Lets held keys go; the focus is led out afterwards. */
  readonly onLeave: () => void;
  readonly isDimmed: boolean;
  /** Between toolbar and console: who watches. */
  readonly status?: ReactNode;
  /** Over the console. */
  readonly overlay?: ReactNode;
  readonly children: ReactNode;
}

/**
 * The border between page and machine: one stop of the Tab key. Enter leads in, Ctrl+Alt+Shift leads out; inside, no key
 * reaches the page.
 */
export function ConsoleFrame(props: ConsoleFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const machine = useRef<HTMLDivElement>(null);
  const [isInside, setInside] = useState(false);
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    if (!frame.current || !machine.current) return;
    return guardKeys(frame.current, machine.current, {
      enter: () => latest.current.onEnter(),
      leave: () => latest.current.onLeave(),
      tell: setInside,
    });
  }, []);
  return (
    <>
      <div className={classes.status}>
        <div className={classes.viewers}>{props.status}</div>
        <span className={classes.way} data-inside={isInside}>
          {isInside ? consoleText.leave : consoleText.enter}
          {isInside && <span className={classes.wayOn}>{consoleText.leaveOn}</span>}
        </span>
      </div>
      <div
        ref={frame}
        className={classes.frame}
        tabIndex={0}
        role="group"
        aria-label={`${props.label}. ${isInside ? consoleText.leave : consoleText.enter}`}
        data-inside={isInside}
      >
        <div ref={machine} className={classes.machine} data-dimmed={props.isDimmed}>
          {props.children}
        </div>
        {props.overlay}
      </div>
    </>
  );
}

interface Border {
  readonly enter: () => void;
  readonly leave: () => void;
  readonly tell: (isInside: boolean) => void;
}

/** Listeners of the document itself, because React hears keys only after they have passed the whole page. */
function guardKeys(frame: HTMLElement, machine: HTMLElement, border: Border): () => void {
  let chord = noChord;
  const onChord = (event: KeyboardEvent) => {
    const { type } = event;
    if (type !== 'keydown' && type !== 'keyup') return;
    const key = { type, key: event.key } as const;
    const isLeaving = leavesBy(chord, key);
    chord = nextChord(chord, key);
    // The release itself still goes in, or the machine would take the key for held.
    if (isLeaving) setTimeout(border.leave);
  };
  const onFrameKey = (event: KeyboardEvent) => {
    if (event.target !== frame || event.key !== 'Enter') return;
    event.preventDefault();
    border.enter();
  };
  const keepInside = (event: Event) => event.stopPropagation();
  const onFocus = () => border.tell(machine.contains(document.activeElement));
  const onBlur = (event: FocusEvent) => {
    chord = noChord;
    border.tell(event.relatedTarget instanceof Node && machine.contains(event.relatedTarget));
  };
  const keys = ['keydown', 'keyup', 'keypress'] as const;
  for (const type of keys) {
    machine.addEventListener(type, onChord, true);
    machine.addEventListener(type, keepInside);
  }
  frame.addEventListener('keydown', onFrameKey);
  machine.addEventListener('focusin', onFocus);
  machine.addEventListener('focusout', onBlur);
  return () => {
    for (const type of keys) {
      machine.removeEventListener(type, onChord, true);
      machine.removeEventListener(type, keepInside);
    }
    frame.removeEventListener('keydown', onFrameKey);
    machine.removeEventListener('focusin', onFocus);
    machine.removeEventListener('focusout', onBlur);
  };
}
