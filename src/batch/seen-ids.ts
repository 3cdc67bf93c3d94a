import { closeSync, ftruncateSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { writing } from './run-errors.js';

const PAGE_BYTES = 4096;
const SLOT_BYTES = 16;
const SLOTS = PAGE_BYTES / SLOT_BYTES;
const FIRST_PAGES = 64;
/** share of slots in use at which the table is doubled */
const FULL = 0.7;

/**
 * The ids of all documents of a run, as a hash table on disk: one page is read for a question, so memory stays the same for
 * any number of documents. The file is scratch: it is made anew from `reports.jsonl` whenever a run goes on.
 * An id is kept by its first 128 bits.
 */
export class SeenIds {
  private file: number;
  private pages = FIRST_PAGES;
  private count = 0;
  private readonly page = Buffer.alloc(PAGE_BYTES);

  constructor(private readonly path: string) {
    this.file = openTable(path, FIRST_PAGES);
  }

  get size(): number {
    return this.count;
  }

  /** @param id sha-256 as hex */
  has(id: string): boolean {
    return this.find(Buffer.from(id.slice(0, SLOT_BYTES * 2), 'hex')).isTaken;
  }

  /** False when it was there already. */
  add(id: string): boolean {
    const isNew = this.insert(Buffer.from(id.slice(0, SLOT_BYTES * 2), 'hex'));
    if (isNew && this.count > this.pages * SLOTS * FULL) this.grow();
    return isNew;
  }

  close(): void {
    closeSync(this.file);
    rmSync(this.path, { force: true });
  }

  private insert(key: Buffer): boolean {
    const { isTaken, offset } = this.find(key);
    if (isTaken) return false;
    writing(this.path, () => writeSync(this.file, key, 0, SLOT_BYTES, offset));
    this.count++;
    return true;
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

  private grow(): void {
    const old = this.file;
    const oldPages = this.pages;
    // the old file stays readable by its number when the new one takes the name
    rmSync(this.path, { force: true });
    this.file = openTable(this.path, oldPages * 2);
    this.pages = oldPages * 2;
    this.count = 0;
    const page = Buffer.alloc(PAGE_BYTES);
    for (let at = 0; at < oldPages; at++) {
      readSync(old, page, 0, PAGE_BYTES, at * PAGE_BYTES);
      for (let slot = 0; slot < PAGE_BYTES; slot += SLOT_BYTES)
        if (!isFree(page, slot)) this.insert(page.subarray(slot, slot + SLOT_BYTES));
    }
    closeSync(old);
  }
}

function openTable(path: string, pages: number): number {
  return writing(path, () => {
    const file = openSync(path, 'w+');
    ftruncateSync(file, pages * PAGE_BYTES);
    return file;
  });
}

function isKey(page: Buffer, at: number, key: Buffer): boolean {
  return page.compare(key, 0, SLOT_BYTES, at, at + SLOT_BYTES) === 0;
}

function isFree(page: Buffer, at: number): boolean {
  return page.readUInt32LE(at) === 0 && page.readUInt32LE(at + 4) === 0 && page.readUInt32LE(at + 8) === 0;
}
