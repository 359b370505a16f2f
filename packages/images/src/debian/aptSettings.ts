import { runCommand } from '../build/runCommand.ts';

/** How this machine reaches its mirrors: proxies, certificates, retries, and how old their lists may be. */
const transport =
  /^Acquire::(https?|Retries|ForceIPv[46]|Check-Valid-Until|Check-Date|Max-ValidTime)(::|\s)/;
/** Of these, what a machine inside a lab needs too. A proxy of the host is out of a lab's reach by design. */
const validity = /^Acquire::(Check-Valid-Until|Check-Date|Max-ValidTime)\s/;

export interface AptSettings {
  /** For the build, in the format of apt.conf; may hold credentials. */
  readonly build: string;
  /** For the finished image. */
  readonly image: string;
}

/** Reads them from this machine's apt, so that images are built through the same proxy and certificates. */
export async function readAptSettings(logFile: string): Promise<AptSettings> {
  return parseAptSettings(await runCommand(['apt-config', 'dump'], { logFile }));
}

export function parseAptSettings(dump: string): AptSettings {
  // Empty ones are only the parents of others.
  const lines = dump.split('\n').filter((line) => line !== '' && !line.endsWith(' "";'));
  const pick = (pattern: RegExp): string =>
    lines.flatMap((line) => (pattern.test(line) ? [`${line}\n`] : [])).join('');
  return { build: pick(transport), image: pick(validity) };
}
