import { isTifaError, TifaError } from '../errors.js';
import { ownEntries, archiveEntries as unpackArchive } from '../readers/archive-entries.js';
import { ZipFile } from '../readers/zip-file.js';
import { toFailure } from './read-input.js';
import type { BatchInput } from './task.js';

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
    for (const entry of unpackArchive(zip, path, 'inner')) {
      if ('error' in entry) yield { kind: 'failure', path: entry.path, failure: toFailure(entry.error, entry.path) };
      else yield { kind: 'bytes', ...entry };
    }
  } finally {
    zip.close();
  }
}

/** Files that an archive lists; 1 for one that cannot be opened, which will be a failure. */
export function countArchive(path: string): number {
  try {
    const zip = new ZipFile(path);
    zip.close();
    return ownEntries(zip).length;
  } catch {
    return 1;
  }
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
