const clusterBytes = 65_536;

/** A whole qcow2 file, of an empty disk of 1 MiB: its header, and one cluster each of what the format wants. */
export function smallDisk(): Buffer {
  const [references, block, table] = [1, 2, 3].map((cluster) => cluster * clusterBytes);
  const disk = Buffer.alloc(4 * clusterBytes);
  disk.write('QFI\xfb', 0, 'latin1');
  disk.writeUInt32BE(2, 4);
  disk.writeUInt32BE(16, 20);
  disk.writeBigUInt64BE(1_048_576n, 24);
  disk.writeUInt32BE(1, 36);
  disk.writeBigUInt64BE(BigInt(table ?? 0), 40);
  disk.writeBigUInt64BE(BigInt(references ?? 0), 48);
  disk.writeUInt32BE(1, 56);
  disk.writeBigUInt64BE(BigInt(block ?? 0), references ?? 0);
  for (let cluster = 0; cluster < 4; cluster++) disk.writeUInt16BE(1, (block ?? 0) + 2 * cluster);
  return disk;
}
