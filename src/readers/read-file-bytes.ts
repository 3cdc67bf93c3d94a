import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { TifaError } from '../errors.js';
import { limits } from './limits.js';
import { quoteName, unsupportedFile } from './read-errors.js';

/** To read; opening a pipe so does not wait for somebody to write. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** A file's bytes and what it is called. */
export interface FileBytes {
  bytes: Uint8Array;
  path: string | null;
  name: string | null;
}

/** Bytes of a file, none beyond the limit; bytes that are given are only named. */
export async function readFileBytes(
  input: Uint8Array | string,
  name: string | null,
  most: number = limits.fileBytes,
): Promise<FileBytes> {
  if (typeof input !== 'string') {
    checkSize(input.length, name, most);
    return { bytes: input, path: null, name };
  }
  const called = name ?? basename(input);
  try {
    const found = await stat(input);
    if (found.isDirectory()) throw folderGiven(called);
    checkSize(found.size, called, most);
    return { bytes: await readFile(input), path: input, name: called };
  } catch (error) {
    throw toFileError(error, called);
  }
}

/**
 * The same at once and without other threads, for a thread that has nothing else to do meanwhile: four steps of waiting for
 * another thread take as long as reading a page of text. Plain files only: a pipe may keep its reader waiting for ever.
 */
export function readPlainFile(path: string): FileBytes {
  const name = basename(path);
  try {
    return { bytes: readOpened(openSync(path, WITHOUT_WAITING), name), path, name };
  } catch (error) {
    throw toFileError(error, name);
  }
}

function folderGiven(name: string): TifaError {
  return unsupportedFile(name, 'is a folder', 'Give the files in it, or the folder to the command.');
}

function readOpened(file: number, name: string): Uint8Array {
  try {
    const found = fstatSync(file);
    if (found.isDirectory()) throw folderGiven(name);
    if (!found.isFile()) throw unsupportedFile(name, 'is a pipe or a device', 'Store what it gives as a file first.');
    checkSize(found.size, name, limits.fileBytes);
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** Refuses what is beyond a limit before any of it is read. */
export function checkSize(bytes: number, name: string | null, most: number): void {
  if (bytes <= most) return;
  const size = (count: number): string => `${Math.ceil(count / 1024 / 1024)} MB`;
  throw unsupportedFile(name, `has ${size(bytes)}, and the limit is ${size(most)}`, 'Cut it into smaller files.');
}

function toFileError(error: unknown, name: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new TifaError('file-not-found', `${quoteName(name)} does not exist.`, 'Check the path.', error);
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EIO' || code === 'EMFILE') {
    return new TifaError(
      'file-unreadable',
      `${quoteName(name)} cannot be opened (${code}).`,
      'Check its permissions.',
      error,
    );
  }
  return error;
}
