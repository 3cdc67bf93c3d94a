import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Paragraph } from '../../src/document/document.js';
import { indexAt, readSentences } from '../../src/document/sentences.js';

const paragraph = (start: number, end: number): Paragraph => ({
  start,
  end,
  kind: 'text',
  heading: null,
  marker: null,
});
const sentencesOf = (text: string) =>
  readSentences(text, [paragraph(0, text.length)]).map(({ start, end }) => text.slice(start, end));

describe('readSentences', () => {
  it.each([
    ['会议强调。会议指出。', ['会议强调。', '会议指出。']],
    ['他说：“要抓紧。”随后离开。', ['他说：“要抓紧。”', '随后离开。']],
    ['真的吗？！是的。', ['真的吗？！', '是的。']],
    ['没有句号', ['没有句号']],
    ['前一句。 后一句', ['前一句。', '后一句']],
    ['增长5.5%。', ['增长5.5%。']],
    ['', []],
  ])('%s', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it('keeps to its paragraph', () => {
    const text = '甲。乙\n丙。';
    const sentences = readSentences(text, [paragraph(0, 3), paragraph(4, 6)]);
    expect(sentences.map(({ start, end, paragraph: index }) => [text.slice(start, end), index])).toEqual([
      ['甲。', 0],
      ['乙', 0],
      ['丙。', 1],
    ]);
  });

  it('covers all but blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'会。！”）， '), maxLength: 30 }), (text) => {
        const bare = (part: string) => part.replaceAll(' ', '');
        expect(bare(sentencesOf(text).join(''))).toBe(bare(text));
      }),
    );
  });
});

describe('indexAt', () => {
  const spans = [
    { start: 2, end: 5 },
    { start: 5, end: 8 },
    { start: 10, end: 12 },
  ];

  it.each([
    [2, 0],
    [4, 0],
    [5, 1],
    [11, 2],
    [0, -1],
    [8, -1],
    [12, -1],
  ])('%i', (offset, index) => {
    expect(indexAt(spans, offset)).toBe(index);
  });

  it('of no spans', () => {
    expect(indexAt([], 0)).toBe(-1);
  });
});
