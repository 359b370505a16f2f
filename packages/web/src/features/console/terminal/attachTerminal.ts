import type { AttachedTerminal } from './TerminalPane.tsx';
import { binaryFrame, inputFrame, parseFrame, resizeFrame, type ServerFrame } from './frames.ts';

/** Connects a terminal with a socket until that is over. Returns the way to end it. */
export function attachTerminal(socket: WebSocket, attached: AttachedTerminal): () => void {
  const { terminal, line } = attached;
  let isFirst = true;
  const send = (frame: Uint8Array<ArrayBuffer>) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(frame);
  };
  socket.addEventListener('message', ({ data }) => {
    const frame = parseFrame(data as ArrayBuffer);
    if (frame.kind !== 'output') {
      end(frame, attached);
      return;
    }
    // The line may have been cut in the middle of a control sequence: the first character (CAN) ends it.
    if (isFirst && line.get().attempt > 1) terminal.write('\x18\x1b[0m');
    isFirst = false;
    line.opened();
    terminal.write(frame.bytes);
  });
  const stops = [
    terminal.onData((text) => send(inputFrame(text))),
    terminal.onBinary((text) => send(binaryFrame(text))),
    terminal.onResize(({ cols, rows }) => {
      if (socket.readyState === WebSocket.OPEN) socket.send(resizeFrame(cols, rows));
    }),
  ];
  socket.addEventListener('open', () => {
    socket.send(resizeFrame(terminal.cols, terminal.rows));
  });
  return () => {
    for (const stop of stops) stop.dispose();
  };
}

/** A signal that ended the command comes from outside: the machine stopped, not the person. */
const firstSignal = 128;

function end(frame: ServerFrame, { line, onNote }: AttachedTerminal): void {
  if (frame.kind === 'note') onNote(frame.text);
  if (frame.kind === 'exit')
    line.lose(frame.code >= firstSignal ? { kind: 'network' } : { kind: 'ended' });
  if (frame.kind === 'error') line.lose(describe(frame));
}

function describe({ code, message, remedy }: Extract<ServerFrame, { kind: 'error' }>) {
  if (code === 'element-not-running') return { kind: 'machine-stopped', reason: message } as const;
  return { kind: 'error', message, ...(remedy !== undefined && { remedy }) } as const;
}
