import { useEffect, useRef, useState, type RefObject } from 'react';
import { copyText } from './copyText.ts';
import { createTerminal, type LabTerminal, type TerminalLook } from './createTerminal.ts';

interface UseTerminal {
  readonly host: RefObject<HTMLDivElement | null>;
  readonly look: TerminalLook;
  readonly columns?: number | undefined;
  /** Whether what is selected may leave the page. */
  readonly mayCopyOut: boolean;
  readonly onFind: () => void;
  /** Text that shall go in, whichever way it was pasted. */
  readonly onPaste: (text: string) => void;
}

/** A terminal for as long as the component is there, as large as its place. */
export function useTerminal(options: UseTerminal): LabTerminal | undefined {
  const [lab, setLab] = useState<LabTerminal>();
  const latest = useRef(options);
  latest.current = options;
  const { host, look } = options;
  useEffect(() => {
    const place = host.current;
    if (!place) return;
    const made = createTerminal(place, {
      look: latest.current.look,
      columns: latest.current.columns,
      onDeed: (deed) => {
        if (deed === 'find') latest.current.onFind();
        if (deed === 'copy') copyOut();
      },
    });
    setLab(made);
    const copyOut = () => {
      if (latest.current.mayCopyOut) void copyText(made.terminal.getSelection());
    };
    // The terminal's own copying, by the browser's menu.
    const onCopy = (event: ClipboardEvent) => {
      if (latest.current.mayCopyOut) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onPaste = (event: ClipboardEvent) => {
      event.preventDefault();
      event.stopPropagation();
      latest.current.onPaste(event.clipboardData?.getData('text/plain') ?? '');
    };
    const onSelected = () => {
      if (made.terminal.hasSelection()) copyOut();
    };
    place.addEventListener('copy', onCopy, true);
    place.addEventListener('paste', onPaste, true);
    place.addEventListener('mouseup', onSelected);
    const sizes = new ResizeObserver(() => made.fit());
    sizes.observe(place);
    // Letters are measured before their font is there.
    void document.fonts.load("14px 'IBM Plex Mono'").then(() => made.show(latest.current.look));
    return () => {
      sizes.disconnect();
      place.removeEventListener('copy', onCopy, true);
      place.removeEventListener('paste', onPaste, true);
      place.removeEventListener('mouseup', onSelected);
      made.dispose();
    };
  }, [host]);
  useEffect(() => lab?.show(look), [lab, look]);
  return lab;
}
