import { rmSync } from 'node:fs';
import { IdTable } from './id-table.js';
import { writing } from './run-errors.js';

const FIRST_PAGES = 64;

/**
 * The ids of all documents of a run, on disk. The file is scratch: it is made anew from `reports.jsonl` whenever a run goes on.
 */
export class SeenIds {
  private table: IdTable;
  private count = 0;

  constructor(readonly path: string) {
    this.table = writing(path, () => IdTable.create(path, FIRST_PAGES));
  }

  get size(): number {
    return this.count;
  }

  /** @param id sha-256 as hex */
  has(id: string): boolean {
    return this.table.has(id);
  }

  /** False when it was there already. @throws TifaError `output-unwritable` */
  add(id: string): boolean {
    const isNew = writing(this.path, () => this.table.add(id));
    if (!isNew) return false;
    this.count++;
    if (this.table.isFull(this.count)) this.grow();
    return true;
  }

  close(): void {
    this.table.close();
    rmSync(this.path, { force: true });
  }

  private grow(): void {
    const old = this.table;
    // the old file stays readable by its number when the new one takes the name
    rmSync(this.path, { force: true });
    this.table = writing(this.path, () => old.double(this.path));
    old.close();
  }
}
