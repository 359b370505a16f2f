import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Counts frames with a marker in them; prints `ready` first and the count at the end of its input. */
const program = `
import select, socket, sys
marker, names = sys.argv[1].encode(), sys.argv[2:]
sockets = []
for name in names:
    s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    s.bind((name, 0))
    sockets.append(s)
print("ready", flush=True)
seen = 0
while True:
    readable, _, _ = select.select(sockets + [sys.stdin], [], [])
    for s in readable:
        if s is sys.stdin:
            print(seen, flush=True)
            sys.exit()
        try:
            frame = s.recv(65535)
        except OSError:
            sockets.remove(s)  # its interface went down
            continue
        if marker in frame:
            seen += 1
`;

export interface Sniffer {
  /** Ends it and gives the number of frames that carried the marker. */
  count(): Promise<number>;
}

/** Listens on interfaces of the host for frames that contain `marker`. Needs python3, for which root can open raw sockets. */
export async function sniff(marker: string, interfaces: readonly string[]): Promise<Sniffer> {
  const child = spawn('python3', ['-c', program, marker, ...interfaces], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    async count() {
      // What was sent last may still be on its way.
      await new Promise((resolve) => setTimeout(resolve, 300));
      child.stdin.end();
      const [text] = (await once(child.stdout, 'data')) as [Buffer];
      return Number(text.toString());
    },
  };
}
