import { crc32, inflateRawSync } from 'node:zlib';
import { decode } from '../text/decode.js';
import { limits } from './limits.js';
import { damagedFile, protectedFile, unsupportedFile } from './read-errors.js';

/** One file in a ZIP, as the central directory lists it (APPNOTE 4.3.12). */
export interface ZipEntry {
  /** with folders, `/` between them */
  name: string;
  isEncrypted: boolean;
  /** 0 stored, 8 deflated */
  method: number;
  crc: number;
  packedBytes: number;
  bytes: number;
  /** of the local header */
  offset: number;
}

/** An archive whose files can be unpacked one by one. */
export interface ZipSource {
  readonly entries: readonly ZipEntry[];
  /** Bytes of one file; `name` is used in messages. @throws TifaError */
  unpack(entry: ZipEntry, name: string): Uint8Array;
}

/** An archive that is in memory. @throws TifaError `file-damaged` */
export function openZip(bytes: Uint8Array, name: string | null): ZipSource {
  const entries = readZipDirectory(bytes, name);
  return { entries, unpack: (entry, called) => unpackEntry(bytes, entry, called) };
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
/** the end record has 22 bytes and a comment of up to 65535 behind it */
const END_SEARCH = 65535 + 22;

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Lists the files of a ZIP, folders left out. Names without a mark of UTF-8 are read as what they are, mostly GBK. */
export function readZipDirectory(bytes: Uint8Array, name: string | null): ZipEntry[] {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end < 0) throw damagedFile(name, 'is cut short: the directory at its end is missing');
  const count = view.getUint16(end + 10, true);
  const entries: ZipEntry[] = [];
  let offset = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (offset + 46 > bytes.length || view.getUint32(offset, true) !== ENTRY_SIGNATURE) {
      throw damagedFile(name, 'has a broken directory');
    }
    const nameLength = view.getUint16(offset + 28, true);
    const entry = readEntry(view, offset, bytes.subarray(offset + 46, offset + 46 + nameLength));
    if (!entry.name.endsWith('/')) entries.push(entry);
    offset += 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  for (let offset = view.byteLength - 22; offset >= 0 && offset >= view.byteLength - END_SEARCH; offset--) {
    if (view.getUint32(offset, true) === END_SIGNATURE) return offset;
  }
  return -1;
}

function readEntry(view: DataView, offset: number, nameBytes: Uint8Array): ZipEntry {
  return {
    name: decode(nameBytes).text.replaceAll('\\', '/'),
    isEncrypted: (view.getUint16(offset + 8, true) & 1) !== 0,
    method: view.getUint16(offset + 10, true),
    crc: view.getUint32(offset + 16, true),
    packedBytes: view.getUint32(offset + 20, true),
    bytes: view.getUint32(offset + 24, true),
    offset: view.getUint32(offset + 42, true),
  };
}

/** Unpacks one file, never more bytes than its entry declares. `name` is used in messages. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry, name: string | null): Uint8Array {
  checkEntry(entry, name);
  const view = viewOf(bytes);
  const { offset } = entry;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE)
    throw damagedFile(name, 'has a broken directory');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + entry.packedBytes);
  const unpacked = entry.method === 0 ? packed : inflate(packed, entry, name);
  if (unpacked.length !== entry.bytes || crc32(unpacked) !== entry.crc)
    throw damagedFile(name, 'does not unpack to what was packed');
  return unpacked;
}

function inflate(packed: Uint8Array, entry: ZipEntry, name: string | null): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) });
  } catch (error) {
    throw damagedFile(name, 'does not unpack to what was packed', error);
  }
}

function checkEntry(entry: ZipEntry, name: string | null): void {
  if (entry.isEncrypted) throw protectedFile(name);
  if (entry.method !== 0 && entry.method !== 8)
    throw unsupportedFile(name, 'is packed in a way that is not supported', 'Pack it again as an ordinary ZIP.');
  if (entry.bytes > limits.fileBytes)
    throw unsupportedFile(name, 'unpacks to more than the limit', 'Unpack it and cut the large file.');
  if (entry.bytes >= limits.unpackRatioFrom && entry.bytes > entry.packedBytes * limits.unpackRatio) {
    throw unsupportedFile(
      name,
      `unpacks to more than ${limits.unpackRatio} times its size, as a zip bomb does`,
      'Unpack it yourself if you trust it.',
    );
  }
}
