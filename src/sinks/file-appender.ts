import { closeSync, openSync, writeSync } from 'node:fs';

const FLUSH_BYTES = 256 * 1024;

/** Appends pieces of text to a file, a quarter of a megabyte at a time. Errors of the file system come out as they are. */
export class FileAppender {
  private readonly file: number;
  private pieces: string[] = [];
  private size = 0;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  append(piece: string): void {
    this.pieces.push(piece);
    this.size += piece.length;
    if (this.size >= FLUSH_BYTES) this.flush();
  }

  close(): void {
    try {
      this.flush();
    } finally {
      closeSync(this.file);
    }
  }

  private flush(): void {
    const bytes = Buffer.from(this.pieces.join(''));
    this.pieces = [];
    this.size = 0;
    for (let at = 0; at < bytes.length; ) at += writeSync(this.file, bytes, at);
  }
}
