/**
 * First byte of every binary frame of an exec socket. No byte after `stdin` is the end of input. What follows `control` is
 * JSON: from the client `{"resize": [columns, rows]}` or `{"signal": 15}`, from the server as its last frame
 * `{"exit": 0}` or `{"error": {...}}`.
 */
export const channels = { stdin: 0, stdout: 1, stderr: 2, control: 3 } as const;

export function frame(channel: number, bytes: Uint8Array | string): Buffer {
  return Buffer.concat([
    Buffer.of(channel),
    typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
  ]);
}
