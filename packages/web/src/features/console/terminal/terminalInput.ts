import type { ElementAddress } from '../../../api/consoles.ts';

type Take = (text: string) => void;

/** Terminals that are connected now, by their address. */
const takers = new Map<string, Take>();
/** What waits for one that is only just opened. */
const waiting = new Map<string, { text: string; until: number }>();
const patienceMs = 15_000;

function keyOf({ assignment, environment, element }: ElementAddress): string {
  return [assignment, environment, element].join(' ');
}

/** Runs a command in the first terminal of an element: now, or as soon as that is connected. */
export function sendToTerminal(address: ElementAddress, command: string): void {
  const key = keyOf(address);
  // A shell takes a carriage return for Enter.
  const text = `${command.replace(/\r?\n/g, '\r')}\r`;
  const take = takers.get(key);
  if (take) take(text);
  else waiting.set(key, { text, until: Date.now() + patienceMs });
}

/** For a terminal that is connected. Returns the way to end it. */
export function takeInput(address: ElementAddress, take: Take): () => void {
  const key = keyOf(address);
  takers.set(key, take);
  const early = waiting.get(key);
  waiting.delete(key);
  if (early && early.until > Date.now()) take(early.text);
  return () => {
    if (takers.get(key) === take) takers.delete(key);
  };
}
