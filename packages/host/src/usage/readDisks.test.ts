import { expect, test } from 'vitest';
import { parseBtrfsMounts, parseQuotas } from './readDisks.ts';

/** As btrfs-progs 6.2 prints it. */
const table = `Qgroupid    Referenced    Exclusive  Max referenced   Path 
--------    ----------    ---------  --------------   ---- 
0/5              16384        16384            none   <toplevel>
0/256        355311616        16384            none   images/712e6eb1
0/258         13807616       139264       268435456   containers/labcast_mqylrak-gateway
0/259              100           50            none   containers/labcast_mqylrak-web
0/260              100           50             200   containers/labcast-c_mqylrak-web
`;

test('disks of one project are told apart from those of another', () => {
  expect(parseQuotas(table, 'labcast_')).toEqual([
    { name: 'labcast_mqylrak-gateway', group: '0/258', usedBytes: 13807616, limitBytes: 268435456 },
    { name: 'labcast_mqylrak-web', group: '0/259', usedBytes: 100, limitBytes: 0 },
  ]);
  expect(parseQuotas('', 'labcast_')).toEqual([]);
});

test('each pool is asked once, and no other filesystem', () => {
  const mounts = `/dev/sda1 / btrfs rw 0 0
/dev/loop0 /var/lib/incus/storage-pools/labcast btrfs rw 0 0
/dev/loop0 /mnt/storage-pools/again btrfs rw 0 0
proc /proc proc rw 0 0
`;
  expect(parseBtrfsMounts(mounts)).toEqual([
    { device: '/dev/loop0', path: '/mnt/storage-pools/again' },
  ]);
});
