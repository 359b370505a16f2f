/** Keyboard layouts by the name that X has for them. */
export const layouts = {
  us: 'English (US)',
  gb: 'English (UK)',
  de: 'German',
  ch: 'Swiss German',
  'ch(fr)': 'Swiss French',
  at: 'Austrian',
  fr: 'French',
  be: 'Belgian',
  nl: 'Dutch',
  es: 'Spanish',
  latam: 'Spanish (Latin America)',
  pt: 'Portuguese',
  br: 'Portuguese (Brazil)',
  it: 'Italian',
  dk: 'Danish',
  se: 'Swedish',
  no: 'Norwegian',
  fi: 'Finnish',
  pl: 'Polish',
  cz: 'Czech',
  hu: 'Hungarian',
  tr: 'Turkish',
  ru: 'Russian',
  ua: 'Ukrainian',
  jp: 'Japanese',
} as const;
export type Layout = keyof typeof layouts;

export function isLayout(text: unknown): text is Layout {
  return typeof text === 'string' && Object.hasOwn(layouts, text);
}

/** Where the language or region has another name than the layout. */
const languages = new Map<string, Layout>(
  Object.entries({
    'en-gb': 'gb',
    'de-ch': 'ch',
    'fr-ch': 'ch(fr)',
    'de-at': 'at',
    'fr-be': 'be',
    'nl-be': 'be',
    'pt-br': 'br',
    da: 'dk',
    sv: 'se',
    nb: 'no',
    nn: 'no',
    cs: 'cz',
    uk: 'ua',
    ja: 'jp',
    'es-es': 'es',
    es: 'latam',
  } as const),
);

/** What two keys type that tell the families of layouts apart. */
interface TypedKeys {
  readonly KeyZ?: string;
  readonly KeyQ?: string;
}

const qwertz: readonly Layout[] = ['de', 'ch', 'ch(fr)', 'at', 'cz', 'hu'];
const azerty: readonly Layout[] = ['fr', 'be'];

/**
 * The layout of the keyboard in front of the person. `keys` says what some keys type, where the browser tells: it decides
 * against a language that does not fit. A Pole often has an American keyboard.
 */
export function guessLayout(language: string, keys?: TypedKeys): Layout {
  const full = language.toLowerCase();
  const [short = ''] = full.split('-');
  const spoken = languages.get(full) ?? languages.get(short) ?? (isLayout(short) ? short : 'us');
  return keys ? correctByKeys(spoken, keys) : spoken;
}

function correctByKeys(spoken: Layout, { KeyQ, KeyZ }: TypedKeys): Layout {
  const isQwertz = qwertz.includes(spoken);
  const isAzerty = azerty.includes(spoken);
  if (KeyQ === 'a') return isAzerty ? spoken : 'fr';
  if (KeyZ === 'y') return isQwertz ? spoken : 'de';
  return KeyZ === 'z' && (isQwertz || isAzerty) ? 'us' : spoken;
}

/** What makes Debian take a layout for its text consoles and desktops. */
export function layoutCommand(layout: Layout): string {
  return `sudo localectl set-x11-keymap ${layout.replace(/^(\w+)\((\w+)\)$/, '$1 pc105 $2')}`;
}

/** Arguments of setxkbmap. */
export function setxkbmapArguments(layout: Layout): readonly string[] {
  const [, name = layout, variant] = /^(\w+)(?:\((\w+)\))?$/.exec(layout) ?? [];
  return ['-layout', name, '-variant', variant ?? ''];
}
