import { LabcastError } from '@labcast/domain';
import type { ConsoleOwner } from '@labcast/domain';
import type { ConsolePlace } from './findConsole.ts';
import { serialLog } from './serialConsoles.ts';

export const logSources = ['boot', 'journal', 'pods', 'provision'] as const;
type LogSource = (typeof logSources)[number];

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
for log in /var/log/messages /var/log/syslog; do
  [ ! -r $log ] || exec tail -n "$1" $([ "$2" = 0 ] || echo -F) $log
done
echo "This machine writes no journal."`;
/** It writes no log: what it does is told by what it is set to do. */
const gatewayState = `ip -brief address
echo
cat /run/labcast/dnsmasq/* 2>/dev/null
echo
nft list ruleset`;
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
  const command =
    source === 'pods' ? podsCommand(kind, name, words) : machineCommand(kind, source, words);
  if (command) return ['sh', '-c', ...command];
  throw new LabcastError('element-not-found', `${name} has no log called ${source}.`, {
    remedy: kind === 'app' ? 'It has pods.' : 'It has boot, journal and provision.',
  });
}

type Kind = ConsoleOwner['kind'];

function podsCommand(kind: Kind, name: string, words: readonly string[]): string[] | undefined {
  if (kind === 'app') return [podsOfApp, 'sh', ...words, name];
  return kind === 'cluster' ? [podsOfCluster, 'sh', ...words] : undefined;
}

function machineCommand(
  kind: Kind,
  source: LogSource,
  words: readonly string[],
): string[] | undefined {
  if (kind === 'app') return undefined;
  if (kind === 'gateway') return [gatewayState];
  if (kind === 'vm' && source === 'boot') return [file, 'sh', serialLog, ...words];
  return [journal, 'sh', ...words, source === 'boot' ? '_PID=1' : ''];
}
