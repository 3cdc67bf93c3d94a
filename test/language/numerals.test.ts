import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNumerals } from '../support/read-numerals.js';

const read = (text: string) =>
  readNumerals(text).map(({ start, end, value, form, approximate }) => [
    text.slice(start, end),
    value,
    form,
    ...(approximate ? ['approximate'] : []),
  ]);

describe('readNumerals', () => {
  it.each([
    ['抓好六项工作', [['六', 6, 'han']]],
    ['共十二人', [['十二', 12, 'han']]],
    ['两万五千里', [['两万五千', 25000, 'han']]],
    ['三百二十户', [['三百二十', 320, 'han']]],
    ['二〇二一年', [['二〇二一', 2021, 'han']]],
    ['“双减”', [['双', 2, 'han']]],
    ['一百百户', [['一百百', null, 'han']]],
    ['共1,379件', [['1,379', 1379, 'digits']]],
    ['投资3.5亿元', [['3.5亿', 350000000, 'digits']]],
    ['总量13697.5亿元', [['13697.5亿', 1369750000000, 'digits']]],
    ['装机3.7亿千瓦', [['3.7亿', 370000000, 'digits']]],
    ['气压980百帕', [['980', 980, 'digits']]],
    ['约两万多亿元', [['两万多亿', 2000000000000, 'han', 'approximate']]],
    ['共3400多万户', [['3400多万', 34000000, 'digits', 'approximate']]],
    [
      '三十多百货店',
      [
        ['三十', 30, 'han'],
        ['百', 100, 'han'],
      ],
    ],
    ['人民币壹佰贰拾元', [['壹佰贰拾', 120, 'formal']]],
    ['伍书记', []],
    [
      '数十名、几百户',
      [
        ['数十', null, 'vague', 'approximate'],
        ['几百', null, 'vague', 'approximate'],
      ],
    ],
    ['数字经济', []],
    [
      '“六+N”',
      [
        ['六', 6, 'han'],
        ['N', null, 'letter'],
      ],
    ],
    ['NBA', []],
    ['版本1.2.3', [['1.2.3', null, 'digits']]],
    ['', []],
  ])('%s', (text, numerals) => {
    expect(read(text)).toEqual(numerals);
  });

  it('gives numerals in order, none overlapping, each with the value it has by itself', () => {
    const genre = fc.string({
      unit: fc.constantFrom(...'一二三十百千万亿两双几数多余个项，0123456789.壹拾N+'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(genre, (text) => {
        let last = 0;
        for (const { start, end, value } of readNumerals(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          if (value !== null) expect(Number.isFinite(value) && value >= 0).toBe(true);
          last = end;
        }
      }),
    );
  });

  it('takes no longer than the text is long', () => {
    const started = performance.now();
    for (const piece of ['一', '1', '万', '1,', '1.', '多', '壹', '1多万']) readNumerals(piece.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
