import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/text/clean.js';

const textOf = (source: string) => cleanText(source).text;

describe('cleanText', () => {
  it.each([
    ['readings behind characters', '習(xí)近平強(qiáng)調(diào)', '習近平強調'],
    ['readings in wide brackets', '习（xí）近平', '习近平'],
    ['a reading without tone behind one with tone', '重(zhòng)要(yao)', '重要'],
    ['a word in brackets is none', '云河(yunhe)', '云河（yunhe）'],
    ['full-width figures and signs', '增长５．５％，共１２３４户', '增长5.5%，共1234户'],
    ['thousands in full width', '共１，３７９户，增长１２，３４５', '共1,379户，增长12,345'],
    ['a clause that ends in a full-width figure', '增长５，１２月达标', '增长5，12月达标'],
    ['full-width letters', '５Ｇ基站', '5G基站'],
    ['corner brackets', '「四个意识」『两个维护』', '“四个意识”‘两个维护’'],
    ['straight quotes by turns', '增强"四个意识"、做到"两个维护"', '增强“四个意识”、做到“两个维护”'],
    ['a lone straight quote ends with its line', '"四个意识\n"两个维护"', '“四个意识\n“两个维护”'],
    ['an apostrophe stays', "云河 Wang's map", "云河 Wang's map"],
    ['ASCII marks beside Han text', '会议强调,要抓好:学习;整改!', '会议强调，要抓好：学习；整改！'],
    ['brackets', '三个环节(学习、整改)', '三个环节（学习、整改）'],
    ['figures keep their marks', '共1,379户,于13:10开始', '共1,379户，于13:10开始'],
    ['English keeps its marks', 'see http://a.cn/b, then (draft) stop', 'see http://a.cn/b, then (draft) stop'],
    ['blanks beside figures', '共 458 名，增长 5.5 %，第 一 项', '共458名，增长5.5%，第一项'],
    ['blanks between words stay', '教育 医疗 养老工作', '教育 医疗 养老工作'],
    ['letter-spaced names', '王 明 远', '王明远'],
    ['ideographic blanks become blanks', '　　会议强调', '  会议强调'],
    ['CRLF and other line ends', '甲\r\n乙\r丙\u2028丁', '甲\n乙\n丙\n丁'],
    ['characters of no width', '三\u200b个\ufeff环\u00ad节', '三个环节'],
    ['radicals that PDF fonts put in', '人⺠⽣活', '人民生活'],
    ['lone halves of pairs stay', '甲\ud83d乙\udc00', '甲\ud83d乙\udc00'],
    ['lone halves stay beside what is folded', '甲\ud83d５', '甲\ud83d5'],
    ['nothing', '', ''],
  ])('%s', (_, source, text) => {
    expect(textOf(source)).toBe(text);
  });

  it('keeps no map where nothing moved', () => {
    expect(cleanText('会议强调，要抓好整改。')).toEqual({
      text: '会议强调，要抓好整改。',
      starts: null,
      ends: null,
      traditional: 0,
    });
    expect(cleanText('增长５％')).toEqual({ text: '增长5%', starts: null, ends: null, traditional: 0 });
  });

  it('gives debris to the character before it', () => {
    const { text, starts, ends } = cleanText('三个(gè)环(huán)节');
    expect(text).toBe('三个环节');
    expect([...(starts ?? [])]).toEqual([0, 1, 6, 13]);
    expect([...(ends ?? [])]).toEqual([1, 6, 13, 14]);
  });

  it('reads edits instead of damaged stretches', () => {
    const source = '坚持?届历次全会、抓好??环节';
    const edits = [
      { start: 2, end: 3, replacement: '二十' },
      { start: 11, end: 13, replacement: '三个' },
    ];
    const { text, starts, ends } = cleanText(source, edits);
    expect(text).toBe('坚持二十届历次全会、抓好三个环节');
    expect([starts?.[2], starts?.[3], ends?.[3], starts?.[4]]).toEqual([2, 2, 3, 3]);
    expect(ends?.[text.length - 1]).toBe(source.length);
  });

  it('takes replacements longer than the text and an edit at its end', () => {
    const replacement = '会议强调'.repeat(20);
    expect(cleanText('甲', [{ start: 0, end: 1, replacement }]).text).toBe(replacement);
    expect(cleanText('甲乙', [{ start: 1, end: 2, replacement: '' }]).text).toBe('甲');
  });

  it('is quick on long runs of what it looks at twice', () => {
    const started = performance.now();
    for (const piece of ['(', '（', '"', ' ', '　', '习 ', '\r', '(xí)', '\u200b']) textOf(piece.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('never gives a map that does not fit its text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (source) => {
        const { text, starts, ends } = cleanText(source);
        expect(starts?.length ?? text.length).toBe(text.length);
        expect(ends?.length ?? text.length).toBe(text.length);
        if (starts === null) expect(text.length).toBe(source.length);
      }),
    );
  });

  it('keeps the tabs that part the cells of a table', () => {
    expect(cleanText('地区生产总值\t1,369\n增长\t5.2 %').text).toBe('地区生产总值\t1,369\n增长\t5.2%');
  });
});
