import fc from 'fast-check';

/** Labs as a person could write them, all of them valid, as values for YAML. */

const name = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/).filter((text) => text !== 'gateway');
const size = fc
  .tuple(fc.integer({ min: 1, max: 3000 }), fc.constantFrom('GiB', 'GB'))
  .map(([amount, unit]) => `${amount + 8}${unit}`);
const cores = fc.oneof(fc.integer({ min: 1, max: 64 }), fc.constantFrom(0.5, '1.5', '500m', '2'));
/** Everything that YAML has to quote, escape or indent. */
const anyContent = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(' ', '\n', '\t', '#', ':', '-', '"', "'", '\\', 'a', '\r', '%', '&'),
  }),
);
const oneLine = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text));
const commandText = fc
  .array(oneLine, { minLength: 1, maxLength: 3 })
  .map((lines) => lines.join('\n'));
const files = (owner: boolean) =>
  fc.uniqueArray(
    fc.record(
      {
        path: name.map((text) => `/srv/${text}`),
        content: anyContent,
        mode: fc.constantFrom('0644', '755', '0600'),
        ...(owner && { owner: fc.constantFrom('root', 'student', '1000') }),
      },
      { requiredKeys: ['path', 'content'] },
    ),
    { maxLength: 3, selector: ({ path }) => path },
  );

const subnets = ['10.10.0.0/24', '10.20.0.0/16', '192.168.7.0/28', '172.16.0.0/20'];

const container = (networks: readonly string[]) =>
  fc.record(
    {
      kind: fc.constant('container'),
      image: fc.constantFrom('debian-12', 'images:alpine/3.22'),
      cpu: cores,
      memory: size,
      storage: size,
      networks: fc.shuffledSubarray([...networks], { minLength: 1 }),
      files: files(true),
      run: fc.array(commandText, { maxLength: 3 }),
      ports: fc.array(fc.integer({ min: 1, max: 65535 }), { maxLength: 3 }),
    },
    { requiredKeys: ['kind', 'image'] },
  );

const vm = (networks: readonly string[]) =>
  fc.record(
    {
      kind: fc.constant('vm'),
      image: fc.constantFrom('debian-vm', 'upload/router'),
      cpu: cores,
      memory: size,
      storage: size,
      networks: fc.shuffledSubarray([...networks], { minLength: 1 }),
      firmware: fc.constantFrom('bios', 'uefi'),
    },
    { requiredKeys: ['kind', 'image'] },
  );

const cluster = (networks: readonly string[]) =>
  fc.record(
    {
      kind: fc.constant('cluster'),
      nodes: fc.integer({ min: 1, max: 3 }),
      cpu: cores,
      memory: size,
      storage: size,
      networks: fc.constantFrom(...networks).map((network) => [network]),
    },
    { requiredKeys: ['kind'] },
  );

const app = (on: string, port: number) =>
  fc.record(
    {
      kind: fc.constant('app'),
      on: fc.constant(on),
      image: fc.constantFrom('nginx', 'docker.io/library/redis:8'),
      port: fc.constant(port),
      containerPort: fc.integer({ min: 1, max: 65535 }),
      cpu: fc.constantFrom(0.25, '100m'),
      memory: fc.constantFrom('64MiB', '500MB'),
      volume: fc.constant({ path: '/data', size: '1GiB' }),
      environment: fc.dictionary(fc.stringMatching(/^[A-Z_]{1,8}$/), oneLine, { maxKeys: 3 }),
      files: files(false),
    },
    { requiredKeys: ['kind', 'on', 'image', 'port'] },
  );

const check = (on: readonly string[]) =>
  fc.record(
    {
      name: oneLine,
      on: fc.constantFrom(...on),
      run: commandText,
      expect: fc.record(
        { exitCode: fc.integer({ min: 0, max: 255 }), output: oneLine },
        { requiredKeys: [] },
      ),
      timeout: fc.constantFrom('10s', '2m', '90s'),
    },
    { requiredKeys: ['name', 'on', 'run'] },
  );

export const anyLab = fc
  .uniqueArray(name, { minLength: 1, maxLength: subnets.length })
  .chain((networks) => {
    const elements = fc.uniqueArray(name, { minLength: 4, maxLength: 4 }).chain((names) => {
      const [first = '', second = '', third = '', fourth = ''] = names;
      return fc.record({
        elements: fc.record({
          [first]: container(networks),
          [second]: cluster(networks),
          [third]: fc.oneof(container(networks), vm(networks)),
          // `kubernetes` is no name for an app.
          [`${fourth}-x`]: app(second, 8080),
        }),
        checks: fc.uniqueArray(check([first, second]), {
          maxLength: 3,
          selector: (one) => one.name,
        }),
      });
    });
    return fc.record(
      {
        version: fc.constant(1),
        title: oneLine,
        networks: fc.constant(
          Object.fromEntries(
            networks.map((network, index) => [
              network,
              { subnet: subnets[index] ?? '', internet: index % 2 === 0 },
            ]),
          ),
        ),
        lab: elements,
      },
      { requiredKeys: ['version', 'networks', 'lab'] },
    );
  })
  .map(({ lab, ...rest }) => ({ ...rest, ...lab }));
