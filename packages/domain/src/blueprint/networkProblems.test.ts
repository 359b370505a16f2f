import { lab, machine } from '../testing/lab.ts';
import { testRefusals } from '../testing/testRefusals.ts';
import type { Refusal } from '../testing/testRefusals.ts';

testRefusals([
  [
    lab(`web: { ${machine}, networks: [wan] }`),
    3,
    'elements.web.networks.0',
    'web is on the network wan, which is not',
  ],
  [
    lab(`web: { ${machine}, networks: [lan, lan] }`),
    3,
    'elements.web.networks.1',
    'web is on the network lan twice',
  ],
  [
    lab(`web: { ${machine}, networks: [{ name: lan, adress: 10.10.0.5 }] }`),
    3,
    'elements.web.networks.0.adress',
    'The key "adress" is not known here',
  ],
  ...[
    ['10.10.1.5', '10.10.1.5 is outside of lan'],
    ['10.10.0.0', '10.10.0.0 is the address of the network itself'],
    ['10.10.0.1', '10.10.0.1 is the address of the gateway'],
    ['10.10.0.255', '10.10.0.255 is the address of everybody'],
    ['10.10.0.256', '10.10.0.256 is not an IPv4 address'],
    ['10.10.0.05', '10.10.0.05 is not an IPv4 address'],
  ].map(([address = '', message = '']): Refusal => [
    lab(`web: { ${machine}, networks: [{ name: lan, address: ${address} }] }`),
    3,
    'elements.web.networks.0',
    message,
  ]),
  [
    lab(
      `web: { ${machine}, networks: [{ name: lan, address: 10.10.0.5 }] }`,
      `db: { ${machine}, networks: [{ name: lan, address: 10.10.0.5 }] }`,
    ),
    4,
    'elements.db.networks.0',
    '10.10.0.5 is given to both web and db',
  ],
  [
    lab('x: { kind: cluster, networks: [lan, lan] }'),
    3,
    'elements.x.networks',
    'A cluster is on exactly one network',
  ],
  ...[
    ['10.10.0.5/24', '10.10.0.5/24 is an address inside a subnet'],
    ['8.8.8.0/24', '8.8.8.0/24 is not a private subnet'],
    ['10.0.0.0/8', '10.0.0.0/8 is larger than a /16'],
    ['10.10.0.0/30', '10.10.0.0/30 is smaller than a /29'],
    ['10.99.4.0/24', '10.99.4.0/24 is needed for the way'],
    ['10.42.0.0/16', '10.42.0.0/16 is needed for the pods'],
    ['10.43.0.0/16', '10.43.0.0/16 is needed for the services'],
    ['300.0.0.0/24', '300.0.0.0/24 is not an IPv4 subnet'],
  ].map(([subnet = '', message = '']): Refusal => [
    `version: 1\nnetworks:\n  lan: { subnet: ${subnet} }`,
    3,
    'networks.lan.subnet',
    message,
  ]),
  [
    'version: 1\nnetworks:\n  a: { subnet: 10.1.0.0/16 }\n  b: { subnet: 10.1.5.0/24 }',
    4,
    'networks.b.subnet',
    'The subnets of a (10.1.0.0/16) and b (10.1.5.0/24) overlap',
  ],
  ['version: 1\nnetworks: {}', 2, 'networks', 'networks is empty'],
]);
