import { CharSet } from '../text/char-set.js';

const NONE: readonly never[] = [];

/** A few dozen words that a matcher tries at one offset: those with the same first character together, the longest first. */
export class WordsByFirst<T> {
  private readonly firsts: CharSet;
  private readonly lists = new Map<number, T[]>();

  constructor(items: readonly T[], wordOf: (item: T) => string) {
    for (const item of [...items].sort((a, b) => wordOf(b).length - wordOf(a).length)) {
      const code = wordOf(item).charCodeAt(0);
      const known = this.lists.get(code);
      if (known === undefined) this.lists.set(code, [item]);
      else known.push(item);
    }
    this.firsts = new CharSet(String.fromCharCode(...this.lists.keys()));
  }

  /** The words that begin with the code unit; nearly always there are none, which costs one look in a table. */
  at(code: number): readonly T[] {
    return this.firsts.has(code) ? (this.lists.get(code) ?? NONE) : NONE;
  }
}
