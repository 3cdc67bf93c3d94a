import { firstFrom, type Span } from '../text/span.js';

/**
 * Ids of the records of one kind, which stand in text order: a letter and their number, from 1. A record that another one refers to
 * is found by its place: objects as keys of a map cost more than the records themselves.
 */
export class RecordIds<T extends Span> {
  constructor(
    private readonly records: readonly T[],
    private readonly prefix: string,
  ) {}

  at(index: number): string {
    return `${this.prefix}${index + 1}`;
  }

  /** null for what is no record of this report */
  of(record: T): string | null {
    const { records } = this;
    for (let i = firstFrom(records, record.start); i < records.length; i++) {
      const other = records[i] as T;
      if (other === record) return this.at(i);
      if (other.start > record.start) return null;
    }
    return null;
  }
}
