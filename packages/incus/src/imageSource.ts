import { IncusError } from './errors.ts';

/** Servers that images may be pulled from, by the name that stands before the colon. */
export type ImageServers = Readonly<
  Record<string, { readonly url: string; readonly protocol: 'simplestreams' | 'incus' }>
>;

/** `ALIAS`, a fingerprint, or `SERVER:ALIAS`, as the source of a new instance. Throws `rejected` for an unknown server. */
export function imageSource(image: string, servers: ImageServers): Record<string, string> {
  const colon = image.indexOf(':');
  if (colon < 0) {
    return isFingerprint(image)
      ? { type: 'image', fingerprint: image }
      : { type: 'image', alias: image };
  }
  const name = image.slice(0, colon);
  const server = servers[name];
  if (server === undefined) {
    const known = Object.keys(servers).join(', ') || 'none';
    throw new IncusError(
      'rejected',
      `Image ${image}: the image server ${name} is not known. Known are: ${known}.`,
    );
  }
  const alias = image.slice(colon + 1);
  return { type: 'image', mode: 'pull', server: server.url, protocol: server.protocol, alias };
}

/** Whole, or the twelve characters that `incus image list` shows. */
export function isFingerprint(image: string): boolean {
  return /^([0-9a-f]{12}|[0-9a-f]{64})$/.test(image);
}
