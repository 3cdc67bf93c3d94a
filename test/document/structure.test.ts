import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BODY, read } from './support.js';

const PIECES = [
  '一、总体要求',
  '（一）加强领导',
  '第一，抓落实。',
  '——夏收纪实',
  '来源：',
  '发布时间：2021-02-30',
  '会议强调，',
  '首页',
  '\n',
  '\r\n',
  ' ',
  '　',
  '“',
  '”',
  '（',
  '）',
  '。',
  '：',
  '清江县',
  '各位代表：',
  '编者按：',
  '[视频]',
  '# ',
  '|',
  '《',
  '（2021年3月5日',
  '新华社3月5日电',
  BODY,
  '王明远',
  '摄',
];

describe('readStructure', () => {
  it('keeps paragraphs and headings in order, inside the text and without blanks around them, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
        const { text, paragraphs, headings, attributions, slice } = read(pieces.join(''));
        let end = 0;
        for (const paragraph of paragraphs) {
          expect(paragraph.start).toBeGreaterThanOrEqual(end);
          expect(slice(paragraph)).toBe(slice(paragraph).trim());
          end = paragraph.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
        for (const heading of headings) expect(paragraphs[heading.paragraph]?.kind).toBe('heading');
        for (let i = 1; i < attributions.length; i++) {
          expect(attributions[i]?.start).toBeGreaterThanOrEqual(attributions[i - 1]?.end ?? 0);
        }
      }),
    );
  });

  it('reads nothing from nothing', () => {
    expect(read('')).toMatchObject({ paragraphs: [], headings: [], attributions: [], issues: [] });
    expect(read(' \n　\r\n').paragraphs).toEqual([]);
  });

  it.each([
    '\n',
    '来源：\n',
    '清江县\n',
    '会议强调，',
    '扩大投资。\n',
    '（',
    '一、',
    '。一、深',
    '　',
    '第一，抓落实。\n',
  ])('stays linear on many of %j', (unit) => {
    const time = (count: number) => {
      const source = unit.repeat(count);
      const start = performance.now();
      read(source);
      return performance.now() - start;
    };
    time(2_000);
    const [small, large] = [time(4_000), time(32_000)];
    expect(large).toBeLessThan(40 * Math.max(small, 10));
  });
});
