import { describe, expect, it } from 'vitest';
import { isTifaError } from '../../../src/errors.js';
import { extractDates } from '../../../src/extractor/extract-dates.js';
import { extract } from '../../../src/extractor/extractor.js';

const TEXT = '云河市召开推进会\n发布时间：2021-03-16\n3月5日上午，云河市启动为期20天左右的学习教育。';

describe('extractDates', () => {
  it('gives the same records as extract', () => {
    expect(extractDates(TEXT)).toEqual(extract(TEXT).dates);
    expect(extractDates(TEXT).map((date) => date.value)).toEqual(['2021-03-16', '2021-03-05', 'P20D']);
  });

  it('reads against the anchor given', () => {
    expect(extractDates('今年完成。', { anchor: '2018-04-12' })[0]?.value).toBe('2018');
    expect(extractDates('今年完成。', { anchor: null })[0]?.value).toBe('XXXX');
  });

  it.each(['2021-02-30', '昨天', '2021-3-5'])('refuses the anchor %s', (anchor) => {
    try {
      extractDates('今年', { anchor });
      expect.unreachable();
    } catch (error) {
      expect(isTifaError(error) && error.code).toBe('bad-option');
    }
  });

  it('finds places in the text as it is written', () => {
    const text = '2020年9月，環(huán)節(jié)轉(zhuǎn)入第二階段；２０２１年３月總結(jié)。';
    for (const date of extractDates(text)) expect(text.slice(date.start, date.end)).toBe(date.text);
    expect(extractDates(text).map((date) => date.value)).toEqual(['2020-09', '2021-03']);
  });
});
