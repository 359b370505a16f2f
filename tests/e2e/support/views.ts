import { labcast, labcastOk } from './labcast.ts';

/** The parts of the API's answers that the tests look at. */
export interface View {
  readonly key: string;
  readonly settled: boolean;
  readonly removedAt?: string;
  readonly status: {
    readonly state: string;
    readonly elements: {
      readonly name: string;
      readonly state: string;
      readonly addresses: string[];
      readonly instances: string[];
      readonly url?: string;
      readonly reason?: string;
    }[];
    readonly steps: { readonly title: string; readonly state: string; readonly message?: string }[];
    readonly lastError?: {
      readonly code: string;
      readonly message: string;
      readonly remedy?: string;
    };
  };
}

export interface Receipt {
  readonly complete: boolean;
  readonly rows: { readonly kind: string; readonly name: string; readonly goneAt?: string }[];
}

export async function viewOf(name: string): Promise<View> {
  return JSON.parse((await labcastOk(['status', name, '--json'])).stdout) as View;
}

export async function receiptOf(name: string): Promise<Receipt> {
  const answer = JSON.parse((await labcastOk(['receipt', name, '--json'])).stdout) as {
    environments: Receipt[];
  };
  const [newest] = answer.environments;
  if (!newest) throw new Error(`No receipt for ${name}.`);
  return newest;
}

export async function instanceOf(name: string, element: string): Promise<string> {
  const { status } = await viewOf(name);
  const found = status.elements.find((candidate) => candidate.name === element)?.instances[0];
  if (!found) throw new Error(`${name} has no instance for ${element}.`);
  return found;
}

/** For the end of a test: gone whatever happened before. */
export async function destroyQuietly(...names: string[]): Promise<void> {
  await Promise.all(names.map((name) => labcast(['destroy', name, '--yes'])));
}

/** Asks again until it is so; throws with the last answer after the limit. */
export async function eventually<Result>(
  what: string,
  ask: () => Promise<Result>,
  isSo: (result: Result) => boolean,
  limitMs = 60_000,
): Promise<Result> {
  const end = Date.now() + limitMs;
  for (;;) {
    const result = await ask().catch((error: unknown) => error as Error);
    if (!(result instanceof Error) && isSo(result)) return result;
    if (Date.now() > end) {
      const last = result instanceof Error ? result.message : JSON.stringify(result, null, 1);
      throw new Error(`Not within ${limitMs / 1000} s: ${what}. Last seen: ${last}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
