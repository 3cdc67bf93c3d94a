import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuotes } from '../../src/language/quotes.js';

const inner = (text: string) => readQuotes(text).map((quote) => text.slice(quote.inner.start, quote.inner.end));

describe('readQuotes', () => {
  it.each([
    ['增强“四个意识”、做到“两个维护”', ['四个意识', '两个维护']],
    ['坚持“做到‘两个维护’不动摇”', ['做到‘两个维护’不动摇', '两个维护']],
    ['增强“四个意识', []],
    ['四个意识”', []],
    ['“四个意识\n两个维护”', []],
    ['“四个意识’、“两个维护”', ['两个维护']],
    ['“”', ['']],
    ['没有引号', []],
  ])('%s', (text, quotes) => {
    expect(inner(text)).toEqual(quotes);
  });

  it('passes over quotations that are longer than any', () => {
    expect(inner(`“${'会'.repeat(500)}”`)).toEqual([]);
  });

  it('gives pairs that hold one another or lie apart', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'“”‘’会\n'), maxLength: 30 }), (text) => {
        const quotes = readQuotes(text);
        for (const a of quotes) {
          expect('“‘').toContain(text.charAt(a.start));
          expect('”’').toContain(text.charAt(a.end - 1));
          for (const b of quotes) {
            const isCrossing = a.start < b.start && b.start < a.end && a.end < b.end;
            expect(isCrossing).toBe(false);
          }
        }
      }),
    );
  });
});
