import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { TifaError } from '../errors.js';

/** Where results go: standard output or a file. */
export interface Output {
  write(text: string): Promise<void>;
  /** Ends the output; a file gets its name only now, so that a broken run leaves no half of one. */
  close(): Promise<void>;
  /** Gives up; nothing is left behind. */
  discard(): Promise<void>;
}

/** `tifa … | head` closes the pipe early: that ends the command and is no failure. */
export function endQuietlyOnClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
    throw error;
  });
}

function standardOutput(): Output {
  return {
    async write(text) {
      if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
    },
    close: async () => {},
    discard: async () => {},
  };
}

function unwritable(path: string, cause: unknown): TifaError {
  const reason = cause instanceof Error ? ` (${(cause as NodeJS.ErrnoException).code ?? cause.message})` : '';
  return new TifaError(
    'output-unwritable',
    `Cannot write to ${path}${reason}.`,
    'Choose another --output, or check its permissions and the space on the disk.',
    cause,
  );
}

/** Makes a folder and those above it. Node's own `recursive` never returns where a file system answers ENOENT (/proc). */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}

async function fileOutput(path: string): Promise<Output> {
  const target = resolve(path);
  const temporary = `${target}.${process.pid}.part`;
  try {
    await makeFolder(dirname(target));
    if ((await stat(target).catch(() => null))?.isDirectory() === true)
      throw Object.assign(new Error(), { code: 'EISDIR' });
    const stream = createWriteStream(temporary, { encoding: 'utf8' });
    let failure: unknown = null;
    stream.on('error', (error) => {
      failure ??= error;
    });
    await once(stream, 'open');
    return {
      async write(text) {
        if (failure !== null) throw unwritable(path, failure);
        if (text !== '' && !stream.write(text)) await Promise.race([once(stream, 'drain'), once(stream, 'close')]);
      },
      async close() {
        stream.end();
        await once(stream, 'close');
        if (failure !== null) throw unwritable(path, failure);
        await rename(temporary, target).catch((error) => Promise.reject(unwritable(path, error)));
      },
      async discard() {
        stream.destroy();
        await rm(temporary, { force: true });
      },
    };
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** @param path a file, or null for standard output */
export async function openOutput(path: string | null): Promise<Output> {
  return path === null ? standardOutput() : fileOutput(path);
}

/** All of standard input, as bytes: the encoding is found later. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
