import type { AttachedTerminal } from '../terminal/TerminalPane.tsx';

const encoder = new TextEncoder();

/** A serial line is bytes and nothing else; the server first sends the end of what was written before. */
export function attachSerial(socket: WebSocket, { terminal, line }: AttachedTerminal): () => void {
  let isFirst = true;
  const send = (bytes: Uint8Array<ArrayBuffer>) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
  };
  socket.addEventListener('message', ({ data }) => {
    // The same lines come again.
    if (isFirst) terminal.reset();
    isFirst = false;
    line.opened();
    terminal.write(new Uint8Array(data as ArrayBuffer));
  });
  const stops = [
    terminal.onData((text) => send(encoder.encode(text))),
    terminal.onBinary((text) => send(Uint8Array.from(text, (byte) => byte.charCodeAt(0) & 255))),
  ];
  return () => {
    for (const stop of stops) stop.dispose();
  };
}
