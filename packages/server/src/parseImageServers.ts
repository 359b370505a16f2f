import { z } from 'zod';

export type ImageServerConfig = Readonly<
  Record<string, { readonly url: string; readonly protocol: 'simplestreams' | 'incus' }>
>;

const entry = /^([a-z][a-z0-9-]*)=(incus\+)?(https:\/\/\S+)$/;

/**
 * `images=https://one.example,school=incus+https://two.example:8443`: what may stand before the colon of an image's name.
 * `incus+` is for another Incus that shares its images; the rest speak simplestreams, as public image servers do.
 */
export const imageServers = z.string().transform((text, context): ImageServerConfig => {
  const servers: Record<string, ImageServerConfig[string]> = {};
  for (const part of text.split(',').map((each) => each.trim())) {
    const [, name, incus, url] = entry.exec(part) ?? [];
    if (name === undefined || url === undefined) {
      const message = `has to be like images=https://address, is ${JSON.stringify(part)}`;
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }
    servers[name] = { url, protocol: incus === undefined ? 'simplestreams' : 'incus' };
  }
  return servers;
});
