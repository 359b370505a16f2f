import fc from 'fast-check';
import { BlockList } from 'node:net';
import { expect, test } from 'vitest';
import { firstAddress, formatIpv4, lastAddress, overlap, parseIpv4, parseSubnet } from './ipv4.ts';

test.each([
  '',
  '1.2.3',
  '1.2.3.4.5',
  '256.0.0.1',
  '01.2.3.4',
  '1.2.3.4 ',
  '0x1.2.3.4',
  'a.b.c.d',
  '::1',
])('%j is not an IPv4 address', (text) => {
  expect(parseIpv4(text)).toBeUndefined();
});

test.each(['10.0.0.0', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/08', '/8', '::/8'])(
  '%j is not a subnet',
  (text) => {
    expect(parseSubnet(text)).toBeUndefined();
  },
);

test('every address is read back from what it is written as', () => {
  fc.assert(
    fc.property(fc.ipV4(), (text) => {
      expect(formatIpv4(parseIpv4(text)!)).toBe(text);
    }),
  );
});

test('a subnet spans from its network to its last address', () => {
  const subnet = parseSubnet('10.99.7.9/16')!;
  expect(subnet.cidr).toBe('10.99.0.0/16');
  expect(formatIpv4(firstAddress(subnet))).toBe('10.99.0.1');
  expect(formatIpv4(lastAddress(subnet))).toBe('10.99.255.255');
});

test('subnets overlap when the first address of one lies in the other, as node:net sees it', () => {
  const anySubnet = fc
    .tuple(fc.ipV4(), fc.nat(32))
    .map(([address, prefix]) => parseSubnet(`${address}/${prefix}`)!);
  fc.assert(
    fc.property(anySubnet, anySubnet, (one, other) => {
      const isIn = (inner: typeof one, outer: typeof one) => {
        const list = new BlockList();
        list.addSubnet(formatIpv4(outer.network), outer.prefix);
        return list.check(formatIpv4(inner.network));
      };
      expect(overlap(one, other)).toBe(isIn(one, other) || isIn(other, one));
    }),
  );
});
