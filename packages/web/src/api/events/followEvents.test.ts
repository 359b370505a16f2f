import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followEvents } from './followEvents.ts';

const window = Object.assign(new EventTarget(), { visibilityState: 'visible' });
/** Of each stream that was opened, whether it is open still. */
let streams: { isOpen: boolean; speak: () => void }[];
let end: AbortController;
let followed: Promise<void>;

beforeEach(() => {
  vi.useFakeTimers();
  streams = [];
  end = new AbortController();
  vi.stubGlobal('document', window);
  vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) => {
    const stream = { isOpen: true, speak: (): void => undefined };
    streams.push(stream);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        stream.speak = () =>
          controller.enqueue(new TextEncoder().encode('event: heartbeat\ndata: {}\n\n'));
        signal.addEventListener('abort', () => {
          stream.isOpen = false;
          controller.error(signal.reason);
        });
      },
    });
    return Promise.resolve(new Response(body));
  });
  see('visible');
});

afterEach(async () => {
  end.abort();
  await followed;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function follow(): void {
  const tell = () => undefined;
  followed = followEvents({ environment: 'firewall/dev', tell, signal: end.signal });
}

function see(state: 'visible' | 'hidden'): void {
  window.visibilityState = state;
  window.dispatchEvent(new Event('visibilitychange'));
}

/** Time in which the server speaks, as it does every five seconds. */
async function pass(seconds: number): Promise<void> {
  for (let passed = 0; passed < seconds; passed += 5) {
    const last = streams.at(-1);
    if (last?.isOpen) last.speak();
    await vi.advanceTimersByTimeAsync(5_000);
  }
}

const openOnes = () => streams.filter(({ isOpen }) => isOpen).length;

test('a window out of sight gives its connection back, and has one again when it is looked at', async () => {
  const followed = followEvents({
    environment: 'a/dev',
    tell: () => undefined,
    signal: end.signal,
  });
  await pass(60);
  expect(streams).toHaveLength(1);
  see('hidden');
  await pass(20);
  expect(openOnes()).toBe(1);
  await pass(20);
  expect(openOnes()).toBe(0);
  await pass(600);
  expect(streams).toHaveLength(1);
  see('visible');
  await pass(5);
  expect(openOnes()).toBe(1);
  end.abort();
  await followed;
  expect(openOnes()).toBe(0);
});

test('who only looks something up in another tab keeps it', async () => {
  follow();
  await pass(10);
  for (let count = 0; count < 3; count++) {
    see('hidden');
    await pass(20);
    see('visible');
    await pass(20);
  }
  expect(streams).toHaveLength(1);
  expect(openOnes()).toBe(1);
});

test('a window that is opened out of sight asks for nothing until somebody comes', async () => {
  see('hidden');
  follow();
  await pass(100);
  expect(streams).toHaveLength(0);
  see('visible');
  await pass(5);
  expect(openOnes()).toBe(1);
});
