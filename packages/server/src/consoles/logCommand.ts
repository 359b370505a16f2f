import { LabcastError } from '@labcast/domain';
import type { ConsolePlace } from './findConsole.ts';
import { serialLog } from './serialConsoles.ts';

export const logSources = ['boot', 'journal', 'pods', 'provision'] as const;
export type LogSource = (typeof logSources)[number];

export interface LogOptions {
  readonly source: LogSource;
  readonly lines: number;
  readonly follow: boolean;
}

/** LINES FOLLOW MATCH: systemd's journal, or what machines without it write. */
const journal = `if command -v journalctl >/dev/null; then
  [ "$2" = 0 ] || follow=--follow
  exec journalctl --boot --no-pager --output=short-iso --lines="$1" $follow $3
fi
if command -v logread >/dev/null && logread >/dev/null 2>&1; then logread | tail -n "$1"; else dmesg | tail -n "$1"; fi
[ "$2" = 0 ] || exec sleep 2147483647`;
/** LINES FOLLOW APP */
const podsOfApp = `export KUBECONFIG=/etc/kubernetes/admin.conf
[ "$2" = 0 ] || follow=--follow
exec kubectl logs --selector="labcast.dev/app=$3" --all-containers --prefix --tail="$1" --max-log-requests=30 $follow`;
/** LINES FOLLOW */
const podsOfCluster = `export KUBECONFIG=/etc/kubernetes/admin.conf
if [ "$2" = 0 ]; then
  kubectl get pods --all-namespaces --output=wide
  echo
  kubectl get events --all-namespaces --sort-by=.lastTimestamp | tail -n "$1"
else exec kubectl get events --all-namespaces --watch-only
fi`;
/** FILE LINES FOLLOW */
const file = `[ "$3" = 0 ] || exec tail -n "$2" -F "$1" 2>/dev/null
exec tail -n "$2" "$1"`;

/** What prints a log, run as root. Throws `element-not-found` for one that the element does not have. */
export function logCommand(
  { element, name }: Pick<ConsolePlace, 'element' | 'name'>,
  { source, lines, follow }: LogOptions,
): string[] {
  const kind = element?.kind ?? 'gateway';
  const words = [String(lines), follow ? '1' : '0'];
  const run = (script: string, ...rest: string[]) => ['sh', '-c', script, 'sh', ...rest];
  if (source === 'pods') {
    if (kind === 'app') return run(podsOfApp, ...words, name);
    if (kind === 'cluster') return run(podsOfCluster, ...words);
  } else if (kind !== 'app') {
    if (kind === 'vm' && source === 'boot') return run(file, serialLog, ...words);
    return run(journal, ...words, source === 'boot' ? '_PID=1' : '');
  }
  throw new LabcastError('element-not-found', `${name} has no log called ${source}.`, {
    remedy: kind === 'app' ? 'It has pods.' : 'It has boot, journal and provision.',
  });
}
