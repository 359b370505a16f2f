import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecTunnel } from '@labcast/incus';
import { ByteReader } from './byteReader.ts';

const encodings = { raw: 0, desktopSize: -223, extendedDesktopSize: -308 };

/**
 * A viewer that speaks the little of VNC's protocol (RFB 3.8) that tests need: look, press keys, click, resize, clipboard.
 * Keys are X's keysyms.
 */
export class RfbScreen {
  width = 0;
  height = 0;
  /** Rows of pixels of four bytes each: blue, green, red, unused. */
  pixels: Buffer = Buffer.alloc(0);
  /** The last text that the other side copied. */
  copied = '';
  #updates = 0;
  readonly #tunnel: ExecTunnel;
  readonly #input: ByteReader;

  private constructor(tunnel: ExecTunnel) {
    this.#tunnel = tunnel;
    this.#input = new ByteReader(tunnel.stdout);
  }

  /** The tunnel's other end is a VNC server that asks for no password. */
  static async open(tunnel: ExecTunnel): Promise<RfbScreen> {
    const screen = new RfbScreen(tunnel);
    await screen.#shakeHands();
    void screen.#receive().catch(() => undefined);
    return screen;
  }

  close(): void {
    this.#tunnel.close();
  }

  /** Asks for the whole screen and returns when it came. */
  async look(): Promise<this> {
    const before = this.#updates;
    this.#requestUpdate(false);
    for (let attempt = 0; this.#updates === before; attempt += 1) {
      if (attempt > 200) throw new Error('The screen was not sent within ten seconds.');
      await sleep(50);
    }
    return this;
  }

  /** How many different colours are seen. */
  countColours(): number {
    const colours = new Set<number>();
    for (let at = 0; at < this.pixels.length; at += 4) {
      colours.add(this.pixels.readUInt32LE(at) & 0xffffff);
    }
    return colours.size;
  }

  press(...keysyms: readonly number[]): void {
    for (const key of keysyms) this.#key(key, true);
    for (const key of [...keysyms].reverse()) this.#key(key, false);
  }

  /** Letters, digits and other characters that need no Shift; `\n` is Enter. */
  type(text: string): void {
    for (const character of text) {
      this.press(character === '\n' ? 0xff0d : character.charCodeAt(0));
    }
  }

  click(x: number, y: number, button = 1): void {
    for (const mask of [0, 1 << (button - 1), 0]) {
      const message = Buffer.from([5, mask, 0, 0, 0, 0]);
      message.writeUInt16BE(x, 2);
      message.writeUInt16BE(y, 4);
      this.#send(message);
    }
  }

  resize(width: number, height: number): void {
    const message = Buffer.alloc(24);
    message.writeUInt8(251, 0);
    message.writeUInt16BE(width, 2);
    message.writeUInt16BE(height, 4);
    message.writeUInt8(1, 6);
    message.writeUInt16BE(width, 16);
    message.writeUInt16BE(height, 18);
    this.#send(message);
  }

  copy(text: string): void {
    const content = Buffer.from(text, 'latin1');
    const head = Buffer.alloc(8);
    head.writeUInt8(6, 0);
    head.writeUInt32BE(content.length, 4);
    this.#send(Buffer.concat([head, content]));
  }

  async #shakeHands(): Promise<void> {
    await this.#input.take(12);
    this.#send(Buffer.from('RFB 003.008\n'));
    const [kinds = 0] = await this.#input.take(1);
    await this.#input.take(kinds);
    this.#send(Buffer.from([1]));
    const refused = (await this.#input.take(4)).readUInt32BE();
    if (refused !== 0) throw new Error('The VNC server wants a password.');
    this.#send(Buffer.from([1]));
    const start = await this.#input.take(24);
    await this.#input.take(start.readUInt32BE(20));
    this.#setSize(start.readUInt16BE(0), start.readUInt16BE(2));
    // 32 bits a pixel, 24 of them used, least significant byte first, true colour.
    this.#send(Buffer.from([0, 0, 0, 0, 32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 16, 8, 0, 0, 0, 0]));
    const wanted = Object.values(encodings);
    const message = Buffer.alloc(4 + wanted.length * 4);
    message.writeUInt8(2, 0);
    message.writeUInt16BE(wanted.length, 2);
    wanted.forEach((encoding, index) => message.writeInt32BE(encoding, 4 + index * 4));
    this.#send(message);
  }

  async #receive(): Promise<never> {
    for (;;) {
      const [kind] = await this.#input.take(1);
      if (kind === 0) await this.#receiveUpdate();
      else if (kind === 1) await this.#input.take((await this.#input.take(5)).readUInt16BE(3) * 6);
      else if (kind === 3) {
        const length = (await this.#input.take(7)).readUInt32BE(3);
        this.copied = (await this.#input.take(length)).toString('latin1');
      } else if (kind !== 2) throw new Error(`Unknown message ${String(kind)} of the VNC server.`);
    }
  }

  async #receiveUpdate(): Promise<void> {
    const rectangles = (await this.#input.take(3)).readUInt16BE(1);
    let hasPixels = false;
    for (let index = 0; index < rectangles; index += 1) {
      const head = await this.#input.take(12);
      const [x, y, width, height] = [0, 2, 4, 6].map((at) => head.readUInt16BE(at)) as [
        number,
        number,
        number,
        number,
      ];
      const encoding = head.readInt32BE(8);
      if (encoding === encodings.raw) {
        const pixels = await this.#input.take(width * height * 4);
        for (let row = 0; row < height; row += 1) {
          const at = ((y + row) * this.width + x) * 4;
          pixels.copy(this.pixels, at, row * width * 4, (row + 1) * width * 4);
        }
        hasPixels = true;
      } else {
        if (encoding === encodings.extendedDesktopSize) {
          await this.#input.take(((await this.#input.take(4))[0] ?? 0) * 16);
        }
        if (width !== this.width || height !== this.height) this.#setSize(width, height);
      }
    }
    if (hasPixels) this.#updates += 1;
    // The answer was only the size, and asking for everything would get it again.
    else this.#requestUpdate(true);
  }

  #setSize(width: number, height: number): void {
    this.width = width;
    this.height = height;
    this.pixels = Buffer.alloc(width * height * 4);
  }

  #requestUpdate(onlyChanges: boolean): void {
    const message = Buffer.from([3, onlyChanges ? 1 : 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    message.writeUInt16BE(this.width, 6);
    message.writeUInt16BE(this.height, 8);
    this.#send(message);
  }

  #key(keysym: number, isDown: boolean): void {
    const message = Buffer.from([4, isDown ? 1 : 0, 0, 0, 0, 0, 0, 0]);
    message.writeUInt32BE(keysym, 4);
    this.#send(message);
  }

  #send(message: Buffer): void {
    this.#tunnel.stdin.write(message);
  }
}
