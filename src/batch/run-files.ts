import { closeSync, createReadStream, fstatSync, ftruncateSync, openSync, writevSync } from 'node:fs';
import type { TifaError } from '../errors.js';
import { readLines } from './byte-lines.js';
import { unwritable, writing } from './run-errors.js';

const FLUSH_BYTES = 512 * 1024;

/** A file that only grows, by whole lines. What a broken write left behind is cut off again. */
export class LineFile {
  private readonly file: number;
  private lines: Uint8Array[] = [];
  private waiting = 0;
  private written: number;
  private failure: TifaError | null = null;

  /** Opens the file and cuts it to `length` bytes: what lies behind is half a line. */
  constructor(
    private readonly path: string,
    length: number,
  ) {
    this.file = writing(path, () => openSync(path, 'a'));
    if (fstatSync(this.file).size > length) ftruncateSync(this.file, length);
    this.written = length;
  }

  /** Bytes of all lines that stand in the file. */
  get length(): number {
    return this.written;
  }

  append(line: Uint8Array): void {
    this.lines.push(line);
    this.waiting += line.length;
    if (this.waiting >= FLUSH_BYTES) this.flush();
  }

  /** @throws TifaError `output-unwritable`, from then on at every call: lines are lost, and no count may include them */
  flush(): void {
    if (this.failure !== null) throw this.failure;
    if (this.lines.length === 0) return;
    const lines = this.lines;
    this.lines = [];
    this.waiting = 0;
    try {
      for (let rest = lines; rest.length > 0; ) rest = dropWritten(rest, writevSync(this.file, rest));
    } catch (error) {
      this.cutBack();
      this.failure = unwritable(this.path, error);
      throw this.failure;
    }
    for (const line of lines) this.written += line.length;
  }

  /** Lines that were not flushed are given up. */
  close(): void {
    closeSync(this.file);
  }

  /** Frees the half line; where even that fails, the next start does it. */
  private cutBack(): void {
    try {
      ftruncateSync(this.file, this.written);
    } catch {
      // healed at the next start
    }
  }
}

/** What is left of the lines when their first `bytes` bytes are written. */
function dropWritten(lines: Uint8Array[], bytes: number): Uint8Array[] {
  let at = 0;
  for (let left = bytes; at < lines.length; at++) {
    const line = lines[at] as Uint8Array;
    if (line.length > left) return [line.subarray(left), ...lines.slice(at + 1)];
    left -= line.length;
  }
  return [];
}

/** Whole lines of a file from a place on; a last line without line feed is left out. Nothing when there is no file. */
export async function* wholeLines(path: string, start = 0): AsyncGenerator<{ bytes: Uint8Array; end: number }> {
  try {
    for await (const line of readLines(createReadStream(path, { start, highWaterMark: 1024 * 1024 })))
      if (line.isWhole) yield { bytes: line.bytes, end: start + line.end };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
