import type { Report } from '../../src/index.js';

interface GoldRecord {
  text: string;
  nth: number;
  optional?: boolean;
}

interface GoldSlogan extends GoldRecord {
  label: string;
  items: string[] | null;
  how: string | null;
}

interface GoldDate extends GoldRecord {
  type: string;
  value: string | null;
}

interface GoldStatistic extends GoldRecord {
  value: number;
  upper: number | null;
  unit: string;
  kind: string;
  indicator: string | null;
  direction: string | null;
  basis: string | null;
  of: string | null;
}

/** A document marked by hand, as the annotation guide in fixtures/README.md has it. */
export interface Gold {
  genre: string;
  title: string | null;
  published: string | null;
  anchor: string | null;
  headings: string[];
  slogans: GoldSlogan[];
  dates: GoldDate[];
  statistics: GoldStatistic[];
}

/** What was asked, found and right, added up over documents; `differences` says what was not right, one a line. */
export interface Tally {
  counts: Record<string, { right: number; missed: number; extra: number }>;
  differences: string[];
}

export const emptyTally = (): Tally => ({ counts: {}, differences: [] });

const fold = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .replace(/[\s“”"'‘’《》「」『』]/g, '')
    .replaceAll(',', '，')
    .replaceAll(';', '；')
    .replaceAll(':', '：');

function note(tally: Tally, key: string, result: 'right' | 'missed' | 'extra', what: string): void {
  tally.counts[key] ??= { right: 0, missed: 0, extra: 0 };
  tally.counts[key][result]++;
  if (result !== 'right') tally.differences.push(`${key} ${result}: ${what}`);
}

function place(text: string, record: GoldRecord): { start: number; end: number } {
  let at = -record.text.length;
  for (let i = 0; i < record.nth; i++) at = text.indexOf(record.text, Math.max(0, at + record.text.length));
  if (at < 0) throw new Error(`gold record «${record.text}» (${record.nth}) does not stand in the text`);
  return { start: at, end: at + record.text.length };
}

type Found = { start: number; end: number; text: string };

/** Small Chinese-numeral counts, ranks and words without a calendar value are optional, listed in the gold or not. */
function isNeutral(key: string, record: Found & { kind?: string; value?: unknown; type?: string }): boolean {
  if (key === 'dates') return record.value === null || record.type === 'set';
  if (key !== 'statistics') return false;
  const isSmall = record.kind === 'count' && Math.abs(record.value as number) < 100;
  return record.kind === 'rank' || (isSmall && /^[一二两三四五六七八九十几数双半]/.test(record.text));
}

/** Pairs gold and found records that stand at one place and agree; what touches an optional one is passed over. */
function pair<G extends GoldRecord, R extends Found>(
  tally: Tally,
  key: string,
  source: string,
  gold: G[],
  found: R[],
  agrees: (g: G, r: R) => boolean,
): [G, R][] {
  const left = new Set(found);
  const pairs: [G, R][] = [];
  for (const wanted of gold) {
    const { start, end } = place(source, wanted);
    const twin = [...left].find((r) => r.start === start && r.end === end && agrees(wanted, r));
    if (twin !== undefined) {
      left.delete(twin);
      pairs.push([wanted, twin]);
    }
    if (wanted.optional !== true) note(tally, key, twin === undefined ? 'missed' : 'right', wanted.text);
  }
  const optional = gold.filter((g) => g.optional === true).map((g) => place(source, g));
  for (const rest of left) {
    if (isNeutral(key, rest) || optional.some((o) => o.start < rest.end && rest.start < o.end)) continue;
    note(tally, key, 'extra', rest.text);
  }
  return pairs;
}

function scoreLists(tally: Tally, gold: Gold, pairs: [GoldSlogan, Report['slogans'][number]][]): void {
  const found = new Map(pairs);
  for (const slogan of gold.slogans) {
    if (slogan.optional === true) continue;
    const list = found.get(slogan)?.list ?? null;
    const got =
      list === null || list.how === 'document' || list.how === 'lexicon'
        ? null
        : list.items.map((item) => fold(item.label));
    const want = slogan.items?.map(fold) ?? null;
    if (want === null && got === null) continue;
    const what = `${slogan.label}: want ${want?.join(' | ') ?? 'none'}, got ${got?.join(' | ') ?? 'none'}`;
    if (want !== null) note(tally, 'lists', want.join('|') === got?.join('|') ? 'right' : 'missed', what);
    if (got !== null && want?.join('|') !== got.join('|')) note(tally, 'lists', 'extra', what);
  }
}

/** An indicator agrees when one holds the other and is at most twice as long. */
function indicatorAgrees(want: string, got: string): boolean {
  const [short, long] = [fold(want), fold(got)].sort((a, b) => a.length - b.length) as [string, string];
  return short === long || (short.length >= 2 && long.includes(short) && long.length <= 2 * short.length + 2);
}

function scoreFigures(tally: Tally, report: Report, pairs: [GoldStatistic, Report['statistics'][number]][]): void {
  const byId = new Map(report.statistics.map((statistic) => [statistic.id, statistic.text]));
  for (const [gold, got] of pairs) {
    if (gold.optional === true) continue;
    const label = got.indicator?.label ?? '';
    if (gold.indicator !== null)
      note(
        tally,
        'indicators',
        indicatorAgrees(gold.indicator, label) ? 'right' : 'missed',
        `${gold.text}: ${gold.indicator} / ${label}`,
      );
    if (gold.kind !== 'change') continue;
    const of = got.of === null ? null : (byId.get(got.of) ?? null);
    const isRight = gold.direction === got.direction && gold.basis === got.basis && fold(gold.of) === fold(of);
    note(tally, 'changes', isRight ? 'right' : 'missed', `${gold.text}: ${got.direction} ${got.basis} of ${of}`);
  }
}

function scoreHeadings(tally: Tally, gold: Gold, report: Report): void {
  const left = report.headings.map((heading) => fold(heading.label));
  for (const heading of gold.headings) {
    const at = left.indexOf(fold(heading));
    if (at >= 0) left.splice(at, 1);
    note(tally, 'headings', at >= 0 ? 'right' : 'missed', heading);
  }
  for (const heading of left) note(tally, 'headings', 'extra', heading);
}

/** Compares a report with its gold and adds the outcome to the tally. */
export function scoreReport(tally: Tally, gold: Gold, report: Report): void {
  const { text } = report;
  scoreLists(
    tally,
    gold,
    pair(tally, 'slogans', text, gold.slogans, report.slogans, (g, r) => fold(g.label) === fold(r.label)),
  );
  pair(tally, 'dates', text, gold.dates, report.dates, (g, r) => g.type === r.type && g.value === r.value);
  const figures = pair(tally, 'statistics', text, gold.statistics, report.statistics, (g, r) => {
    const isSameKind = (g.kind === 'change') === (r.kind === 'change');
    return (
      isSameKind &&
      Math.abs(g.value - r.value) <= 1e-4 * Math.abs(g.value) &&
      g.upper === r.upper &&
      fold(g.unit) === fold(r.unit)
    );
  });
  scoreFigures(tally, report, figures);
  scoreHeadings(tally, gold, report);
  for (const key of ['title', 'published', 'anchor', 'genre'] as const)
    note(
      tally,
      key,
      fold(gold[key]) === fold(report.metadata[key]) ? 'right' : 'missed',
      `${gold[key]} / ${report.metadata[key]}`,
    );
}

/** F1 of every kind, to three places. */
export function figuresOf(tally: Tally): Record<string, number> {
  return Object.fromEntries(
    Object.entries(tally.counts).map(([key, { right, missed, extra }]) => {
      const f1 = (2 * right) / (2 * right + missed + extra || 1);
      return [key, Math.floor(f1 * 1000) / 1000];
    }),
  );
}
