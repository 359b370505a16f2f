import type RFB from '@novnc/novnc';
import { useCallback, useEffect, useRef, useState } from 'react';
import { clipboardWay, type ClipboardWay } from './clipboardWay.ts';

export interface SharedClipboard {
  readonly way: ClipboardWay;
  /** Else text goes into the machine only. */
  readonly mayCopyOut: boolean;
  /** Copied last in the machine. */
  readonly from: string;
  /** Told by the machine. */
  readonly copied: (text: string) => void;
  /** Puts text into the machine's clipboard, also into that of its next connection. */
  readonly give: (text: string) => void;
  /** For each new connection: a machine forgets what a viewer gave it when that one goes, and tells no new one what it has. */
  readonly connected: (screen: RFB) => void;
  /** Gives the machine what was copied on this computer, if the browser lets us know. */
  readonly offer: () => void;
  /** Has the browser ask the person. */
  readonly askPermission: () => void;
}

interface UseClipboard {
  readonly screen: RFB | undefined;
  readonly mayCopyOut: boolean;
  /** What is in the machine's clipboard now; empty when it is no text. */
  readonly readMachine: () => Promise<string>;
}

/** Leads both clipboards to each other, as far as the browser allows. */
export function useClipboard({ screen, mayCopyOut, readMachine }: UseClipboard): SharedClipboard {
  const [from, setFrom] = useState('');
  /** To the machine, last. */
  const given = useRef<string>(undefined);
  const [permission, setPermission] = useState<PermissionState>();
  const last = useRef('');
  /** How often the machine told of something that was copied. */
  const told = useRef(0);
  useEffect(() => watchPermission(setPermission), []);
  const way = clipboardWay({
    isSecure: isSecureContext,
    canRead: 'clipboard' in navigator && 'readText' in navigator.clipboard,
    permission,
  });
  const copied = useCallback(
    (text: string) => {
      told.current += 1;
      setFrom(text);
      if (!mayCopyOut) return;
      last.current = text;
      // Refused while another window has the focus; the box still has it.
      if (way !== 'insecure') navigator.clipboard.writeText(text).catch(() => undefined);
    },
    [way, mayCopyOut],
  );
  const give = useCallback(
    (text: string) => {
      given.current = text;
      screen?.clipboardPasteFrom(text);
    },
    [screen],
  );
  const connected = (made: RFB) => {
    if (made.viewOnly) return;
    const before = told.current;
    const take = (text: string) => {
      // Of a copying meanwhile the machine itself told.
      if (told.current !== before) return;
      // Read first: giving would take the place of what was copied in there meanwhile.
      if (text === '' && given.current !== undefined) made.clipboardPasteFrom(given.current);
      // This computer's clipboard is left alone: what is in it may be newer.
      if (text !== '') setFrom(text);
    };
    readMachine().then(take, () => take(''));
  };
  const read = useCallback(() => {
    navigator.clipboard.readText().then(
      (text) => {
        if (text === '' || text === last.current) return;
        last.current = text;
        give(text);
      },
      () => undefined,
    );
  }, [give]);
  const offer = useCallback(() => {
    if (way === 'shared' && document.hasFocus()) read();
  }, [way, read]);
  return {
    ...{ way, mayCopyOut, copied, give, connected, offer },
    from: mayCopyOut ? from : '',
    askPermission: read,
  };
}

function watchPermission(tell: (state: PermissionState) => void): () => void {
  let status: PermissionStatus | undefined;
  const listen = () => {
    if (status) tell(status.state);
  };
  // Not every browser knows this permission by name, nor do the types.
  navigator.permissions.query({ name: 'clipboard-read' as PermissionName }).then(
    (found) => {
      status = found;
      listen();
      found.addEventListener('change', listen);
    },
    () => undefined,
  );
  return () => status?.removeEventListener('change', listen);
}
