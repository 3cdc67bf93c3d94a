import { isTifaError, type TifaError } from '../errors.js';
import { limits } from './limits.js';
import { signedMediaType } from './media-type.js';
import { damagedFile, unsupportedFile } from './read-errors.js';
import { openZip, readZipDirectory, type ZipEntry, type ZipSource } from './zip-directory.js';

/** A file in an archive, unpacked and not read. */
export interface UnpackedFile {
  bytes: Uint8Array;
  /** archive and place in it: `archive.zip/folder/name.doc` */
  path: string;
  name: string;
}

/** A file in an archive that could not be unpacked or read; the others are. */
export interface ReadFailure {
  /** archive and place in it: `archive.zip/folder/name.doc` */
  path: string;
  name: string;
  error: TifaError;
}

/** Files that systems put into archives for themselves. */
const SYSTEM_FILE = /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/i;
/** Files that make a ZIP a document of its own. */
const PACKAGE = /^(?:word\/document\.xml|\[Content_Types\]\.xml|META-INF\/(?:container|manifest)\.xml|OFD\.xml)$/;

/** True for a ZIP that is no document of its own, as DOCX and EPUB are. */
export function isArchive(bytes: Uint8Array): boolean {
  if (signedMediaType(bytes) !== 'application/zip') return false;
  return !readZipDirectory(bytes, null).some((entry) => PACKAGE.test(entry.name));
}

/** The entries of an archive but for those that systems put there. */
export function ownEntries(zip: ZipSource): ZipEntry[] {
  return zip.entries.filter((entry) => !SYSTEM_FILE.test(entry.name));
}

/** What may still be unpacked, an archive and those inside it together. */
interface Budget {
  bytes: number;
  entries: number;
}

/**
 * Unpacks the files of an archive one by one, in its order, archives inside it too. What cannot be unpacked is a failure of its own.
 * @param path what the archive is called in the paths of its files
 * @param counted what counts towards the limits on bytes and files: `all`, or `inner` for what archives inside it hold, when
 * nothing else of it is kept in memory
 */
export function archiveEntries(
  zip: ZipSource,
  path: string,
  counted: 'all' | 'inner',
): Generator<UnpackedFile | ReadFailure> {
  const budget = { bytes: limits.archiveBytes, entries: limits.archiveEntries };
  return unpack(zip, path, budget, counted === 'all' ? 1 : 2, 1);
}

function* unpack(
  zip: ZipSource,
  archive: string,
  budget: Budget,
  countedFrom: number,
  depth: number,
): Generator<UnpackedFile | ReadFailure> {
  for (const entry of ownEntries(zip)) {
    const path = `${archive}/${entry.name}`;
    const name = entry.name.split('/').at(-1) as string;
    try {
      if (depth >= countedFrom) spend(budget, entry, name);
      const bytes = zip.unpack(entry, name);
      if (isArchive(bytes)) yield* unpack(openInner(bytes, name, depth), path, budget, countedFrom, depth + 1);
      else yield { bytes, path, name };
    } catch (error) {
      yield toReadFailure(error, path, name);
    }
  }
}

function openInner(bytes: Uint8Array, name: string, depth: number): ZipSource {
  if (depth >= limits.archiveDepth)
    throw unsupportedFile(name, 'is an archive too deep inside others', 'Unpack it first.');
  return openZip(bytes, name);
}

function spend(budget: Budget, entry: ZipEntry, name: string): void {
  budget.entries--;
  budget.bytes -= entry.bytes;
  if (budget.entries >= 0 && budget.bytes >= 0) return;
  throw unsupportedFile(name, 'lies beyond the limits of what one archive may hold', 'Split the archive.');
}

/** The failure of one file, in one sentence whatever went wrong. */
export function toReadFailure(error: unknown, path: string, name: string): ReadFailure {
  return { path, name, error: isTifaError(error) ? error : damagedFile(name, 'could not be read to its end', error) };
}
