import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  name: string | Uint8Array;
  content: Uint8Array | string;
  /** general purpose flags: 1 is encrypted, 0x800 a name in UTF-8 */
  flags?: number;
  /** what the directory says of the unpacked size, when it is to lie */
  declaredBytes?: number;
}

/** A ZIP archive with deflated files. */
export function makeZip(files: readonly ZipFile[]): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name as Uint8Array);
    const content = Buffer.from(file.content as Uint8Array);
    const packed = deflateRawSync(content);
    const sizes = [crc32(content), packed.length, file.declaredBytes ?? content.length];
    const local = header(0x04034b50, 30, [20, file.flags ?? 0x800, 8, 0, 0], 4, sizes, 14);
    local.writeUInt16LE(name.length, 26);
    const entry = header(0x02014b50, 46, [20, 20, file.flags ?? 0x800, 8, 0, 0], 4, sizes, 16);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, name, packed);
    directory.push(entry, name);
    offset += local.length + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

function header(
  signature: number,
  size: number,
  shorts: number[],
  at: number,
  longs: number[],
  longsAt: number,
): Buffer {
  const bytes = Buffer.alloc(size);
  bytes.writeUInt32LE(signature, 0);
  for (const [i, value] of shorts.entries()) bytes.writeUInt16LE(value, at + i * 2);
  for (const [i, value] of longs.entries()) bytes.writeUInt32LE(value, longsAt + i * 4);
  return bytes;
}
