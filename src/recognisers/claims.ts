import type { Numeral, NumeralRole } from '../language/numerals.js';
import type { Span } from '../text/span.js';

/**
 * Who has which numeral. A numeral belongs to one record at most, so recognisers run in a stated order
 * (see `registry.ts`), take what they read and leave the rest to the next.
 */
export class Claims {
  constructor(private readonly numerals: readonly Numeral[]) {}

  /** Index of the first numeral that ends after `offset`; `numerals.length` when there is none. */
  indexFrom(offset: number): number {
    let low = 0;
    let high = this.numerals.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.numerals[middle] as Numeral).end <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** True when no numeral inside the span has a role yet. */
  isFree(span: Span): boolean {
    for (let i = this.indexFrom(span.start); i < this.numerals.length; i++) {
      const numeral = this.numerals[i] as Numeral;
      if (numeral.start >= span.end) break;
      if (numeral.role !== null) return false;
    }
    return true;
  }

  /** Gives every numeral that touches the span the role, unless it has one already. */
  take(span: Span, role: NumeralRole): void {
    for (let i = this.indexFrom(span.start); i < this.numerals.length; i++) {
      const numeral = this.numerals[i] as Numeral;
      if (numeral.start >= span.end) break;
      numeral.role ??= role;
    }
  }
}
