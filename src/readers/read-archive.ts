import type { SourceDocument } from '../document/source-document.js';
import { isTifaError, type TifaError } from '../errors.js';
import { limits } from './limits.js';
import { signedMediaType } from './media-type.js';
import { type ReadOptions, readBytes } from './read-document.js';
import { damagedFile, unsupportedFile } from './read-errors.js';
import { type FileBytes, readFileBytes } from './read-file-bytes.js';
import { readZipDirectory, unpackEntry, type ZipEntry } from './zip-directory.js';

/** A file in an archive that could not be read; the others are. */
export interface ReadFailure {
  /** archive and place in it: `archive.zip/folder/name.doc` */
  path: string;
  name: string;
  error: TifaError;
}

/** Files that systems put into archives for themselves. */
const SYSTEM_FILE = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;

/** A budget shared by an archive and those inside it. */
interface Budget {
  bytes: number;
  entries: number;
}

/**
 * Reads the files of a .zip as a folder, in the archive's order, archives inside it too. One file that cannot be read is a failure of
 * its own. Limits on size, number, ratio and depth: see `limits`.
 * @throws TifaError when the archive itself cannot be opened
 */
export async function* readArchive(
  input: Uint8Array | string,
  options: Pick<ReadOptions, 'name' | 'encoding'> = {},
): AsyncGenerator<SourceDocument | ReadFailure> {
  const file = await readFileBytes(input, options.name ?? null, limits.archiveBytes);
  if (!isArchive(file.bytes)) throw unsupportedFile(file.name, 'is no ZIP archive', 'Read it with readDocument.');
  yield* readEntries(file, options, { bytes: limits.archiveBytes, entries: limits.archiveEntries }, 1);
}

/** True for a ZIP that is no document of its own, as DOCX and EPUB are. */
export function isArchive(bytes: Uint8Array): boolean {
  if (signedMediaType(bytes) !== 'application/zip') return false;
  const packages = /^(?:word\/document\.xml|\[Content_Types\]\.xml|META-INF\/(?:container|manifest)\.xml|OFD\.xml)$/;
  return !readZipDirectory(bytes, null).some((entry) => packages.test(entry.name));
}

async function* readEntries(
  archive: FileBytes,
  options: ReadOptions,
  budget: Budget,
  depth: number,
): AsyncGenerator<SourceDocument | ReadFailure> {
  for (const entry of readZipDirectory(archive.bytes, archive.name)) {
    if (SYSTEM_FILE.test(entry.name)) continue;
    const path = `${archive.path ?? archive.name ?? 'archive'}/${entry.name}`;
    const name = entry.name.split('/').at(-1) as string;
    try {
      spend(budget, entry, name);
      const file = { bytes: unpackEntry(archive.bytes, entry, name), path, name };
      if (!isArchive(file.bytes))
        yield await readBytes(file, options.encoding === undefined ? {} : { encoding: options.encoding });
      else if (depth >= limits.archiveDepth)
        throw unsupportedFile(name, 'is an archive too deep inside others', 'Unpack it first.');
      else yield* readEntries(file, options, budget, depth + 1);
    } catch (error) {
      yield {
        path,
        name,
        error: isTifaError(error) ? error : damagedFile(name, 'could not be read to its end', error),
      };
    }
  }
}

function spend(budget: Budget, entry: ZipEntry, name: string): void {
  budget.entries--;
  budget.bytes -= entry.bytes;
  if (budget.entries >= 0 && budget.bytes >= 0) return;
  throw unsupportedFile(name, 'lies beyond the limits of what one archive may hold', 'Split the archive.');
}
