import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from 'node:fs';

const PAGE_BYTES = 4096;
const SLOT_BYTES = 16;
const SLOTS = PAGE_BYTES / SLOT_BYTES;
/** share of slots in use at which a table counts as full */
const FULL = 0.7;

/**
 * A hash table of ids in a file: one page is read for a question, so memory stays the same for any number of ids.
 * An id is kept by its first 128 bits.
 */
export class IdTable {
  private readonly page = Buffer.alloc(PAGE_BYTES);

  private constructor(
    private readonly file: number,
    private readonly pages: number,
  ) {}

  static create(path: string, pages: number): IdTable {
    const file = openSync(path, 'w+');
    ftruncateSync(file, pages * PAGE_BYTES);
    return new IdTable(file, pages);
  }

  /** A table that somebody else may be adding to: what comes in later may or may not be seen. */
  static open(path: string): IdTable {
    const file = openSync(path, 'r');
    return new IdTable(file, fstatSync(file).size / PAGE_BYTES);
  }

  /** @param id sha-256 as hex */
  has(id: string): boolean {
    return this.find(readKey(id)).isTaken;
  }

  /** False when it was there already. */
  add(id: string): boolean {
    return this.insert(readKey(id));
  }

  isFull(count: number): boolean {
    return count > this.pages * SLOTS * FULL;
  }

  /** A table of twice the size with the same ids. */
  double(path: string): IdTable {
    const larger = IdTable.create(path, this.pages * 2);
    for (let at = 0; at < this.pages; at++) {
      readSync(this.file, this.page, 0, PAGE_BYTES, at * PAGE_BYTES);
      for (let slot = 0; slot < PAGE_BYTES; slot += SLOT_BYTES)
        if (!isFree(this.page, slot)) larger.insert(this.page.subarray(slot, slot + SLOT_BYTES));
    }
    return larger;
  }

  close(): void {
    closeSync(this.file);
  }

  private insert(key: Buffer): boolean {
    const { isTaken, offset } = this.find(key);
    if (!isTaken) writeSync(this.file, key, 0, SLOT_BYTES, offset);
    return !isTaken;
  }

  /**
   * The slot that holds the key, or the free one where it belongs: looked for from a place in the page that the key names,
   * round to that place again; a full page flows over into the next one.
   */
  private find(key: Buffer): { isTaken: boolean; offset: number } {
    const firstPage = key.readUInt32LE(0) % this.pages;
    const second = key.readUInt32LE(4);
    for (let step = 0; step < this.pages; step++) {
      const start = ((firstPage + step) % this.pages) * PAGE_BYTES;
      readSync(this.file, this.page, 0, PAGE_BYTES, start);
      for (let tries = 0, slot = second % SLOTS; tries < SLOTS; tries++, slot = (slot + 1) % SLOTS) {
        const at = slot * SLOT_BYTES;
        const word = this.page.readUInt32LE(at + 4);
        if (word === second && isKey(this.page, at, key)) return { isTaken: true, offset: start + at };
        if (word === 0 && isFree(this.page, at)) return { isTaken: false, offset: start + at };
      }
    }
    throw new Error('The table of ids is full.');
  }
}

function readKey(id: string): Buffer {
  return Buffer.from(id.slice(0, SLOT_BYTES * 2), 'hex');
}

function isKey(page: Buffer, at: number, key: Buffer): boolean {
  return page.compare(key, 0, SLOT_BYTES, at, at + SLOT_BYTES) === 0;
}

function isFree(page: Buffer, at: number): boolean {
  return page.readUInt32LE(at) === 0 && page.readUInt32LE(at + 4) === 0 && page.readUInt32LE(at + 8) === 0;
}
