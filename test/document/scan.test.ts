import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarks } from '../../src/document/marks.js';
import { scanText } from '../../src/document/scan.js';
import { NUMERAL_PARTS, numeralAt } from '../../src/language/numerals.js';
import { TermIndex } from '../../src/lexicon/term-index.js';

const index = new TermIndex([
  { form: '四个意识', kind: 'formulation', key: '四个意识' },
  { form: '一', kind: 'idiom', key: '', notBefore: '是' },
  { form: '一起', kind: 'idiom', key: '', notBefore: '案', notAfter: '第' },
  { form: '党的十八大以来', kind: 'calendar', key: '党的十八大' },
]);

const genre = fc.string({
  unit: fc.constantFrom(
    ...'四个意识一起案第是十八两万多1.5,，。；：\n党的大以来几N+千瓦',
    '四个意识',
    '党的十八大以来',
    '1,379',
  ),
  maxLength: 40,
});

const partOf = new Map(
  NUMERAL_PARTS.flatMap(([characters, part]) => [...characters].map((one) => [one, part] as const)),
);

/** What begins at each place, from left to right, none within the one before. */
function oneByOne<T extends { end: number }>(text: string, at: (offset: number) => T | null): T[] {
  const found: T[] = [];
  for (let i = 0; i < text.length; i = Math.max(i + 1, found[found.length - 1]?.end ?? 0)) {
    const one = at(i);
    if (one !== null) found.push(one);
  }
  return found;
}

const readOneByOne = (text: string) => ({
  numerals: oneByOne(text, (i) => {
    const part = partOf.get(text.charAt(i));
    return part === undefined ? null : numeralAt(text, i, part);
  }),
  marks: readMarks(text),
  terms: oneByOne(text, (i) => index.hitAt(text, i)),
});

describe('scanText', () => {
  it('finds in one walk what is found one by one', () => {
    fc.assert(
      fc.property(genre, (text) => {
        expect(scanText(text, index)).toMatchObject(readOneByOne(text));
      }),
    );
  });
});

describe('a text of any length', () => {
  it.each([0, 1, 65_535, 65_536, 65_537, 200_000])('of %i characters', (length) => {
    const text = '会议强调，一起抓好3项。'.repeat(length / 12 + 1).slice(0, length);
    const { numerals, marks, terms } = scanText(text, index);
    expect({ numerals, marks, terms }).toEqual(readOneByOne(text));
  });
});

describe('words', () => {
  it.each([
    ['未经授权不得转载。', 1],
    ['本站内容未经授权，转载请注明出处。', 2],
    ['清江县召开动员会。', 0],
  ])('%s: %i words of disclaimers', (text, count) => expect(scanText(text, index).disclaimers).toHaveLength(count));
});
