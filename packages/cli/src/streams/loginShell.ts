/** bash where there is one, with the terminal's kind, so that colours and keys are right. */
export function loginShell(terminal: string | undefined): string[] {
  const script =
    'export TERM="$1"; if command -v bash >/dev/null; then exec bash -l; else exec sh -l; fi';
  return ['sh', '-c', script, 'shell', terminal ?? 'xterm'];
}
