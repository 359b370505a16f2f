import { elementSocket, type ElementAddress } from '../../../api/consoles.ts';
import { parseFrame } from '../terminal/frames.ts';

/** Runs a bash script in the desktop, as the person who sits at it. Resolves with what it wrote; rejects when it failed. */
export function runInDesktop(
  address: ElementAddress,
  script: string,
  args: readonly string[] = [],
): Promise<string> {
  const url = new URL(elementSocket(address, 'exec'));
  const { assignment, environment, element } = address;
  const parts = [assignment, environment].map(encodeURIComponent).join('/');
  url.pathname = `/api/v1/environments/${parts}/exec`;
  url.searchParams.set('element', element);
  const command = [
    'setpriv',
    '--reuid=student',
    '--regid=student',
    '--init-groups',
    'env',
    'DISPLAY=:0',
    'HOME=/home/student',
    'bash',
    '-c',
    script,
    'bash',
    ...args,
  ];
  for (const word of command) url.searchParams.append('command', word);
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  return new Promise((resolve, reject) => {
    let said = '';
    const decoder = new TextDecoder();
    socket.onmessage = ({ data }) => {
      const frame = parseFrame(data as ArrayBuffer);
      if (frame.kind === 'output') said += decoder.decode(frame.bytes, { stream: true });
      if (frame.kind === 'exit' && frame.code === 0) resolve(said);
      if (frame.kind === 'exit') reject(new Error(said.trim() || `It ended with ${frame.code}.`));
      if (frame.kind === 'error') reject(new Error(frame.message));
    };
    socket.onclose = () => reject(new Error('The connection was lost before the command ended.'));
  });
}
