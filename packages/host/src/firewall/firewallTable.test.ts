import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firewallTable, type FirewallInput } from './firewallTable.ts';

const input: FirewallInput = {
  table: 'labcast',
  bridgePrefix: 'lc-',
  uplinkBridge: 'lcup',
  uplinkSubnet: '10.99.0.0/16',
  egress: ['10.99.0.7'],
  nameServers: ['9.9.9.9'],
  allowedNetworks: ['10.20.0.0/16'],
  hostNetworks: ['192.0.2.0/24'],
  outsideInterfaces: ['eth0'],
};

/** Rules of one chain, in their order. */
function chain(name: string, text = firewallTable(input)): string[] {
  const body = new RegExp(`chain ${name} \\{\\n([^}]*(?:\\{[^}]*\\}[^}]*)*?)\\n  \\}`).exec(
    text,
  )?.[1];
  return (body ?? '').split('\n').map((line) => line.trim());
}

test('the whole table is replaced in one transaction', () => {
  expect(firewallTable(input).split('\n').slice(0, 3)).toEqual([
    'add table inet labcast',
    'delete table inet labcast',
    'table inet labcast {',
  ]);
});

test('everything from labs to the host is dropped, before the tables of others are asked', () => {
  expect(chain('to_host')).toEqual([
    'type filter hook input priority filter - 10; policy accept;',
    'iifname "lcup" drop',
    'iifname "lc-*" drop',
  ]);
});

test('packets from the uplink need a source that was let out, whatever their connection', () => {
  expect(chain('source')).toEqual([
    'type filter hook prerouting priority raw; policy accept;',
    'iifname "lc-*" notrack',
    'iifname "lcup" meta nfproto != ipv4 drop',
    'iifname "lcup" ip saddr != 10.99.0.0/16 drop',
    'iifname "lcup" ip saddr != @egress drop',
  ]);
});

test('the uplink leads to no other gateway even where all private networks are allowed', () => {
  const rules = chain('from_uplink', firewallTable({ ...input, allowedNetworks: ['0.0.0.0/0'] }));
  expect(rules[0]).toBe('oifname "lcup" drop');
});

describe('where packets may go', () => {
  const rules = chain('from_uplink');
  const accepted = rules.findIndex((rule) => rule.startsWith('ip daddr @allowed'));

  test('exceptions stand before the networks that are closed', () => {
    expect(accepted).toBeGreaterThan(0);
    expect(rules.indexOf('oifname != @outside drop')).toBeGreaterThan(accepted);
    expect(rules.indexOf('ip daddr @closed drop')).toBeGreaterThan(accepted);
  });

  test('name servers are asked on port 53 alone', () => {
    expect(rules).toContain('ip daddr @name_servers meta l4proto { tcp, udp } th dport 53 accept');
  });

  test('private networks and those of the host are closed', () => {
    const closed = /set closed .*\n/.exec(firewallTable(input))?.[0] ?? '';
    const networks = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'];
    networks.push('169.254.0.0/16', '127.0.0.0/8', '224.0.0.0/3', '192.0.2.0/24');
    for (const network of networks) expect(closed).toContain(network);
  });
});

test('a host without a way out and without name servers gives empty sets, which match nothing', () => {
  const text = firewallTable({
    ...input,
    egress: [],
    nameServers: [],
    allowedNetworks: [],
    outsideInterfaces: [],
  });
  expect(text).toContain('set egress { type ipv4_addr; \n  }');
  expect(text).toContain('set outside { type ifname; \n  }');
});

test('the order and the repetition of what goes in do not matter', () => {
  fc.assert(
    fc.property(fc.array(fc.ipV4()), (addresses) => {
      const shuffled = [...addresses, ...addresses].reverse();
      expect(firewallTable({ ...input, egress: shuffled })).toBe(
        firewallTable({ ...input, egress: addresses }),
      );
    }),
  );
});
