import { isTifaError } from '../errors.js';
import { limits } from '../readers/limits.js';
import { isArchive } from '../readers/read-archive.js';
import { damagedFile, unsupportedFile } from '../readers/read-errors.js';
import { type FileBytes, readFileBytes } from '../readers/read-file-bytes.js';
import { readZipDirectory, unpackEntry } from '../readers/zip-directory.js';
import { toFailure } from './read-input.js';
import type { BatchInput } from './task.js';

/** Files that systems put into archives for themselves. */
const SYSTEM_FILE = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/** Unpacks the files of a .zip one by one, unread, so that any worker can read them. */
export async function* archiveEntries(path: string): AsyncGenerator<BatchInput> {
  try {
    const file = await readFileBytes(path, null, limits.archiveBytes);
    yield* unpack(file, { bytes: limits.archiveBytes, entries: limits.archiveEntries }, 1);
  } catch (error) {
    yield { kind: 'failure', path, failure: toFailure(error, path) };
  }
}

/** What may still be unpacked: shared by an archive and those inside it. */
interface Budget {
  bytes: number;
  entries: number;
}

function* unpack(archive: FileBytes, budget: Budget, depth: number): Generator<BatchInput> {
  for (const entry of readZipDirectory(archive.bytes, archive.name)) {
    if (SYSTEM_FILE.test(entry.name)) continue;
    const path = `${archive.path ?? archive.name}/${entry.name}`;
    const name = entry.name.split('/').at(-1) as string;
    try {
      spend(budget, entry.bytes, name);
      const bytes = unpackEntry(archive.bytes, entry, name);
      if (!isArchive(bytes)) yield { kind: 'bytes', path, name, bytes };
      else if (depth < limits.archiveDepth) yield* unpack({ bytes, path, name }, budget, depth + 1);
      else throw unsupportedFile(name, 'is an archive too deep inside others', 'Unpack it first.');
    } catch (error) {
      const cause = isTifaError(error) ? error : damagedFile(name, 'could not be read to its end', error);
      yield { kind: 'failure', path, failure: toFailure(cause, path) };
    }
  }
}

function spend(budget: Budget, bytes: number, name: string): void {
  budget.entries--;
  budget.bytes -= bytes;
  if (budget.entries >= 0 && budget.bytes >= 0) return;
  throw unsupportedFile(name, 'lies beyond the limits of what one archive may hold', 'Split the archive.');
}
