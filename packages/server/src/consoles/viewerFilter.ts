/** Client messages of RFB (RFC 6143 and the community's "The RFB Protocol") by their first byte. */
const message = {
  setPixelFormat: 0,
  setEncodings: 2,
  updateRequest: 3,
  key: 4,
  pointer: 5,
  cutText: 6,
  continuousUpdates: 150,
  fence: 248,
  xvp: 250,
  setDesktopSize: 251,
  gii: 253,
  qemu: 255,
} as const;

/** ProtocolVersion, the chosen security type, ClientInit. */
type GreetingPart = 'version' | 'security' | 'init';
const versionLength = 12;
const noSecurity = 1;

/**
 * Encodings that would change what client messages look like or give the viewer something to say: extended pointer
 * buttons, QEMU's keys, XVP (power), extended clipboard, GII.
 */
const refusedEncodings = new Set([-316, -258, -309, -1063131698 /* 0xC0A1E5CE */, -305]);

type Verdict = 'pass' | 'drop';

/** How long the message is that begins here, as far as it is known; `undefined` while more bytes are needed for that. */
function measure(bytes: Buffer): { length: number; verdict: Verdict } | undefined {
  switch (bytes[0]) {
    case message.setPixelFormat:
      return { length: 20, verdict: 'pass' };
    case message.setEncodings:
      return bytes.length < 4
        ? undefined
        : { length: 4 + 4 * bytes.readUInt16BE(2), verdict: 'pass' };
    case message.updateRequest:
    case message.continuousUpdates:
      return { length: 10, verdict: 'pass' };
    case message.fence:
      return bytes.length < 9 ? undefined : { length: 9 + bytes.readUInt8(8), verdict: 'pass' };
    case message.key:
      return { length: 8, verdict: 'drop' };
    case message.pointer:
      return { length: 6, verdict: 'drop' };
    case message.cutText:
      // Negative in the extended clipboard.
      return bytes.length < 8
        ? undefined
        : { length: 8 + Math.abs(bytes.readInt32BE(4)), verdict: 'drop' };
    case message.xvp:
      return { length: 4, verdict: 'drop' };
    case message.setDesktopSize:
      return bytes.length < 7
        ? undefined
        : { length: 8 + 16 * bytes.readUInt8(6), verdict: 'drop' };
    case message.gii:
      return bytes.length < 4 ? undefined : { length: 4 + bytes.readUInt16BE(2), verdict: 'drop' };
    case message.qemu:
      return measureQemu(bytes);
    default:
      throw new UnknownClientMessage(bytes[0]);
  }
}

/** Keys, and the switch and format of sound. */
function measureQemu(bytes: Buffer): { length: number; verdict: Verdict } | undefined {
  if (bytes[1] === 0) return { length: 12, verdict: 'drop' };
  if (bytes.length < 4) return undefined;
  if (bytes[1] !== 1) throw new UnknownClientMessage(bytes[0]);
  return { length: bytes.readUInt16BE(2) === 2 ? 10 : 4, verdict: 'drop' };
}

/** Of a message that is not known the end is not known either. */
class UnknownClientMessage extends Error {
  override readonly name = 'UnknownClientMessage';

  constructor(type: number | undefined) {
    super(`A viewer sent the message ${String(type)}, which is not known.`);
  }
}

/**
 * Takes what a viewer's client sends to a screen and returns what may go on: what is needed to see, and nothing that types,
 * points, pastes, resizes or switches off. Bytes may come in pieces of any size. Throws `UnknownClientMessage`.
 */
export function createViewerFilter(): (bytes: Buffer) => Buffer {
  let rest: Buffer = Buffer.alloc(0);
  let skip = 0;
  const greeting: GreetingPart[] = ['version', 'security', 'init'];

  return (bytes) => {
    const skipped = Math.min(skip, bytes.length);
    skip -= skipped;
    let pending = rest.length === 0 ? bytes.subarray(skipped) : Buffer.concat([rest, bytes]);
    const passed: Buffer[] = [];
    while (greeting.length > 0 && pending.length > 0) {
      const part = readGreeting(greeting, pending);
      if (!part) break;
      passed.push(part);
      pending = pending.subarray(part.length);
    }
    while (greeting.length === 0 && pending.length > 0) {
      const measured = measure(pending);
      if (!measured) break;
      const { length, verdict } = measured;
      if (verdict === 'drop') {
        // What is pasted can be long, and need not be kept to be dropped.
        skip = Math.max(0, length - pending.length);
        pending = pending.subarray(length);
        continue;
      }
      if (pending.length < length) break;
      const whole = pending.subarray(0, length);
      passed.push(whole[0] === message.setEncodings ? withoutRefusedEncodings(whole) : whole);
      pending = pending.subarray(length);
    }
    rest = Buffer.from(pending);
    return Buffer.concat(passed);
  };
}

/**
 * The next part of the greeting, each of which the server answers before the client goes on; undefined while bytes are
 * missing. A viewer always shares the screen, whatever its client asked for.
 */
function readGreeting(parts: GreetingPart[], bytes: Buffer): Buffer | undefined {
  const [part] = parts;
  if (part === 'version') {
    if (bytes.length < versionLength) return undefined;
    const version = bytes.subarray(0, versionLength);
    // Before 3.7 the server alone chooses the security.
    parts.splice(0, version.toString('latin1') >= 'RFB 003.007' ? 1 : 2);
    return version;
  }
  parts.shift();
  if (part === 'security' && bytes[0] !== noSecurity) throw new UnknownClientMessage(bytes[0]);
  return Buffer.of(1);
}

function withoutRefusedEncodings(bytes: Buffer): Buffer {
  const encodings: Buffer[] = [];
  for (let at = 4; at < bytes.length; at += 4) {
    if (!refusedEncodings.has(bytes.readInt32BE(at))) encodings.push(bytes.subarray(at, at + 4));
  }
  const head = Buffer.from(bytes.subarray(0, 4));
  head.writeUInt16BE(encodings.length, 2);
  return Buffer.concat([head, ...encodings]);
}
