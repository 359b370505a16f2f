/** One Debian archive that a machine takes packages from. */
export interface AptSource {
  readonly uris: readonly string[];
  readonly suites: readonly string[];
  readonly components: readonly string[];
  /** Path of the key ring, or the key itself in deb822's own folded form; undefined: apt's trusted keys. */
  readonly signedBy: string | undefined;
}

/** Both of apt's formats: `deb822` (`*.sources`) and one line each (`*.list`). Disabled and source entries are left out. */
export function parseAptSources(text: string, format: 'deb822' | 'list'): AptSource[] {
  return format === 'deb822' ? parseDeb822(text) : parseList(text);
}

function parseDeb822(text: string): AptSource[] {
  const withoutComments = text.replace(/^#.*\n?/gm, '');
  return withoutComments
    .split(/\n\s*\n/)
    .map(parseFields)
    .filter((fields) => words(fields.types).includes('deb') && fields.enabled !== 'no')
    .map((fields) => ({
      uris: words(fields.uris),
      suites: words(fields.suites),
      components: words(fields.components),
      signedBy: fields['signed-by'],
    }))
    .filter((source) => source.uris.length > 0 && source.suites.length > 0);
}

/** Field names in lower case; a value keeps its folded lines, as an embedded key needs them. */
function parseFields(stanza: string): Record<string, string | undefined> {
  const fields: Record<string, string | undefined> = {};
  for (const match of stanza.matchAll(/^([\w-]+):[ \t]*(.*(?:\n[ \t].*)*)/gm))
    if (match[1] !== undefined) fields[match[1].toLowerCase()] = match[2];
  return fields;
}

function parseList(text: string): AptSource[] {
  const sources: AptSource[] = [];
  for (const line of text.split('\n')) {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line);
    if (match?.[2] === undefined || match[3] === undefined) continue;
    sources.push({
      uris: [match[2]],
      suites: [match[3]],
      components: words(match[4]),
      signedBy: /signed-by=(\S+)/.exec(match[1] ?? '')?.[1],
    });
  }
  return sources;
}

function words(text: string | undefined): string[] {
  return (text ?? '').split(/\s+/).filter(Boolean);
}

/**
 * The archive that a machine has `codename`'s main from: what the backports of the same mirror can be asked of. Undefined
 * when there is none.
 */
export function findMainSource(
  sources: readonly AptSource[],
  codename: string,
): AptSource | undefined {
  return sources.find(
    (source) => source.suites.includes(codename) && source.components.includes('main'),
  );
}

export function hasSuite(sources: readonly AptSource[], suite: string): boolean {
  return sources.some((source) => source.suites.includes(suite));
}

/** Our own file: the same mirror and keys, the suite of backports. */
export function renderBackportsSource(main: AptSource, codename: string): string {
  return [
    '# Written by Labcast: Incus is in the backports of this release.',
    'Types: deb',
    `URIs: ${main.uris.join(' ')}`,
    `Suites: ${codename}-backports`,
    'Components: main',
    ...(main.signedBy === undefined ? [] : [`Signed-By: ${main.signedBy}`]),
    '',
  ].join('\n');
}

/** Nothing but Incus and what belongs to it may come from the backports by itself. */
export function renderBackportsPin(codename: string): string {
  return [
    'Explanation: Written by Labcast. Only Incus and its own libraries come from the backports.',
    'Package: incus* lxcfs liblxc* lxc*',
    `Pin: release n=${codename}-backports`,
    'Pin-Priority: 500',
    '',
  ].join('\n');
}
