import { afterAll, beforeAll, expect, test } from 'vitest';
import { labcast, labcastInBackground, labcastOk } from './support/labcast.ts';
import { destroyQuietly, eventually, receiptOf, viewOf } from './support/views.ts';

const name = 'e2e-vm';
const lab = (memory: string) => `version: 1
networks:
  lan: { subnet: 10.10.0.0/24, internet: false }
elements:
  vm: { kind: vm, image: debian-vm, cpu: 1, memory: ${memory}, storage: 6GiB }
`;

async function apply(memory: string): Promise<void> {
  await labcastOk(['apply', '-f', '-', '--name', name, '--yes'], { stdin: lab(memory) });
}

async function inGuest(script: string): Promise<string> {
  return (await labcastOk(['exec', name, 'vm', '--', 'sh', '-c', script])).stdout.trim();
}

beforeAll(() => destroyQuietly(name, 'e2e-vm-booting'));
afterAll(() => destroyQuietly(name, 'e2e-vm-booting'));

// One test: its parts go on from each other, and each boot takes half a minute or more without KVM.
test('a virtual machine has its sizes and address, keeps its work, and restarts for more memory', async () => {
  await apply('384MiB');
  const { status } = await viewOf(name);
  expect(status.elements.find((element) => element.name === 'vm')).toMatchObject({
    state: 'ready',
    addresses: ['10.10.0.10'],
  });
  await eventually(
    'the guest has its address',
    () => inGuest('ip -4 -brief address show eth0'),
    (text) => text.includes('10.10.0.10/24'),
  );
  expect(await inGuest('hostname')).toBe('vm');
  expect(await inGuest('nproc')).toBe('1');
  expect(Number(await inGuest('df --output=size -m / | tail -n 1'))).toBeGreaterThan(5_500);
  const before = Number(await inGuest('free -m | awk "/Mem:/ {print \\$2}"'));
  await inGuest('echo precious >/root/work && sync');
  await apply('640MiB');
  expect(await inGuest('cat /root/work')).toBe('precious');
  const after = Number(await inGuest('free -m | awk "/Mem:/ {print \\$2}"'));
  expect(after - before).toBeGreaterThan(200);
  await labcastOk(['stop', name]);
  expect((await viewOf(name)).status.state).toBe('stopped');
  await labcastOk(['destroy', name, '--yes']);
  expect((await receiptOf(name)).complete).toBe(true);
}, 900_000);

test('one that is still booting is destroyed at once', async () => {
  const booting = labcastInBackground(['create', 'vm', '--name', 'e2e-vm-booting']);
  try {
    await eventually(
      'its guest boots',
      () => viewOf('e2e-vm-booting'),
      ({ status }) => status.elements.some(({ reason }) => reason === 'Boot the guest of vm'),
    );
    expect((await labcast(['destroy', 'e2e-vm-booting', '--yes'])).exitCode).toBe(0);
    expect((await receiptOf('e2e-vm-booting')).complete).toBe(true);
  } finally {
    booting.kill();
  }
});
