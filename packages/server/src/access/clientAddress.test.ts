import { expect, test } from 'vitest';
import { clientAddress } from './clientAddress.ts';

test('an IPv4 address is told as it is, also when it comes as IPv6', () => {
  expect(clientAddress({ ip: '192.0.2.1' })).toBe('192.0.2.1');
  expect(clientAddress({ ip: '::ffff:192.0.2.1' })).toBe('192.0.2.1');
});

test('all IPv6 addresses of one network are one, however they are written', () => {
  const network = '2001:db8:1:2::/64';
  for (const ip of ['2001:db8:1:2::1', '2001:db8:1:2:a:b:c:d', '2001:db8:1:2::a:1%eth0']) {
    expect(clientAddress({ ip })).toBe(network);
  }
  expect(clientAddress({ ip: '2001:db8::1' })).toBe('2001:db8:0:0::/64');
  expect(clientAddress({ ip: '::1' })).toBe('0:0:0:0::/64');
});
