/** First byte of every binary frame of an exec socket. */
export const channels = { stdin: 0, stdout: 1, stderr: 2, control: 3 } as const;

export function frame(channel: number, bytes: Uint8Array | string): Buffer {
  return Buffer.concat([
    Buffer.of(channel),
    typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
  ]);
}
