import type { AppVisit, Environment } from '@labcast/store';

/** Where a page of a lab lives: `abcdefg-shop` for an app, `abcdefg-8000-web` for a port of a container. */
export function appLabel(
  { key }: Pick<Environment, 'key'>,
  { element, port, isApp }: Pick<AppVisit, 'element' | 'port'> & { isApp: boolean },
): string {
  // An element's name starts with a letter, so the two forms never meet.
  return isApp ? `${key}-${element}` : `${key}-${String(port)}-${element}`;
}

/** The part of a host's name before the apps' domain; undefined for a host that is none of theirs. */
export function appLabelOf(host: string | undefined, appsDomain: string): string | undefined {
  const name = (host ?? '').toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '');
  const suffix = `.${appsDomain}`;
  return name.endsWith(suffix) ? name.slice(0, -suffix.length) : undefined;
}

/** The origin of a label, as the browser that asked with that `Host` will reach it. */
export function appOrigin(
  label: string,
  { appsDomain, publicUrl }: { appsDomain: string; publicUrl: URL | undefined },
  host: string,
): string {
  const asked = new URL(`http://${host}`);
  // By plain HTTP on loopback, or behind a proxy that may speak HTTPS.
  const { protocol, port } = publicUrl?.hostname === asked.hostname ? publicUrl : asked;
  return `${protocol}//${label}.${appsDomain}${port === '' ? '' : `:${port}`}`;
}
