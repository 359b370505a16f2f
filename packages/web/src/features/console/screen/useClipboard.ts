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
  /** Gives the machine what was copied on this computer, if the browser lets us know. */
  readonly offer: () => void;
  /** Has the browser ask the person. */
  readonly askPermission: () => void;
}

/** Leads both clipboards to each other, as far as the browser allows. */
export function useClipboard(screen: RFB | undefined, mayCopyOut: boolean): SharedClipboard {
  const [from, setFrom] = useState('');
  const [permission, setPermission] = useState<PermissionState>();
  const last = useRef('');
  useEffect(() => watchPermission(setPermission), []);
  const way = clipboardWay({
    isSecure: isSecureContext,
    canRead: 'clipboard' in navigator && 'readText' in navigator.clipboard,
    permission,
  });
  const copied = useCallback(
    (text: string) => {
      if (!mayCopyOut) return;
      last.current = text;
      setFrom(text);
      // Refused while another window has the focus; the box still has it.
      if (way !== 'insecure') navigator.clipboard.writeText(text).catch(() => undefined);
    },
    [way, mayCopyOut],
  );
  const read = useCallback(() => {
    navigator.clipboard.readText().then(
      (text) => {
        if (text === '' || text === last.current) return;
        last.current = text;
        screen?.clipboardPasteFrom(text);
      },
      () => undefined,
    );
  }, [screen]);
  const offer = useCallback(() => {
    if (way === 'shared' && document.hasFocus()) read();
  }, [way, read]);
  return { way, mayCopyOut, from: mayCopyOut ? from : '', copied, offer, askPermission: read };
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
