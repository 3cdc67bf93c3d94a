import { closeSync, createReadStream, fstatSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import type { TifaError } from '../errors.js';
import { readLines } from './byte-lines.js';
import { unwritableRun, writing } from './run-errors.js';

const FLUSH_BYTES = 512 * 1024;

/** A file that only grows, by whole lines. What a broken write left behind is cut off again. */
export class LineFile {
  private readonly file: number;
  /** lines that wait to be written together */
  private readonly waiting = Buffer.allocUnsafe(FLUSH_BYTES);
  private held = 0;
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

  /** Takes a copy of the line. */
  append(line: Uint8Array): void {
    if (this.held + line.length > FLUSH_BYTES) this.flush();
    if (line.length > FLUSH_BYTES) this.write(line);
    else {
      this.waiting.set(line, this.held);
      this.held += line.length;
    }
  }

  /** @throws TifaError `output-unwritable`, from then on at every call: lines are lost, and no count may include them */
  flush(): void {
    if (this.failure !== null) throw this.failure;
    const lines = this.waiting.subarray(0, this.held);
    this.held = 0;
    this.write(lines);
  }

  private write(lines: Uint8Array): void {
    try {
      for (let at = 0; at < lines.length; ) at += writeSync(this.file, lines, at);
    } catch (error) {
      this.cutBack();
      this.failure = unwritableRun(this.path, error);
      throw this.failure;
    }
    this.written += lines.length;
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

/** Whole lines of a file from a place on; a last line without line feed is left out. Nothing when there is no file. */
export async function* wholeLines(path: string, start = 0): AsyncGenerator<{ bytes: Uint8Array; end: number }> {
  try {
    for await (const line of readLines(createReadStream(path, { start, highWaterMark: 1024 * 1024 })))
      if (line.isWhole) yield { bytes: line.bytes, end: start + line.end };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
