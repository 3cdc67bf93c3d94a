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

  /**
   * Gives every numeral that touches the span the role, unless it has one already.
   * @param near index of a numeral beside the span, where the caller knows one: it is walked from there instead of searched for
   */
  take(span: Span, role: NumeralRole, near?: number): void {
    const from = near === undefined ? this.indexFrom(span.start) : this.walkTo(span.start, near);
    for (let i = from; i < this.numerals.length; i++) {
      const numeral = this.numerals[i] as Numeral;
      if (numeral.start >= span.end) break;
      numeral.role ??= role;
    }
  }

  /** As `indexFrom`, from an index that is not far. */
  private walkTo(offset: number, near: number): number {
    let i = near;
    while (i > 0 && (this.numerals[i - 1] as Numeral).end > offset) i--;
    while (i < this.numerals.length && (this.numerals[i] as Numeral).end <= offset) i++;
    return i;
  }
}
