import type { DateRecord, Report, SloganListRecord, SloganRecord, StatisticRecord } from '../report/schema.js';

/** One line of a table: what was found, what it means, and a remark. */
export interface Row {
  cells: [name: string, value: string, note: string];
  /** how often the same thing stands in the document */
  count: number;
}

/** Where a list was read; spelled out for people. */
const HOW: Record<SloganListRecord['how'], string> = {
  apposition: 'before it',
  parenthesis: 'in brackets',
  following: 'after it',
  ordinals: 'numbered',
  bullets: 'bullets',
  headings: 'headings',
  affix: 'members apart',
  document: 'elsewhere',
  lexicon: 'from the lexicon',
};

const ARROW = { up: '↑', down: '↓', flat: '→' } as const;
const BASIS = { yoy: 'year on year', mom: 'month on month', prior: 'against another base' } as const;
const APPROXIMATION = { over: 'over', under: 'under', about: 'about' } as const;

/** Same name and same reading: one row with a count. Rows keep the order in which they first stand in the text. */
function countRows(rows: Row[]): Row[] {
  const byContent = new Map<string, Row>();
  for (const row of rows) {
    const key = row.cells.join('\n');
    const known = byContent.get(key);
    if (known === undefined) byContent.set(key, row);
    else known.count += row.count;
  }
  return [...byContent.values()];
}

function listNote(list: SloganListRecord): string {
  const how = HOW[list.how];
  if (list.complete || list.declared === null) return how;
  return `${how}, ${list.items.length} of ${list.declared}`;
}

/** The mention that tells most about its label: one with a list in the text before one from elsewhere. */
function bestMention(mentions: readonly SloganRecord[]): SloganRecord {
  const spelledOut = mentions.find(({ list }) => list !== null && list.how !== 'document' && list.how !== 'lexicon');
  return spelledOut ?? mentions.find(({ list }) => list !== null) ?? (mentions[0] as SloganRecord);
}

export function sloganRows(report: Report): Row[] {
  const byLabel = new Map<string, SloganRecord[]>();
  for (const slogan of report.slogans) byLabel.set(slogan.label, [...(byLabel.get(slogan.label) ?? []), slogan]);
  return [...byLabel].map(([label, mentions]) => {
    const { list } = bestMention(mentions);
    const members = list === null ? '–' : joinMembers(list.items.map((item) => item.label));
    return { cells: [label, members, list === null ? '' : listNote(list)], count: mentions.length };
  });
}

function dateNote(date: DateRecord): string {
  const relation = date.relation === 'at' ? '' : date.relation;
  const kind = date.type === 'date' ? '' : date.type;
  return [kind, relation, date.dayPart ?? ''].filter((part) => part !== '').join(', ');
}

export function dateRows(report: Report): Row[] {
  return countRows(report.dates.map((date) => ({ cells: [date.label, date.value ?? '–', dateNote(date)], count: 1 })));
}

/** 1379 → 1,379. By hand: loading the locale data for `toLocaleString` takes 12 ms. */
function formatNumber(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** 350,000,000 元; a range as 3–5 件. */
function formatValue(statistic: StatisticRecord): string {
  const upper = statistic.upper === null ? '' : `–${formatNumber(statistic.upper)}`;
  const arrow = statistic.direction === null ? '' : `${ARROW[statistic.direction]} `;
  return `${arrow}${formatNumber(statistic.value)}${upper} ${statistic.unit}`.trimEnd();
}

function statisticNote(statistic: StatisticRecord): string {
  const approximation = statistic.approximation === null ? '' : APPROXIMATION[statistic.approximation];
  const basis = statistic.basis === null ? '' : BASIS[statistic.basis];
  return [approximation, basis].filter((part) => part !== '').join(', ');
}

export function statisticRows(report: Report): Row[] {
  return countRows(
    report.statistics.map((statistic) => ({
      cells: [statistic.indicator?.label ?? '–', formatValue(statistic), statisticNote(statistic)],
      count: 1,
    })),
  );
}

/** 全覆盖、零容忍；自查从宽、被查从严: members that hold 、 themselves are parted by ；. */
function joinMembers(labels: readonly string[]): string {
  return labels.join(labels.some((label) => label.includes('、')) ? '；' : '、');
}
