import { describeIncusClient } from './testing/contract.ts';
import type { ExecHandler } from './testing/fakeExec.ts';
import { createFakeIncus } from './testing/fakeIncus.ts';

/** The few commands that the contract runs. */
const busybox: ExecHandler = async ({ request, stdin, stdout, stderr }) => {
  switch (request.command[0]) {
    case 'cat':
      for await (const chunk of stdin) stdout.write(chunk);
      return 0;
    case 'sh':
      stderr.write('no\n');
      return 7;
    case 'sleep':
      return new Promise(() => undefined);
    default:
      return 127;
  }
};

describeIncusClient('the fake Incus', async () => {
  const { client } = createFakeIncus({ images: ['busybox'], exec: busybox });
  await client.ensureStoragePool('pool', 'dir', {});
  return {
    client,
    image: 'busybox',
    pool: 'pool',
    tarballs: { metadata: 'other-metadata.tar', rootfs: 'other-rootfs.tar' },
    stop: () => client.close(),
  };
});
