/** First byte of every frame of a terminal's socket; the server's `channels.ts` says what they carry. */
export const channels = { input: 0, output: 1, error: 2, control: 3 } as const;

export type ServerFrame =
  | { readonly kind: 'output'; readonly bytes: Uint8Array }
  | { readonly kind: 'exit'; readonly code: number }
  | { readonly kind: 'error'; readonly code: string; readonly message: string; remedy?: string }
  | { readonly kind: 'note'; readonly text: string }
  /** A newer server may send more than this page knows. */
  | { readonly kind: 'other' };

const encoder = new TextEncoder();

export function inputFrame(text: string): Uint8Array<ArrayBuffer> {
  const content = encoder.encode(text);
  const frame = new Uint8Array(content.length + 1);
  frame[0] = channels.input;
  frame.set(content, 1);
  return frame;
}

/** Of bytes that are no text, such as old mouse reports: each character is one byte. */
export function binaryFrame(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([channels.input, ...Array.from(text, (byte) => byte.charCodeAt(0) & 255)]);
}

export function resizeFrame(columns: number, rows: number): Uint8Array<ArrayBuffer> {
  const frame = inputFrame(JSON.stringify({ resize: [columns, rows] }));
  frame[0] = channels.control;
  return frame;
}

export function parseFrame(data: ArrayBuffer): ServerFrame {
  const bytes = new Uint8Array(data);
  const content = bytes.subarray(1);
  if (bytes[0] === channels.output || bytes[0] === channels.error)
    return { kind: 'output', bytes: content };
  if (bytes[0] !== channels.control) return { kind: 'other' };
  return parseControl(new TextDecoder().decode(content));
}

function parseControl(text: string): ServerFrame {
  const control = parseObject(text);
  if (typeof control.exit === 'number') return { kind: 'exit', code: control.exit };
  if (typeof control.note === 'string') return { kind: 'note', text: control.note };
  if (typeof control.error !== 'object' || control.error === null) return { kind: 'other' };
  const { code, message, remedy } = control.error as Record<string, unknown>;
  return {
    kind: 'error',
    code: typeof code === 'string' ? code : 'unknown',
    message: typeof message === 'string' ? message : 'The server could not open the terminal.',
    ...(typeof remedy === 'string' && { remedy }),
  };
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
