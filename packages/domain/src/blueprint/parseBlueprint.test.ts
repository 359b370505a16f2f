import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { anyLab } from '../testing/anyLab.ts';
import { findProblems, readExample } from '../testing/readExample.ts';

/** A lab with these elements, each `name: { ... }` on a line from line 3 on. */
function lab(...elements: string[]): string {
  return ['version: 1', 'elements:', ...elements.map((line) => `  ${line}`)].join('\n');
}

const machine = 'kind: container, image: debian-12';

describe('defaults', () => {
  test('a lab without networks has one, and its elements are on it from .10 on', () => {
    const blueprint = readExample(
      lab(
        `web: { ${machine} }`,
        'cluster: { kind: cluster, nodes: 2 }',
        `db: { ${machine}, networks: [{ name: lan, address: 10.10.0.11 }] }`,
        `last: { ${machine} }`,
      ),
    );
    expect(blueprint.networks).toEqual({ lan: { subnet: '10.10.0.0/24', internet: true } });
    const addresses = Object.values(blueprint.elements).map((element) =>
      element.kind === 'app' ? [] : element.networks[0]?.addresses,
    );
    expect(addresses).toEqual([
      ['10.10.0.10'],
      ['10.10.0.12', '10.10.0.13'],
      ['10.10.0.11'],
      ['10.10.0.14'],
    ]);
  });

  test('sizes are what the image recommends', () => {
    const { web, cluster } = readExample(
      lab(`web: { ${machine} }`, 'cluster: { kind: cluster }'),
    ).elements;
    expect(web).toMatchObject({ cpu: 1, memoryBytes: 512 * 1024 ** 2 });
    expect(cluster).toMatchObject({ nodes: 1, memoryBytes: 2 * 1024 ** 3 });
  });

  test('an app answers on the port of its image, and its program listens there', () => {
    const { elements } = readExample(
      lab(
        'cluster: { kind: cluster }',
        'web: { kind: app, on: cluster, image: nginx }',
        'other: { kind: app, on: cluster, image: nginx, port: 8080 }',
        'custom: { kind: app, on: cluster, image: redis, port: 6379 }',
      ),
    );
    expect(elements.web).toMatchObject({ port: 80, containerPort: 80 });
    expect(elements.other).toMatchObject({ port: 8080, containerPort: 80 });
    expect(elements.custom).toMatchObject({ port: 6379, containerPort: 6379 });
  });

  test('a small subnet is used up to its last address', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const text = (count: number) =>
      `networks: { tiny: { subnet: 10.9.0.0/29 } }\n${lab(
        ...names.slice(0, count).map((name) => `${name}: { ${machine} }`),
      )}`;
    expect(readExample(text(5)).elements.e).toMatchObject({
      networks: [{ network: 'tiny', addresses: ['10.9.0.6'] }],
    });
    const six = `${text(5)}\n  f: { ${machine} }`;
    expect(findProblems(six)).toMatchObject([
      { path: 'elements.f', message: 'tiny has no free address left for f' },
    ]);
  });
});

