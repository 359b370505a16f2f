const sectorBytes = 2048;
const catalogSector = 19;
const codeSector = 20;

/**
 * The least ISO image that a computer with BIOS starts from (ISO 9660 with El Torito): its program writes the text to the
 * first serial line, and stands still.
 */
export function bootableDisc(text: string): Buffer {
  const disc = Buffer.alloc(32 * sectorBytes);
  const descriptor = (sector: number, kind: number) => {
    disc.writeUInt8(kind, sector * sectorBytes);
    disc.write('CD001\x01', sector * sectorBytes + 1, 'latin1');
    return sector * sectorBytes;
  };
  descriptor(16, 1);
  const boot = descriptor(17, 0);
  disc.write('EL TORITO SPECIFICATION', boot + 7, 'latin1');
  disc.writeUInt32LE(catalogSector, boot + 71);
  descriptor(18, 255);
  writeCatalog(disc.subarray(catalogSector * sectorBytes));
  program(text).copy(disc, codeSector * sectorBytes);
  return disc;
}

/** One entry that vouches for the catalog, whose words add up to nothing, and one that names the program. */
function writeCatalog(catalog: Buffer): void {
  catalog.writeUInt8(1, 0);
  catalog.writeUInt16LE(0xaa55, 30);
  let sum = 0;
  for (let at = 0; at < 32; at += 2) sum += catalog.readUInt16LE(at);
  catalog.writeUInt16LE(-sum & 0xffff, 28);
  // Bootable, no emulation of a floppy, four sectors of 512 bytes.
  catalog.writeUInt8(0x88, 32);
  catalog.writeUInt16LE(4, 38);
  catalog.writeUInt32LE(codeSector, 40);
}

/** In real mode, at 0x7c00. */
function program(text: string): Buffer {
  const head = [0x31, 0xc0, 0x8e, 0xd8]; // xor ax, ax; mov ds, ax
  const load = (at: number) => [0xbe, at & 0xff, at >> 8, 0xba, 0xf8, 0x03]; // mov si, text; mov dx, 0x3f8
  const loop = [0xac, 0x84, 0xc0, 0x74, 0x03, 0xee, 0xeb, 0xf8]; // lodsb; test al, al; jz +3; out dx, al; jmp loop
  const end = [0xf4, 0xeb, 0xfd]; // hlt; jmp -3
  const length = head.length + load(0).length + loop.length + end.length;
  return Buffer.from([...head, ...load(0x7c00 + length), ...loop, ...end, ...Buffer.from(text), 0]);
}
