import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { TifaError } from '../errors.js';

/** Something to read: a file by its path, or standard input. */
export type Input = { path: string } | { failure: TifaError } | 'stdin';

/** What a folder is searched for; files named on the command line are read whatever they are called. */
const EXTENSIONS = new Set('.txt .text .md .html .htm .shtml .xhtml .mht .mhtml .doc .docx .rtf .pdf .zip'.split(' '));

function missing(path: string): TifaError {
  return new TifaError('file-not-found', `There is no file or folder ${path}.`, 'Check the spelling of the path.');
}

function unreadable(path: string, cause: unknown): TifaError {
  const code = (cause as NodeJS.ErrnoException).code ?? 'unknown error';
  return new TifaError(
    'file-unreadable',
    `The folder ${path} cannot be read (${code}).`,
    'Check its permissions.',
    cause,
  );
}

/** Files of a folder and of the folders in it, in order of their names; hidden ones are left out. */
async function* walkFolder(folder: string): AsyncGenerator<Input> {
  let entries: import('node:fs').Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield { failure: unreadable(folder, error) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (basename(path).startsWith('.')) continue;
    if (entry.isDirectory()) yield* walkFolder(path);
    else if (entry.isFile() && EXTENSIONS.has(extname(path).toLowerCase())) yield { path };
  }
}

/** What one argument stands for. A folder without documents in it is a failure: silence would look like success. */
async function* expandPath(path: string): AsyncGenerator<Input> {
  const found = await stat(path).catch(() => null);
  if (found === null) {
    yield { failure: missing(path) };
    return;
  }
  if (!found.isDirectory()) {
    yield { path };
    return;
  }
  let count = 0;
  for await (const input of walkFolder(path)) {
    count++;
    yield input;
  }
  if (count > 0) return;
  const remedy = `Documents are files named ${[...EXTENSIONS].join(', ')}; name other files one by one.`;
  yield { failure: new TifaError('file-not-found', `The folder ${path} holds no documents.`, remedy) };
}

/** Everything that the arguments name, one after the other; `-` is standard input. */
export async function* expandInputs(paths: readonly string[]): AsyncGenerator<Input> {
  for (const path of paths) {
    if (path === '-') yield 'stdin';
    else yield* expandPath(path);
  }
}

/** True when the arguments can only mean one document. */
export async function isSingleDocument(paths: readonly string[]): Promise<boolean> {
  const [path] = paths;
  if (path === undefined || paths.length > 1) return false;
  if (path === '-') return true;
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true && extname(path).toLowerCase() !== '.zip';
}
