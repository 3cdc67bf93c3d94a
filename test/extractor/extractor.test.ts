import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExtractor, extract, type Report } from '../../src/index.js';
import { reportSchema } from '../../src/schemas.js';

const SPEECH =
  '云河市召开教育整顿推进会\n2021-03-16 来源：云河日报\n　　3月15日，王明远强调，要抓好学习教育、查纠整改、总结提升三个环节。今年以来，全市办理案件1379件，同比增长5.5%。';

/** What texts of the genre are made of, whole words and single marks, so that random ones come near to real ones. */
const PIECES = [
  ...'一二三四五六七八九十百千万亿两双几，。、；：“”‘’（）《》\n \t会市县党的和及等为了在对将要0123456789.%-/+〔〕',
  '四个意识',
  '三项任务',
  '三个环节',
  '四项重点任务',
  '一是',
  '二是',
  '第一，',
  '（一）',
  '①',
  '——',
  '首先',
  '其中',
  '今年',
  '3月5日',
  '2021年',
  '至',
  '以来',
  '上半年',
  '同比增长',
  '下降',
  '万元',
  '百分点',
  '亿元',
  '名',
  '会议强调，',
  '即',
  '包括',
  '分别是',
  '这',
  '上述',
  '習(xí)',
  '環(huán)',
  '：“',
  '”“',
  '\r\n',
  '\ud83d',
  '\u200b',
  '党的十九大',
  '六+N',
  '动态清零',
  '千瓦',
  '5G',
  'https://a.cn/2021/',
];
const page = fc.array(fc.constantFrom(...PIECES), { maxLength: 70 }).map((pieces) => pieces.join(''));
const everything = createExtractor({ numerals: true });

function* placesOf(report: Report): Generator<{ start: number | null; end: number | null; text: string }> {
  yield* report.headings;
  yield* report.attributions;
  yield* report.dates;
  yield* report.numerals ?? [];
  for (const slogan of report.slogans) yield* [slogan, ...(slogan.list?.items ?? [])];
  for (const statistic of report.statistics)
    yield* statistic.indicator === null ? [statistic] : [statistic, statistic.indicator];
  for (const enumeration of report.enumerations) yield* enumeration.items;
}

function expectExact(report: Report): void {
  for (const { start, end, text } of placesOf(report))
    if (start !== null && end !== null) expect(report.text.slice(start, end)).toBe(text);
}

/** Records of one kind stand in text order and share no character, except a slogan inside the list of another. */
function expectApart(records: readonly { start: number; end: number }[]): void {
  records.forEach((record, i) => {
    expect(record.end).toBeGreaterThan(record.start);
    expect(record.start).toBeGreaterThanOrEqual(records[i - 1]?.end ?? 0);
  });
}

describe('extract', () => {
  it('reads a speech', () => {
    const report = extract(SPEECH);
    expect(report.metadata).toMatchObject({ title: '云河市召开教育整顿推进会', published: '2021-03-16' });
    expect(report.slogans.map((slogan) => slogan.label)).toEqual(['三个环节']);
    expect(report.dates.map((date) => date.value)).toContain('2021-03-15');
    expect(report.statistics.map((statistic) => statistic.value)).toEqual([1379, 5.5]);
    expect([report.tokens, report.numerals]).toEqual([null, null]);
  });

  it.each(['', ' ', '\n\n', '。', '\u200b', '\ud83d', '“', '（', '一', '4'])('gives an empty report for %j', (text) => {
    const report = everything.extract(text);
    expect([report.slogans, report.dates, report.statistics, report.text]).toEqual([[], [], [], text]);
    expect(reportSchema.safeParse(report).error).toBeUndefined();
  });

  it('gives the kinds of records that were asked for, with the same places', () => {
    const all = extract(SPEECH);
    const dates = createExtractor({ only: ['dates'] }).extract(SPEECH);
    expect([dates.slogans, dates.statistics]).toEqual([[], []]);
    expect(dates.dates).toEqual(all.dates);
    expect(createExtractor({ only: [] }).extract(SPEECH).dates).toEqual([]);
  });

  it('gives every numeral on request', () => {
    const roles = everything.extract(SPEECH).numerals?.map((numeral) => [numeral.text, numeral.role]) ?? [];
    expect(roles).toContainEqual(['三', 'slogan']);
    expect(roles).toContainEqual(['1379', 'statistic']);
    expect(roles).toContainEqual(['15', 'date']);
  });

  it('reads against the anchor that is given', () => {
    const report = createExtractor({ anchor: '2019-06-01' }).extract('今年3月5日召开会议。');
    expect(report.metadata).toMatchObject({ anchor: '2019-06-01', anchorFrom: 'option' });
    expect(report.dates[0]?.value).toBe('2019-03-05');
  });

  it('lets formulations of the caller win', () => {
    const members = ['甲意识', '乙意识', '丙意识', '丁意识'];
    const lexicon = [{ key: '四个意识', members }];
    const { list } = createExtractor({ lexicon }).extract('增强“四个意识”。').slogans[0] ?? {};
    expect(list?.items.map((item) => item.label)).toEqual(members);
    expect(extract('增强“四个意识”。').slogans[0]?.list?.items[0]?.label).toBe('政治意识');
  });
});

describe('whatever the text', () => {
  it('never throws, and every place is exact', () => {
    fc.assert(
      fc.property(page, (text) => {
        const report = everything.extract(text);
        expect(report.text).toBe(text);
        expectExact(report);
        expectApart(report.dates);
        expectApart(report.statistics);
        expectApart(report.slogans);
      }),
      { numRuns: 400 },
    );
  });

  it('gives a report of its schema, the same bytes each time', () => {
    fc.assert(
      fc.property(page, (text) => {
        const report = everything.extract(text);
        expect(reportSchema.safeParse(report).error).toBeUndefined();
        expect(JSON.stringify(everything.extract(text))).toBe(JSON.stringify(report));
      }),
      { numRuns: 150 },
    );
  });

  it('takes time in proportion to its length', () => {
    for (const piece of [
      '一',
      '“',
      '”',
      '（',
      '、',
      '，',
      '一是',
      '三个',
      '“三个',
      '3月',
      '至',
      '同比',
      '5%',
      '甲、',
      '一是甲，',
      '\n（一）',
      '习(xí)',
      '://',
    ]) {
      const started = performance.now();
      extract(piece.repeat(Math.ceil(20_000 / piece.length)));
      expect([piece, performance.now() - started < 3000]).toEqual([piece, true]);
    }
  });
});

describe('fixtures', () => {
  const folder = fileURLToPath(new URL('../../fixtures/documents/', import.meta.url));

  it.each(readdirSync(folder))('%s gives a report of the schema', (slug) => {
    const report = everything.extract(readFileSync(`${folder}${slug}/source.txt`, 'utf8'));
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expectExact(report);
  });
});
