import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../src/language/number.js';

describe('parseNumber', () => {
  it.each([
    ['1379', 1379],
    ['1,379', 1379],
    ['１３７９', 1379],
    ['0.5', 0.5],
    ['1.5万', 15000],
    ['3.5亿', 350000000],
    ['845.6亿', 84560000000],
    ['4.78万亿', 4780000000000],
    ['100万三千', 1003000],
    ['5万4千6百', 54600],
    ['7 万5 千4 百', 75400],
    ['三千二百', 3200],
    ['十万零一千', 101000],
    ['一百零一万一千', 1011000],
    ['两千五', 2500],
    ['一万零五十', 10050],
    ['二〇二一', 2021],
    ['廿二', 22],
    ['四万万', 400000000],
    ['五兆六十二亿', 5006200000000],
  ])('reads %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    ['壹佰伍拾', 150],
    ['贰拾萬', 200000],
    ['壹拾壹元整', 11],
    ['玖仟陆佰陆拾伍圆壹角捌分', 9665.18],
  ])('reads the formal %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    ['两万多亿', 2000000000000],
    ['五百余万', 5000000],
    ['四百多', 400],
    ['一百零几万', 1000000],
  ])('reads what %s is at least', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    ['百分之三十', 0.3],
    ['69.11%', 0.6911],
    ['3.2‰', 0.0032],
    ['百分之三点五', 0.035],
    ['万分之三', 0.0003],
    ['2.4个百分点', 0.024],
    ['九成', 0.9],
    ['六点五折', 0.65],
    ['七成六', 0.76],
    ['三分之二', 2 / 3],
    ['1/3', 1 / 3],
    ['一又二分之一', 1.5],
    ['-2.5', -2.5],
    ['负三十二', -32],
    ['三点五万', 35000],
    ['半百', 50],
  ])('reads the share or decimal %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    '',
    '一百百',
    '1..5',
    '12,34',
    '百百',
    '多',
    '..',
    '点零',
    '一一',
    '五十千',
    '3万至5万',
    '三个',
    '9'.repeat(400),
  ])('reads no number from %s', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  it('never rounds a whole part that is too large to be exact', () => {
    expect(parseNumber('9007199254740991')).toBe(9007199254740991);
    expect(parseNumber('9007199254740993')).toBeNull();
    expect(parseNumber('九百万万亿')).toBeNull();
  });
});
