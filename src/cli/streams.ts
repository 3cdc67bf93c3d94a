import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { makeFolder } from '../sinks/make-folder.js';
import { unwritable } from '../sinks/unwritable.js';

/** Where results go: standard output or a file. */
export interface Output {
  write(text: string): Promise<void>;
  /** Ends the output; a file gets its name only now, so that a broken run leaves no half of one. */
  close(): Promise<void>;
  /** Gives up; nothing is left behind. */
  discard(): Promise<void>;
}

/** `tifa … | head` closes the pipe early: that ends the command and is no failure. Other errors reach whoever wrote. */
export function endQuietlyOnClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit();
  });
}

/** Waits until a piece is written, so that a slow reader slows the command down instead of filling the memory. */
function writePiece(stream: Writable, text: string): Promise<void> {
  if (text === '') return Promise.resolve();
  return new Promise((done, fail) => {
    stream.write(text, (error) => (error == null ? done() : fail(error)));
  });
}

const REMEDY = 'Choose another place, or check its permissions and the space on the disk.';

/** Standard output, or a device or pipe that is named like a file: nothing is renamed there. */
function directOutput(stream: Writable, name: string): Output {
  return {
    write: (text) => writePiece(stream, text).catch((error) => Promise.reject(unwritable(name, error, REMEDY))),
    close: async () => {},
    discard: async () => {},
  };
}

function writeThenRename(stream: Writable, temporary: string, target: string, path: string): Output {
  const failWith = (error: unknown) => Promise.reject(unwritable(path, error, REMEDY));
  return {
    write: (text) => writePiece(stream, text).catch(failWith),
    async close() {
      await promisify(stream.end.bind(stream) as (done: (error?: Error | null) => void) => void)().catch(failWith);
      await rename(temporary, target).catch(failWith);
    },
    async discard() {
      stream.destroy();
      await rm(temporary, { force: true });
    },
  };
}

async function fileOutput(path: string): Promise<Output> {
  const target = resolve(path);
  const temporary = `${target}.${process.pid}.part`;
  try {
    makeFolder(dirname(target));
    const found = await stat(target).catch(() => null);
    const isPlain = found === null || found.isFile();
    const stream = createWriteStream(isPlain ? temporary : target, { encoding: 'utf8' });
    await once(stream, 'open');
    // The write that failed tells; without a listener the event would end the process.
    stream.on('error', () => {});
    return isPlain ? writeThenRename(stream, temporary, target, path) : directOutput(stream, path);
  } catch (error) {
    throw unwritable(path, error, REMEDY);
  }
}

/** @param path a file, or null for standard output */
export async function openOutput(path: string | null): Promise<Output> {
  return path === null ? directOutput(process.stdout, 'standard output') : fileOutput(path);
}

/** All of standard input, as bytes: the encoding is found later. */
export async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