/** Text -> line, path and the beginning of the message of its only problem. */
const faulty: [string, number, string | undefined, string][] = [
  ['', 1, undefined, 'The file is empty'],
  ['hello', 1, undefined, 'This is not a lab'],
  ['{}', 1, 'version', 'version is missing'],
  ['version: 2', 1, 'version', 'version is 2'],
  ['version: 1\nelement: {}', 2, 'element', 'The key "element" is not known here'],
  ['version: 1\nelements:\n\tweb: 1', 3, undefined, 'A tab stands'],
  ['version: 1\nelements: {', 2, undefined, 'The indentation does not fit'],
  ['version: 1\ntitle: "x', 2, undefined, 'This is not YAML: Missing closing "quote'],
  ['version: 1\n---\nversion: 1', 2, undefined, 'There is more than one YAML document'],
  ['%YAML 1.1\n---\nversion: 1', 1, undefined, 'The file asks for YAML 1.1'],
  ['version: 1\ntitle: !x y', 2, undefined, 'Tags (!) are not read'],
  ['version: 1\ntitle: &x y', 2, 'title', 'Anchors and aliases are not read'],
  ['version: 1\n__proto__: { a: 1 }', 2, undefined, 'This cannot be a key'],
  ['version: 1\ntitle: "\0"', 2, undefined, 'This is not a text file'],
  ['version: 1\ntitle: \ufffd', 2, undefined, 'This is not a text file'],
  [`version: 1\ntitle: "${'é'.repeat(600_000)}"`, 1, undefined, 'The file is larger than 1 MiB'],
  ['['.repeat(1_000_000), 1, undefined, 'This is nested too deeply'],
  ['- '.repeat(500_000), 1, undefined, 'The file has far more keys and values'],
  [
    lab(`web: { ${machine} }`, `web: { ${machine} }`),
    4,
    'elements.web',
    '"web" is there twice, first on line 3',
  ],
  [lab('web:'), 3, 'elements.web', 'web is empty'],
  [lab('web: { image: x }'), 3, 'elements.web.kind', 'kind is missing'],
  [lab('web: { kind: contaner }'), 3, 'elements.web.kind', '"contaner" is no kind'],
  [lab('web: { kind: container }'), 3, 'elements.web.image', 'image is missing'],
  [
    lab(`web: { ${machine}, memory: 512 }`),
    3,
    'elements.web.memory',
    'memory has no unit, write 512MiB',
  ],
  [
    lab(`web: { ${machine}, memory: 8MiB }`),
    3,
    'elements.web.memory',
    'memory is 8 MiB, debian-12 needs at least 64MiB',
  ],
  [lab(`web: { ${machine}, cpu: 0 }`), 3, 'elements.web.cpu', 'cpu is 0'],
  [lab(`web: { ${machine}, cpu: true }`), 3, 'elements.web.cpu', 'cpu is true'],
  [
    lab(`web: { ${machine}, memroy: 1GiB }`),
    3,
    'elements.web.memroy',
    'The key "memroy" is not known here',
  ],
  [lab(`web: { ${machine}, ports: [80, 0] }`), 3, 'elements.web.ports.1', 'ports, item 2 is 0'],
  [
    lab(`web: { ${machine}, run: reboot }`),
    3,
    'elements.web.run',
    'run is the text "reboot", it has to be a list',
  ],
  [
    lab(`web: { ${machine}, files: [{ path: a, content: "" }] }`),
    3,
    'elements.web.files.0.path',
    '"a" cannot be used as path',
  ],
  [
    lab(`web: { ${machine}, files: [{ path: /a/../b, content: "" }] }`),
    3,
    'elements.web.files.0.path',
    '"/a/../b" cannot be used',
  ],
  [
    lab(`web: { ${machine}, files: [{ path: /a, content: "", mode: 0644 }] }`),
    3,
    'elements.web.files.0.mode',
    '644 cannot be used as mode',
  ],
  [
    lab(`web: { ${machine}, files: [{ path: /a, content: x }, { path: /a, content: y }] }`),
    3,
    'elements.web.files.1.path',
    'web has two files at /a',
  ],
  [
    lab(`web: { kind: container, image: nginx }`),
    3,
    'elements.web.image',
    'nginx is an image for apps',
  ],
  [
    lab('web: { kind: container, image: debian-vm }'),
    3,
    'elements.web.image',
    'debian-vm is an image for virtual machines, not for containers',
  ],
  [
    lab('web: { kind: container, image: upload/x }'),
    3,
    'elements.web.image',
    'upload/x is an uploaded disk, for virtual machines and not for containers',
  ],
  [
    lab('v: { kind: vm, image: debian-12 }'),
    3,
    'elements.v.image',
    'debian-12 is an image for containers, not for virtual machines',
  ],
  [
    lab('v: { kind: vm, image: windows }'),
    3,
    'elements.v.image',
    'There is no image windows for virtual machines',
  ],
  [
    lab('v: { kind: vm, image: debian-vm, firmware: efi }'),
    3,
    'elements.v.firmware',
    'firmware is "efi", which is not known',
  ],
  [
    lab('v: { kind: vm, image: debian-vm, run: [reboot] }'),
    3,
    'elements.v.run',
    'The key "run" is not known here',
  ],
  [
    lab(`web: { ${machine}, networks: [] }`),
    3,
    'elements.web.networks',
    'networks is an empty list',
  ],
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
  ].map(([address = '', message = '']): [string, number, string, string] => [
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
  [lab(`Web: { ${machine} }`), 3, 'elements.Web', '"Web" cannot be a name'],
  [lab(`web-: { ${machine} }`), 3, 'elements.web-', '"web-" cannot be a name'],
  [
    lab(`${'a'.repeat(31)}: { ${machine} }`),
    3,
    `elements.${'a'.repeat(31)}`,
    `"${'a'.repeat(31)}" cannot be a name`,
  ],
  [lab(`gateway: { ${machine} }`), 3, 'elements.gateway', 'The name gateway is taken'],
  [
    lab('x: { kind: cluster, nodes: 2 }', `x-2: { ${machine} }`),
    4,
    'elements.x-2',
    'x-2 is the name of node 2 of x',
  ],
  [lab('x: { kind: cluster, nodes: 21 }'), 3, 'elements.x.nodes', 'nodes is 21'],
  [
    lab('x: { kind: cluster, networks: [lan, lan] }'),
    3,
    'elements.x.networks',
    'A cluster is on exactly one network',
  ],
  [
    lab('web: { kind: app, on: cluster, image: nginx }'),
    3,
    'elements.web.on',
    'web runs on cluster, which is not in the lab',
  ],
  [
    lab(`db: { ${machine} }`, 'web: { kind: app, on: db, image: nginx }'),
    4,
    'elements.web.on',
    'web runs on db, which is a container',
  ],
  [
    lab('web: { kind: app, on: constructor, image: nginx }'),
    3,
    'elements.web.on',
    'web runs on constructor, which is not',
  ],
  [
    lab('c: { kind: cluster }', 'web: { kind: app, on: c, image: redis }'),
    4,
    'elements.web.port',
    'web has no port',
  ],
  [
    lab('c: { kind: cluster }', 'web: { kind: app, on: c, image: nginx, port: 6443 }'),
    4,
    'elements.web.port',
    'Port 6443 of c is used by the Kubernetes API',
  ],
  [
    lab(
      'c: { kind: cluster }',
      'a: { kind: app, on: c, image: nginx }',
      'b: { kind: app, on: c, image: nginx }',
    ),
    5,
    'elements.b.port',
    'b and a both answer on port 80 of c',
  ],
  [
    lab('c: { kind: cluster }', 'a: { kind: app, on: c, image: nginx, memory: 3GiB }'),
    4,
    'elements.a.memory',
    'memory of a is 3 GiB, a node of c has 2 GiB',
  ],
  [
    lab(
      'c: { kind: cluster }',
      'a: { kind: app, on: c, image: nginx, replicas: 2, volume: { path: /d, size: 1GiB } }',
    ),
    4,
    'elements.a.replicas',
    'a has a volume, so it has one replica',
  ],
  [
    lab('c: { kind: cluster }', 'a: { kind: app, on: c, image: nginx, environment: { A: 5 } }'),
    4,
    'elements.a.environment.A',
    'A is 5, it has to be text',
  ],
  [
    'version: 1\nchecks: [{ name: a, on: web, run: b }]',
    2,
    'checks.0.on',
    'The check "a" runs on web, which is not',
  ],
  [
    `${lab(`w: { ${machine} }`)}\nchecks: [{ name: a, on: w, run: b, timeout: 5 }]`,
    4,
    'checks.0.timeout',
    'timeout has no unit, write 5s',
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
  ].map(([subnet = '', message = '']): [string, number, string, string] => [
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
];

test.each(faulty)('%j is refused on line %d at %s: %s', (text, line, path, message) => {
  const problems = findProblems(text);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatchObject({ file: 'lab.yaml', line });
  expect(problems[0]?.path).toBe(path);
  expect(problems[0]?.message.slice(0, message.length)).toBe(message);
  expect(problems[0]?.remedy).toMatch(/\w/);
});

test('faults of form and of meaning are found together, and one does not make up others', () => {
  const problems = findProblems(
    [
      'version: 1',
      'networks: { lan: { subnet: 10.10.0.0 } }',
      lab(
        `web: { ${machine}, memory: 512, networks: [lan, wan] }`,
        'cluster: { kind: cluster, nodes: no }',
        'shop: { kind: app, on: cluster, image: nginx, port: 6443 }',
      ).replace('version: 1\n', ''),
    ].join('\n'),
  );
  expect(problems.map(({ path }) => path)).toEqual([
    'networks.lan.subnet',
    'elements.web.memory',
    'elements.web.networks.1',
    'elements.cluster.nodes',
    'elements.shop.port',
  ]);
});

test('of hundreds of problems the first hundred are listed', () => {
  const many = Array.from({ length: 300 }, (_, index) => `x${index}: { kind: vm }`);
  const problems = findProblems(lab(...many));
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)?.message).toBe('There are 200 more problems');
});

describe('whatever the text is, there is a blueprint or there are problems', () => {
  /** Finds problems in every text that is not a lab; throwing is what would fail. */
  const judge = (text: string) => {
    const problems = findProblems(text);
    if (problems.length === 0) readExample(text);
    for (const problem of problems) expect(problem.line).toBeGreaterThan(0);
  };

  test('noise', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 500 }), judge));
    const marks = fc.constantFrom(
      ...Array.from('[]{}:-?,#&*!|>"%@` \n\t'),
      "'",
      'a',
      '1',
      'version',
      ': ',
      '- ',
    );
    fc.assert(fc.property(fc.string({ unit: marks, maxLength: 200 }), judge));
  }, 30_000);

  test('any value in the place of any part of a lab', () => {
    const part = fc.constantFrom('version', 'title', 'networks', 'elements', 'checks');
    fc.assert(
      fc.property(anyLab, part, fc.jsonValue(), (valid, key, value) => {
        judge(stringify({ ...valid, [key]: value }));
      }),
    );
  }, 30_000);

  test('any value in the place of any key of an element', () => {
    const keys = ['kind', 'image', 'cpu', 'memory', 'networks', 'files', 'run', 'on', 'volume'];
    fc.assert(
      fc.property(anyLab, fc.constantFrom(...keys), fc.jsonValue(), (valid, key, value) => {
        const elements = Object.fromEntries(
          Object.entries(valid.elements).map(([name, element]) => [
            name,
            { ...element, [key]: value },
          ]),
        );
        judge(stringify({ ...valid, elements }));
      }),
    );
  }, 30_000);
});

describe('instructions', () => {
  const instructions = 'instructions: |\n  Hello.\n  ## One\n  Do it.\n';
  const check = (step: number) =>
    `checks:\n  - { name: done, on: web, run: "true", step: ${step} }\n`;

  test('are kept as they are written, with the steps of the checks', () => {
    const blueprint = readExample(`${lab(`web: { ${machine} }`)}\n${check(1)}${instructions}`);
    expect(blueprint.instructions).toBe('Hello.\n## One\nDo it.\n');
    expect(blueprint.checks[0]?.step).toBe(1);
  });

  test('have the steps that checks name', () => {
    const text = `${lab(`web: { ${machine} }`)}\n${check(2)}${instructions}`;
    expect(findProblems(text)).toMatchObject([
      {
        line: 5,
        message: 'The check "done" belongs to step 2, and the instructions have 1',
        remedy: 'Begin each step of the instructions with a heading such as "## Say hello".',
      },
    ]);
  });
});
