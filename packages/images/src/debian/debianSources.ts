import { LabcastError } from '@labcast/domain';
import { runCommand } from '../build/runCommand.ts';

/** One Debian archive that this machine's administrator configured, without the path of a suite. */
export interface DebianSource {
  readonly uri: string;
  /** `bookworm`, `bookworm-updates` or `bookworm-security`. */
  readonly suite: string;
  readonly component: string;
}

const debianKeyring = '/usr/share/keyrings/debian-archive-keyring.gpg';

const format = '$(ORIGIN)|$(RELEASE)|$(REPO_URI)|$(COMPONENT)';

/**
 * The archives of a Debian suite, taken from this machine's own apt configuration, so that no mirror is named in code.
 * Throws `step-failed` when apt has none.
 */
export async function listDebianSources(suite: string, logFile: string): Promise<DebianSource[]> {
  const ask = async (): Promise<DebianSource[]> =>
    parseIndexTargets(
      await runCommand(['apt-get', 'indextargets', '--format', format, 'Created-By: Packages'], {
        logFile,
      }),
      suite,
    );
  let sources = await ask();
  if (sources.length === 0) {
    // apt knows an archive's origin only from its lists, which a fresh machine may not have yet.
    await runCommand(['apt-get', 'update'], { logFile });
    sources = await ask();
  }
  if (sources.length === 0) {
    throw new LabcastError('step-failed', "This machine's apt has no archive of Debian.", {
      remedy: `Add a mirror of Debian ${suite} to /etc/apt/sources.list.d, then run it again.`,
    });
  }
  return sources;
}

/**
 * Reads lines of `origin|release|uri|component`. A machine of a later Debian has mirrors of its own release, which hold
 * the wanted one as well.
 */
export function parseIndexTargets(text: string, suite: string): DebianSource[] {
  const sources = text.split('\n').flatMap((line): DebianSource[] => {
    const [origin, release, uri, component] = line.split('|');
    const match = /^[a-z]+(-updates|-security)?$/.exec(release ?? '');
    if (origin !== 'Debian' || !match || !uri || !component) return [];
    return [{ uri, suite: `${suite}${match[1] ?? ''}`, component }];
  });
  const key = (source: DebianSource): string => `${source.uri} ${source.suite} ${source.component}`;
  return [...new Map(sources.map((source) => [key(source), source])).values()];
}

/** In the one-line format of `sources.list`. Passwords in addresses stay out of images: students could read them. */
export function formatSources(
  sources: readonly DebianSource[],
  options: { withCredentials: boolean },
): string {
  const lines = sources.map(({ uri, suite, component }) => {
    const address = options.withCredentials ? uri : uri.replace(/\/\/[^/@]*@/, '//');
    return `deb [signed-by=${debianKeyring}] ${address} ${suite} ${component}\n`;
  });
  return lines.join('');
}
