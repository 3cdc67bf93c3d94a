import { describe, expect, it } from 'vitest';
import { extract } from '../../src/index.js';

const SOURCE =
  '會(huì)議強(qiáng)調(diào)，要抓好學(xué)習(xí)教育、查糾整改、總結提升三個(gè)環(huán)節(jié)。要堅持三個(gè)環(huán)節(jié)，增強“四個意識”。\n全縣辦(bàn)理案件１，３７９件，同比增長５．５％，其中刑事案件120件。\n要求如下：一是提高認識。二是壓實責任。';
const report = extract(SOURCE);

describe('records of a traditional page with readings', () => {
  it('stand in the source as they are, and are labelled as they are read', () => {
    const [slogan] = report.slogans;
    expect(slogan?.text).toBe('三個(gè)環(huán)節(jié)');
    expect(slogan?.label).toBe('三个环节');
    expect(slogan?.list?.items.map((item) => [item.text, item.label])[0]).toEqual(['學(xué)習(xí)教育', '学习教育']);
    expect(SOURCE.slice(slogan?.start, slogan?.end)).toBe(slogan?.text);
  });

  it('are numbered by kind in text order', () => {
    for (const [kind, prefix] of [
      ['slogans', 's'],
      ['dates', 'd'],
      ['statistics', 'n'],
      ['enumerations', 'e'],
    ] as const)
      expect(report[kind].map((record) => record.id)).toEqual(report[kind].map((_, i) => `${prefix}${i + 1}`));
  });

  it('name one another by id', () => {
    const [first, second, fixed] = report.slogans;
    expect(second?.list).toMatchObject({ how: 'document', from: first?.id, declared: 3, complete: true });
    expect(fixed?.list).toMatchObject({ how: 'lexicon', from: '四个意识', complete: true });
    expect(fixed?.list?.items.map((item) => [item.start, item.end])).toEqual([
      [null, null],
      [null, null],
      [null, null],
      [null, null],
    ]);
    const [cases, change] = report.statistics;
    expect(cases).toMatchObject({ value: 1379, of: null });
    expect(change).toMatchObject({ kind: 'change', of: cases?.id });
  });

  it('know their sentence and paragraph', () => {
    for (const record of [...report.slogans, ...report.statistics]) {
      const sentence = report.sentences[record.sentence];
      expect(sentence?.paragraph).toBe(record.paragraph);
      expect(sentence?.start).toBeLessThanOrEqual(record.start);
      expect(sentence?.end).toBeGreaterThanOrEqual(record.end);
    }
  });

  it('give enumerations with the body of each item', () => {
    const [list] = report.enumerations;
    expect(list).toMatchObject({ marker: '一是', level: 1, slogan: null, parent: null });
    expect(list?.items.map((item) => [item.marker, item.label])).toEqual([
      ['一是', '提高认识'],
      ['二是', '压实责任'],
    ]);
    expect(list?.items.map((item) => SOURCE.slice(item.body.start, item.body.end))).toEqual([
      '提高認識。',
      '壓實責任。',
    ]);
  });
});

describe('a list that announces an enumeration', () => {
  it('is named by it', () => {
    const { slogans, enumerations } = extract('会议提出两点要求：\n一是提高认识。学深悟透。\n二是压实责任。层层落实。');
    expect(enumerations[0]?.slogan).toBe(slogans[0]?.id);
    expect(slogans[0]?.list).toMatchObject({ how: 'ordinals', complete: true });
  });
});
