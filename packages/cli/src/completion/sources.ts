import type { ApiClient, EnvironmentView } from '@labcast/api-client';
import { environmentName, parseEnvironmentName } from '../environmentName.ts';

export interface Candidate {
  readonly value: string;
  readonly meaning: string;
}

/** Asks the shell to complete a file's name. */
export const files: Candidate = { value: ':files', meaning: '' };

type Source = (client: ApiClient, positional: readonly string[]) => Promise<Candidate[]>;

/** By the name of the argument. */
export const sources: Readonly<Record<string, Source>> = {
  type: async (client) =>
    (await client.types()).types.map(({ name, summary }) => ({ value: name, meaning: summary })),
  'key=value': async (client, [typeName, ...given]) => {
    const type = (await client.types()).types.find(({ name }) => name === typeName);
    const isGiven = (key: string): boolean => given.some((pair) => pair.startsWith(`${key}=`));
    return [...(type?.parameters ?? []), { name: 'name', summary: 'name of the assignment' }]
      .filter(({ name }) => !isGiven(name))
      .map(({ name, summary }) => ({ value: `${name}=`, meaning: summary }));
  },
  assignment: async (client) =>
    (await client.assignments()).assignments.map(({ name, type }) => ({
      value: name,
      meaning: type ?? 'lab.yaml',
    })),
  course: async (client) =>
    (await client.courses()).courses.map(({ slug, name }) => ({ value: slug, meaning: name })),
  scenario: async (client) =>
    (await client.scenarios()).scenarios.map(({ name, summary }) => ({
      value: name,
      meaning: summary,
    })),
  environment: async (client) =>
    (await client.assignments()).assignments
      .flatMap(({ environments }) => environments)
      .map((view) => ({ value: environmentName(view), meaning: view.status.state })),
  element: (client, positional) => elementsOf(client, positional, ({ name }) => name),
  'element:port': (client, positional) =>
    elementsOf(client, positional, ({ name, url }) =>
      url === undefined ? `${name}:` : `${name}:${new URL(url).port || '80'}`,
    ),
  image: async (client) =>
    (await client.uploads()).uploads.map(({ name }) => ({
      value: `upload/${name}`,
      meaning: 'uploaded disk',
    })),
  checkpoint: async (client, [written = '']) =>
    checkpointsOf(client, parseEnvironmentName(written).assignment),
  number: async (client, [written = '']) => {
    const { runs } = await client.pipeline(parseEnvironmentName(written).assignment);
    return runs.map(({ number, state, checkpoint }) => ({
      value: String(number),
      meaning: `of c${String(checkpoint)}, ${state}`,
    }));
  },
  before: (client, positional) => comparable(client, positional),
  after: (client, positional) => comparable(client, positional),
  file: () => Promise.resolve([files]),
  app: async (client, positional) =>
    elementsOf(client, positional, ({ name, url }) => (url === undefined ? undefined : name)),
};

const theFiles: Source = () => Promise.resolve([files]);

/** By the long name of the option whose value is written. */
export const optionSources: Readonly<Record<string, Source>> = {
  '--file': theFiles,
  '--roster': theFiles,
  '--script': theFiles,
  '--release': async (client, [written = '']) =>
    releasesOf(client, parseEnvironmentName(written).assignment),
  '--section': async (client, [written = '']) => {
    const { students } = await client.class(parseEnvironmentName(written).assignment);
    const sections = new Set(students.flatMap(({ section }) => section ?? []));
    return [...sections].sort().map((value) => ({ value, meaning: 'section' }));
  },
};

async function checkpointsOf(client: ApiClient, assignment: string): Promise<Candidate[]> {
  const { checkpoints } = await client.checkpoints(assignment);
  return checkpoints.map(({ number, source, reason, note }) => ({
    value: `c${String(number)}`,
    meaning: `of ${source}, ${note || reason}`,
  }));
}

async function releasesOf(client: ApiClient, assignment: string): Promise<Candidate[]> {
  const { releases } = await client.releases(assignment);
  return releases.map(({ number, note }) => ({
    value: `r${String(number)}`,
    meaning: note || 'release',
  }));
}

/** What can be compared with each other: all of one assignment. */
async function comparable(client: ApiClient, [written = '']: readonly string[]) {
  const { assignment } = parseEnvironmentName(written);
  const [releases, checkpoints, { assignments }] = await Promise.all([
    releasesOf(client, assignment),
    checkpointsOf(client, assignment),
    client.assignments(),
  ]);
  const environments = assignments
    .filter(({ name }) => name === assignment)
    .flatMap((one) => one.environments)
    .map(({ environment, status }) => ({ value: environment, meaning: status.state }));
  return [...releases, ...checkpoints, ...environments];
}

type ElementView = EnvironmentView['status']['elements'][number];

async function elementsOf(
  client: ApiClient,
  [written = '']: readonly string[],
  valueOf: (element: ElementView) => string | undefined,
): Promise<Candidate[]> {
  const name = parseEnvironmentName(written);
  const view = await client.environment(name.assignment, name.environment);
  return view.status.elements.flatMap((element) => {
    const value = valueOf(element);
    return value === undefined ? [] : [{ value, meaning: `${element.kind}, ${element.state}` }];
  });
}
