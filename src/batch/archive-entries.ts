import { isTifaError, TifaError } from '../errors.js';
import { limits } from '../readers/limits.js';
import { isArchive } from '../readers/read-archive.js';
import { damagedFile, unsupportedFile } from '../readers/read-errors.js';
import { readZipDirectory, unpackEntry, type ZipEntry } from '../readers/zip-directory.js';
import { toFailure } from './read-input.js';
import type { BatchInput } from './task.js';
import { ZipFile } from './zip-file.js';

/** Files that systems put into archives for themselves. */
const SYSTEM_FILE = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/** What archives inside an archive may still unpack to, all together. */
interface Budget {
  bytes: number;
  entries: number;
}

/**
 * Unpacks the files of a .zip one by one, unread, so that any worker can read them. The archive itself may be of any size, a
 * file in it up to `limits.fileBytes`; archives inside it are held in memory and have the limits of `readArchive`.
 */
export async function* archiveEntries(path: string): AsyncGenerator<BatchInput> {
  let zip: ZipFile;
  try {
    zip = new ZipFile(path);
  } catch (error) {
    yield { kind: 'failure', path, failure: toFailure(toOpenError(path, error), path) };
    return;
  }
  try {
    const inner = { bytes: limits.archiveBytes, entries: limits.archiveEntries };
    yield* unpack(path, zip.entries, (entry, name) => zip.unpack(entry, name), inner, 1);
  } finally {
    zip.close();
  }
}

/** Files that an archive lists; 1 for one that cannot be opened, which will be a failure. */
export function countArchive(path: string): number {
  try {
    const zip = new ZipFile(path);
    zip.close();
    return zip.entries.filter((entry) => !SYSTEM_FILE.test(entry.name)).length;
  } catch {
    return 1;
  }
}

function* unpack(
  archive: string,
  entries: readonly ZipEntry[],
  bytesOf: (entry: ZipEntry, name: string) => Uint8Array,
  inner: Budget,
  depth: number,
): Generator<BatchInput> {
  for (const entry of entries) {
    if (SYSTEM_FILE.test(entry.name)) continue;
    const path = `${archive}/${entry.name}`;
    const name = entry.name.split('/').at(-1) as string;
    try {
      if (depth > 1) spend(inner, entry.bytes, name);
      const bytes = bytesOf(entry, name);
      if (isArchive(bytes)) yield* unpackInner(path, name, bytes, inner, depth + 1);
      else yield { kind: 'bytes', path, name, bytes };
    } catch (error) {
      const cause = isTifaError(error) ? error : damagedFile(name, 'could not be read to its end', error);
      yield { kind: 'failure', path, failure: toFailure(cause, path) };
    }
  }
}

function unpackInner(
  path: string,
  name: string,
  bytes: Uint8Array,
  inner: Budget,
  depth: number,
): Generator<BatchInput> {
  if (depth > limits.archiveDepth)
    throw unsupportedFile(name, 'is an archive too deep inside others', 'Unpack it first.');
  const entries = readZipDirectory(bytes, name);
  return unpack(path, entries, (entry, entryName) => unpackEntry(bytes, entry, entryName), inner, depth);
}

function spend(budget: Budget, bytes: number, name: string): void {
  budget.entries--;
  budget.bytes -= bytes;
  if (budget.entries >= 0 && budget.bytes >= 0) return;
  throw unsupportedFile(name, 'lies beyond the limits of what one archive may hold', 'Split the archive.');
}

function toOpenError(path: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (isTifaError(error) || code === undefined) return error;
  return new TifaError(
    'file-unreadable',
    `The archive ${path} cannot be opened (${code}).`,
    'Check its permissions.',
    error,
  );
}
