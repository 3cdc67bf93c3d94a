import type { SourceDocument } from '../document/source-document.js';
import { archiveEntries, isArchive, type ReadFailure, toReadFailure } from './archive-entries.js';
import { limits } from './limits.js';
import { type ReadOptions, readBytes } from './read-document.js';
import { unsupportedFile } from './read-errors.js';
import { readFileBytes } from './read-file-bytes.js';
import { openZip } from './zip-directory.js';

/**
 * Reads the files of a .zip as a folder, in the archive's order, archives inside it too. One file that cannot be read is a failure of
 * its own. Limits on size, number, ratio and depth: see `limits`.
 * @throws TifaError when the archive itself cannot be opened
 */
export async function* readArchive(
  input: Uint8Array | string,
  options: Pick<ReadOptions, 'name' | 'encoding'> = {},
): AsyncGenerator<SourceDocument | ReadFailure> {
  const archive = await readFileBytes(input, options.name ?? null, limits.archiveBytes);
  if (!isArchive(archive.bytes)) throw unsupportedFile(archive.name, 'is no ZIP archive', 'Read it with readDocument.');
  const zip = openZip(archive.bytes, archive.name);
  for (const entry of archiveEntries(zip, archive.path ?? archive.name ?? 'archive', 'all')) {
    if ('error' in entry) yield entry;
    else yield await readEntry(entry, options);
  }
}

async function readEntry(
  { bytes, path, name }: { bytes: Uint8Array; path: string; name: string },
  { encoding }: ReadOptions,
): Promise<SourceDocument | ReadFailure> {
  try {
    return await readBytes({ bytes, path, name }, encoding === undefined ? {} : { encoding });
  } catch (error) {
    return toReadFailure(error, path, name);
  }
}
