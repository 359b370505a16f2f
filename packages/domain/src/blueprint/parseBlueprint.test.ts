import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { anyLab } from '../testing/anyLab.ts';
import { lab, machine } from '../testing/lab.ts';
import { findProblems, readExample } from '../testing/readExample.ts';

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
