import { expect, test } from 'vitest';
import { imageServers } from './parseImageServers.ts';

test('image servers have a name, an address and a protocol', () => {
  expect(
    imageServers.parse('images=https://one.example, school=incus+https://two.example:8443'),
  ).toEqual({
    images: { url: 'https://one.example', protocol: 'simplestreams' },
    school: { url: 'https://two.example:8443', protocol: 'incus' },
  });
});

test.each(['images', 'images=http://one.example', '=https://one.example', 'a=https://b,'])(
  '%s is refused with an example of what is right',
  (text) => {
    const { success, error } = imageServers.safeParse(text);
    expect(success).toBe(false);
    expect(error?.issues[0]?.message).toContain('images=https://address');
  },
);
