import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { readZipDirectory, unpackEntry, type ZipEntry, type ZipSource } from './zip-directory.js';

const END_SIGNATURE = 0x06054b50;
/** The end record has 22 bytes and a comment of up to 65535 behind it. */
const END_SEARCH = 65535 + 22;
const LOCAL_HEADER = 30;

/** A ZIP that is read from the disk entry by entry: memory holds its directory and one file, however large it is. */
export class ZipFile implements ZipSource {
  private readonly file: number;
  readonly entries: readonly ZipEntry[];

  /** @throws TifaError `file-damaged`; errors of the file system as they are */
  constructor(path: string) {
    this.file = openSync(path, 'r');
    try {
      this.entries = readZipDirectory(this.readDirectory(), path);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  /** Bytes of one file, unpacked. @throws TifaError */
  unpack(entry: ZipEntry, name: string): Uint8Array {
    const header = this.read(entry.offset, LOCAL_HEADER);
    const names = header.length < LOCAL_HEADER ? 0 : header.readUInt16LE(26) + header.readUInt16LE(28);
    const bytes = this.read(entry.offset, LOCAL_HEADER + names + entry.packedBytes);
    return unpackEntry(bytes, { ...entry, offset: 0 }, name);
  }

  close(): void {
    closeSync(this.file);
  }

  /** The directory and what follows it, with places counted from its beginning; the whole tail where there is none. */
  private readDirectory(): Uint8Array {
    const { size } = fstatSync(this.file);
    const tail = this.read(Math.max(0, size - END_SEARCH), END_SEARCH);
    const end = lastEnd(tail);
    if (end < 0) return tail;
    const start = tail.readUInt32LE(end + 16);
    const directory = this.read(start, size - start);
    const endInDirectory = directory.length - (tail.length - end);
    if (endInDirectory >= 0) directory.writeUInt32LE(0, endInDirectory + 16);
    return directory;
  }

  /** As many bytes as are there. */
  private read(start: number, length: number): Buffer {
    const bytes = Buffer.alloc(Math.max(0, length));
    const count = readSync(this.file, bytes, 0, bytes.length, start);
    return bytes.subarray(0, count);
  }
}

function lastEnd(tail: Buffer): number {
  for (let at = tail.length - 22; at >= 0; at--) if (tail.readUInt32LE(at) === END_SIGNATURE) return at;
  return -1;
}
