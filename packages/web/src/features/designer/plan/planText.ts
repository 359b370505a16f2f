import type { Change } from '@labcast/domain';

const counted = (count: number, one: string, many: string) =>
  `${count} ${count === 1 ? one : many}`;

/** Every text of the list of what waits. */
export const planText = {
  title: (count: number) => (count === 1 ? '1 change waits' : `${count} changes wait`),
  empty: 'Nothing waits. Everything is as it is drawn.',
  explanation: 'Nothing of this has happened yet. Drop what should stay as it is.',
  actions: {
    create: 'New',
    change: 'Changed',
    restart: 'Restart',
    replace: 'Made anew',
    remove: 'Deleted',
  } satisfies Record<Change['action'], string>,
  losesData: 'What is stored on it goes with it',
  losesAmount: (amount: string) => `What is stored on it goes with it: ${amount} in use now`,
  takes: (time: string) => `usually takes ${time}`,
  drop: 'Drop',
  dropOf: (element: string) => `Drop the changes of ${element}`,
  value: 'Value',
  now: 'Now',
  then: 'Then',
  nothing: 'none',
  lossTitle: (elements: readonly string[]) =>
    `What is stored on ${elements.join(', ')} will be deleted.`,
  lossHint:
    'A checkpoint of the whole lab is taken first, so for 24 hours Undo brings it back with what is stored on it.',
  withoutKeeping: 'Apply without a checkpoint',
  withoutKeepingHint: 'Then it cannot be brought back.',
  cancel: 'Not now',
  apply: (count: number) => `Apply ${counted(count, 'change', 'changes')}`,
  applyWithLoss: (elements: readonly string[]) =>
    `Apply, and delete the data of ${elements.join(', ')}`,
  applying: 'Applying',
  failed: 'Not applied',
  locked: 'lab.yaml has a problem. Correct it first.',
  fields: {
    image: 'Image',
    cpu: 'CPU',
    memoryBytes: 'Memory',
    storageBytes: 'Disk',
    networks: 'Networks',
    files: 'Files',
    run: 'Commands',
    ports: 'Ports',
    firmware: 'Firmware',
    nodes: 'Nodes',
    on: 'Runs on',
    port: 'Port',
    containerPort: 'Port of the program itself',
    replicas: 'Replicas',
    volume: 'Volume',
    environment: 'Environment',
    subnet: 'Subnet',
    internet: 'Internet',
    kind: 'Kind',
  } as Readonly<Record<string, string>>,
  yes: 'yes',
  no: 'no',
  count: (count: number, field: string) =>
    field === 'run' ? counted(count, 'command', 'commands') : counted(count, 'file', 'files'),
} as const;
