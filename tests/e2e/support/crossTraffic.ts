import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Whose packets come by where. A sender is known by a mark in what it sends (`lcprobe-3`, also in the names that it asks
 * for), by the port that its connections are for, or by the hardware address of its uplink, which no other one has.
 */
const program = `
import json, re, select, socket, struct, sys
plan = json.loads(sys.argv[1])
sockets = {}
for name, place in plan["interfaces"].items():
    s = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    s.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4 << 20)
    s.bind((name, 0))
    sockets[s] = place
mark = re.compile(rb"lcprobe-(\\d)", re.I)
seen = set()
print("ready", flush=True)

def look(frame, place):
    for found in mark.findall(frame):
        seen.add((place, int(found), "mark"))
    sender = plan["uplinks"].get(frame[6:12].hex(":"))
    if sender is not None:
        seen.add((place, sender, "uplink"))
    if frame[12:14] == b"\\x08\\x00" and len(frame) >= 38 and frame[23] in (6, 17):
        start = 14 + (frame[14] & 15) * 4
        port, = struct.unpack("!H", frame[start + 2:start + 4])
        number = port - plan["firstPort"]
        if 0 <= number < plan["senders"]:
            seen.add((place, number, "tcp" if frame[23] == 6 else "udp"))

while True:
    readable, _, _ = select.select(list(sockets) + [sys.stdin], [], [])
    for s in readable:
        if s is sys.stdin:
            print(json.dumps(sorted(seen)), flush=True)
            sys.exit()
        try:
            look(s.recv(65535), sockets[s])
        except OSError:
            del sockets[s]  # its interface went down
`;

/** That of `sender` something was seen at `place`, and by what it was known. */
export type Sighting = readonly [
  place: number,
  sender: number,
  by: 'mark' | 'uplink' | 'tcp' | 'udp',
];

/** Destination port of everything that sender 0 sends; the next one has the next. */
export const firstPort = 41_000;

interface Watch {
  /** Ends it. */
  sightings(): Promise<Sighting[]>;
}

/** Listens on interfaces of the host. `interfaces` says which place each belongs to, `uplinks` whose address is whose. */
export async function watchTraffic(plan: {
  readonly senders: number;
  readonly interfaces: Readonly<Record<string, number>>;
  readonly uplinks: Readonly<Record<string, number>>;
}): Promise<Watch> {
  const child = spawn('python3', ['-c', program, JSON.stringify({ ...plan, firstPort })], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const first = once(child.stdout, 'data');
  await Promise.race([
    first,
    once(child, 'exit').then(() => {
      throw new Error('Nobody listens: see what python3 said.');
    }),
  ]);
  return {
    async sightings() {
      // What was sent last may still be on its way.
      await new Promise((resolve) => setTimeout(resolve, 500));
      child.stdin.end();
      const [text] = (await once(child.stdout, 'data')) as [Buffer];
      return JSON.parse(text.toString()) as Sighting[];
    },
  };
}

/** For a machine with bash: to every address by TCP, UDP and ICMP, and a name asked of each. All at the same time. */
export function attackOfMachine(sender: number, addresses: readonly string[]): string {
  const port = String(firstPort + sender);
  const pattern = Buffer.from(`lcprobe-${String(sender)}`).toString('hex');
  return `for address in ${addresses.join(' ')}; do
  (timeout 1 bash -c "echo lcprobe-${String(sender)} >/dev/tcp/$address/${port}" 2>/dev/null && echo "reached $address") &
  (timeout 1 bash -c "echo lcprobe-${String(sender)} >/dev/udp/$address/${port}" 2>/dev/null) &
  (ping -b -c1 -W1 -p ${pattern} $address >/dev/null 2>&1 && echo "pinged $address") &
done
wait; true`;
}

/** The same from a gateway, which has busybox alone: its ICMP is known by its hardware address. */
export function attackOfGateway(sender: number, addresses: readonly string[]): string {
  const port = String(firstPort + sender);
  return `for address in ${addresses.join(' ')}; do
  (echo | busybox timeout 1 busybox nc -w1 $address ${port} 2>/dev/null && echo "reached $address") &
  (echo lcprobe-${String(sender)} | busybox timeout 1 busybox nc -u -w1 $address ${port} 2>/dev/null) &
  (busybox ping -c1 -W1 $address 2>/dev/null | busybox grep -q 'bytes from' && echo "pinged $address") &
done
wait; true`;
}
