import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { extract, type Report } from '../src/index.js';
import { emptyTally, figuresOf, type Gold, scoreReport } from './support/score-gold.js';

const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));
const SCORES = `${FIXTURES}scores.json`;

const slugs = readdirSync(`${FIXTURES}documents`).sort();
const sourceOf = (slug: string) => readFileSync(`${FIXTURES}documents/${slug}/source.txt`, 'utf8');
const jsonOf = (slug: string, name: string) =>
  JSON.parse(readFileSync(`${FIXTURES}documents/${slug}/${name}.json`, 'utf8'));
const reports = new Map<string, Report>(slugs.map((slug) => [slug, extract(sourceOf(slug))]));
const reportOf = (slug: string) => reports.get(slug) as Report;

/** Every record with a place, parts included. */
function placed(report: Report): { start: number | null; end: number | null; text: string }[] {
  return [
    ...report.headings,
    ...report.attributions,
    ...report.slogans,
    ...report.slogans.flatMap((slogan) => slogan.list?.items ?? []),
    ...report.enumerations.flatMap((enumeration) => enumeration.items),
    ...report.dates,
    ...report.statistics,
    ...report.statistics.flatMap((statistic) => statistic.indicator ?? []),
  ];
}

describe('fixtures/documents', () => {
  it('holds at least fourteen documents, each with its reason', () => {
    expect(slugs.length).toBeGreaterThanOrEqual(14);
    for (const slug of slugs) expect(jsonOf(slug, 'about').why.length).toBeGreaterThan(20);
  });

  it.each(slugs)('%s: every span is the text it claims to be', (slug) => {
    const report = reportOf(slug);
    expect(report.text).toBe(sourceOf(slug));
    for (const { start, end, text } of placed(report)) {
      if (start !== null && end !== null) expect(report.text.slice(start, end)).toBe(text);
    }
  });

  it.each(slugs)('%s: the same text gives the same bytes', (slug) => {
    expect(JSON.stringify(extract(sourceOf(slug)))).toBe(JSON.stringify(reportOf(slug)));
  });

  it('comes out as marked by hand, no worse than the accepted scores', () => {
    const tally = emptyTally();
    for (const slug of slugs) {
      const before = tally.differences.length;
      scoreReport(tally, jsonOf(slug, 'gold') as Gold, reportOf(slug));
      tally.differences.push(...tally.differences.splice(before).map((difference) => `${slug} ${difference}`));
    }
    const figures = figuresOf(tally);
    if (process.env.UPDATE_SCORES === '1') writeFileSync(SCORES, `${JSON.stringify(figures, null, 2)}\n`);
    expect(existsSync(SCORES), 'fixtures/scores.json is missing; UPDATE_SCORES=1 writes it').toBe(true);
    const accepted = JSON.parse(readFileSync(SCORES, 'utf8')) as Record<string, number>;
    const fallen = Object.entries(accepted).filter(([key, value]) => (figures[key] ?? 0) < value);
    expect(fallen, `${JSON.stringify(figures)}\n${tally.differences.join('\n')}`).toEqual([]);
  });
});

describe('traditional characters with readings in brackets', () => {
  const twins = slugs.filter((slug) => jsonOf(slug, 'about').madeFrom !== undefined);

  it.each(twins)('%s reads as the simplified page it was made from', (slug) => {
    const [hant, hans] = [reportOf(slug), reportOf(jsonOf(slug, 'about').madeFrom)];
    const labels = (report: Report) => ({
      title: report.metadata.title,
      headings: report.headings.map((heading) => heading.label),
      attributions: report.attributions.map((attribution) => attribution.label),
      slogans: report.slogans.map((slogan) => [
        slogan.label,
        slogan.list?.how,
        slogan.list?.items.map((item) => item.label),
      ]),
      dates: report.dates.map((date) => [date.label, date.value]),
      statistics: report.statistics.map((statistic) => [statistic.label, statistic.value, statistic.indicator?.label]),
    });
    expect(labels(hant)).toEqual(labels(hans));
    expect(hant.source.script).toBe('hant');
  });
});
