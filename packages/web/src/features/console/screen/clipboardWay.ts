/** How text gets from one clipboard to the other. */
export type ClipboardWay =
  /** Both follow each other by themselves. */
  | 'shared'
  /** The browser would ask the person, who has not been asked yet. */
  | 'askable'
  | 'denied'
  | 'insecure'
  /** The browser shares nothing without a press each time. */
  | 'unknown';

export interface BrowserClipboard {
  readonly isSecure: boolean;
  readonly canRead: boolean;
  /** Undefined where the browser does not tell. */
  readonly permission: 'granted' | 'prompt' | 'denied' | undefined;
}

export function clipboardWay({ isSecure, canRead, permission }: BrowserClipboard): ClipboardWay {
  if (!isSecure) return 'insecure';
  if (!canRead || permission === undefined) return 'unknown';
  if (permission === 'granted') return 'shared';
  return permission === 'prompt' ? 'askable' : 'denied';
}
