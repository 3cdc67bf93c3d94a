import { createReadStream, type Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { TifaError } from '../errors.js';
import { archiveEntries, countArchive } from './archive-entries.js';
import { readLines } from './byte-lines.js';
import { globRoot, globToRegExp, isGlob } from './glob.js';
import { toFailure } from './read-input.js';
import type { BatchInput } from './task.js';

/** What a folder is searched for; files that are named are read whatever they are called. */
const DOCUMENTS = new Set('.txt .text .md .html .htm .shtml .xhtml .mht .mhtml .doc .docx .rtf .pdf'.split(' '));
const RECORDS = new Set(['.jsonl', '.ndjson']);
const ARCHIVE = '.zip';

const OPEN_BRACE = 0x7b;

/** A file that a document or many may be in, or what needs no file any more. */
type Named = { kind: 'path'; path: string } | (BatchInput & { kind: 'record' | 'failure' });

/**
 * Everything that the arguments name, in the order in which they name it and folders in the order of their names: files,
 * folders, patterns (`archive/**\/*.html`), archives (`.zip`), files of JSON records (`.jsonl`), `@paths.txt` for a list of
 * paths, `-` for a list or records on standard input. Nothing but the names of one folder is held in memory.
 */
export async function* expandInputs(
  paths: readonly string[],
  standardInput: AsyncIterable<Uint8Array>,
): AsyncGenerator<BatchInput> {
  for await (const named of namedBy(paths, standardInput)) {
    if (named.kind === 'path') yield* openFile(named.path);
    else yield named;
  }
}

/**
 * How many documents the arguments name, without unpacking or reading them: for the time left. Null when a stream is among
 * them, or when the count was stopped.
 */
export async function countInputs(paths: readonly string[], signal: AbortSignal): Promise<number | null> {
  if (paths.includes('-')) return null;
  let count = 0;
  for await (const named of namedBy(paths, nothing())) {
    if (signal.aborted) return null;
    count += named.kind === 'path' ? await countIn(named.path) : 1;
  }
  return count;
}

async function* namedBy(paths: readonly string[], standardInput: AsyncIterable<Uint8Array>): AsyncGenerator<Named> {
  for (const path of paths) {
    if (path === '-') yield* listedInputs(standardInput, 'standard input');
    else if (path.startsWith('@')) yield* listFile(path.slice(1));
    else yield* expandPath(path);
  }
}

async function* expandPath(path: string): AsyncGenerator<Named> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() === true) yield* atLeastOne(walkFolder(path, isDocument), path, 'The folder');
  else if (found !== null) yield { kind: 'path', path };
  else if (isGlob(path)) yield* matchGlob(path);
  else yield missing(path, 'There is no file or folder', 'Check the spelling of the path.');
}

async function* matchGlob(pattern: string): AsyncGenerator<Named> {
  const shape = globToRegExp(pattern);
  yield* atLeastOne(
    walkFolder(globRoot(pattern), (path) => shape.test(path)),
    pattern,
    'The pattern',
  );
}

/** A folder or pattern that gives nothing is a failure: silence would look like success. */
async function* atLeastOne(inputs: AsyncIterable<Named>, path: string, what: string): AsyncGenerator<Named> {
  let count = 0;
  for await (const input of inputs) {
    count++;
    yield input;
  }
  if (count > 0) return;
  const kinds = [...DOCUMENTS, ...RECORDS, ARCHIVE].join(', ');
  yield missing(
    path,
    `${what} gives no documents:`,
    `Documents are files named ${kinds}; name other files one by one.`,
  );
}

/** Files of a folder and of the folders in it, in order of their names; hidden ones are left out. */
async function* walkFolder(folder: string, isWanted: (path: string) => boolean): AsyncGenerator<Named> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const failure = new TifaError(
      'file-unreadable',
      `The folder ${folder} cannot be read (${code}).`,
      'Check its permissions.',
    );
    yield { kind: 'failure', path: folder, failure: toFailure(failure, folder) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walkFolder(path, isWanted);
    else if (entry.isFile() && isWanted(path)) yield { kind: 'path', path };
  }
}

function isDocument(path: string): boolean {
  const extension = extname(path).toLowerCase();
  return DOCUMENTS.has(extension) || RECORDS.has(extension) || extension === ARCHIVE;
}

async function* openFile(path: string): AsyncGenerator<BatchInput> {
  const extension = extname(path).toLowerCase();
  if (extension === ARCHIVE) yield* archiveEntries(path);
  else if (RECORDS.has(extension)) yield* recordsOf(createReadStream(path), path);
  else yield { kind: 'file', path };
}

async function* recordsOf(chunks: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<BatchInput> {
  let line = 0;
  try {
    for await (const { bytes } of readLines(chunks)) {
      line++;
      // a copy: a view would send the whole chunk to the worker
      if (!isBlank(bytes)) yield { kind: 'record', path, line, bytes: new Uint8Array(bytes) };
    }
  } catch (error) {
    yield { kind: 'failure', path, failure: toFailure(unreadable(path, error), path) };
  }
}

async function* listFile(path: string): AsyncGenerator<Named> {
  const found = await stat(path).catch(() => null);
  if (found === null) yield missing(path, 'There is no list', 'Check the spelling of the path behind the @.');
  else yield* listedInputs(createReadStream(path), path);
}

/** Lines that name files, folders and patterns, or are records themselves. */
async function* listedInputs(chunks: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Named> {
  let line = 0;
  for await (const { bytes } of readLines(chunks)) {
    line++;
    if (isBlank(bytes)) continue;
    if (bytes[0] === OPEN_BRACE) yield { kind: 'record', path: name, line, bytes: new Uint8Array(bytes) };
    else yield* expandPath(Buffer.from(bytes).toString().trim());
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.length < 1024 && bytes.every((byte) => byte <= 0x20);
}

function missing(path: string, what: string, remedy: string): Named & { kind: 'failure' } {
  return {
    kind: 'failure',
    path,
    failure: { file: path, code: 'file-not-found', message: `${what} ${path}.`, remedy },
  };
}

function unreadable(path: string, cause: unknown): TifaError {
  const code = (cause as NodeJS.ErrnoException).code ?? String(cause);
  return new TifaError(
    'file-unreadable',
    `${path} cannot be read to its end (${code}).`,
    'Check the file and its disk.',
    cause,
  );
}

async function countIn(path: string): Promise<number> {
  const extension = extname(path).toLowerCase();
  if (extension === ARCHIVE) return countArchive(path);
  if (!RECORDS.has(extension)) return 1;
  let count = 0;
  try {
    for await (const { bytes } of readLines(createReadStream(path))) if (!isBlank(bytes)) count++;
  } catch {
    count++;
  }
  return count;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
