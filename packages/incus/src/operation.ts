/** Incus's background operation, as far as it is read here. */
export interface Operation {
  readonly id: string;
  readonly class: 'task' | 'websocket' | 'token';
  readonly description: string;
  readonly status: string;
  readonly status_code: number;
  /** `instances`: `/1.0/instances/NAME?project=P`. */
  readonly resources: Readonly<Record<string, readonly string[]>> | null;
  readonly metadata: Readonly<Record<string, unknown>> | null;
  readonly err: string;
}

/** 1xx is pending or running; 200, 400 and 401 are success, failure and cancelled. */
export function isFinished(operation: Operation): boolean {
  return operation.status_code >= 200;
}

/** NAME of `/1.0/instances/NAME`, with whatever follows. */
export function instanceOf(url: string | undefined): string | undefined {
  const name = /^\/1\.0\/instances\/([^/?]+)/.exec(url ?? '')?.[1];
  return name === undefined ? undefined : decodeURIComponent(name);
}
