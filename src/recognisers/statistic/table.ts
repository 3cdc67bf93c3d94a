import type { Document } from '../../document/document.js';
import { hanNumber } from '../../language/han-number.js';
import { multiply } from '../../language/numerals.js';
import type { Span } from '../../text/span.js';
import type { Claims } from '../claims.js';
import type { StatisticMention } from '../mentions.js';
import { sortOf } from './quantity.js';
import { readUnit, type Unit } from './unit.js';

/** A table (表格): lines of the text whose cells are parted by tabs. */
interface Table {
  start: number;
  rows: Span[][];
}

/** A unit with the scale it is stated in: 亿元, 万人, %. */
interface TableUnit {
  unit: Unit;
  factor: number;
}

const CELL_VALUE = /^([-－]?)([\d,]+(?:\.\d+)?)(%|‰)?$/;
const CAPTION = /(?:计量)?单位[：:]\s*([^\s，。；）)]{1,12})/;
const HEAD_UNIT = /[（(]([^（）()]{1,12})[）)]\s*$/;
const CHANGE_HEAD = /增长|增速|增幅|涨幅|升降|同比|环比|比上年|比上月/;
const CAPTION_REACH = 120;
const FEWEST_ROWS = 2;
const LONGEST_CELL = 24;
const LONGEST_HEAD = 60;

/** One statistic for each cell with a number: row head and column head are its indicator, the caption or a head gives the unit. */
export function readTables(document: Document, claims: Claims): StatisticMention[] {
  if (!document.text.includes('\t')) return [];
  return findTables(document.text).flatMap((table) => readTable(document, table, claims));
}

function findTables(text: string): Table[] {
  const tables: Table[] = [];
  let rows: Span[][] = [];
  let start = 0;
  let tab = text.indexOf('\t');
  const close = (): void => {
    if (rows.length >= FEWEST_ROWS) tables.push({ start: rows[0]?.[0]?.start ?? 0, rows });
    rows = [];
  };
  while (start < text.length) {
    const end = lineEnd(text, start);
    // asked once for each tab, not for each line: a long text without tabs behind its table stays linear
    if (tab >= 0 && tab < start) tab = text.indexOf('\t', start);
    const cells = tab >= 0 && tab < end ? cellsOf(text, start, end) : [];
    if (cells.length < 2 || (rows[0] !== undefined && rows[0].length !== cells.length)) close();
    if (cells.length >= 2) rows.push(cells);
    start = end + 1;
  }
  close();
  return tables;
}

function lineEnd(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function cellsOf(text: string, start: number, end: number): Span[] {
  const cells: Span[] = [];
  let from = start;
  while (from <= end) {
    const tab = text.slice(from, end).indexOf('\t');
    const to = tab < 0 ? end : from + tab;
    cells.push(trim(text, { start: from, end: to }));
    from = to + 1;
  }
  return cells;
}

function trim(text: string, { start, end }: Span): Span {
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function readTable(document: Document, { start, rows }: Table, claims: Claims): StatisticMention[] {
  const { text } = document;
  const heads = rows[0] as Span[];
  const caption = unitNamed(CAPTION.exec(text.slice(Math.max(0, start - CAPTION_REACH), start))?.[1]);
  const found: StatisticMention[] = [];
  for (const row of rows.slice(1)) {
    let before: StatisticMention | null = null;
    for (let column = 1; column < row.length; column++) {
      const cell = row[column] as Span;
      const rowHead = row[0] as Span;
      const head = heads[column] as Span;
      const mention = readCell(document, cell, rowHead, head, caption);
      if (mention === null || !claims.isFree(cell)) continue;
      if (mention.statisticKind === 'change') mention.of = before;
      else before = mention;
      claims.take(cell, 'statistic');
      found.push(mention);
    }
  }
  return found;
}

function readCell(
  document: Document,
  cell: Span,
  rowHead: Span,
  head: Span,
  caption: TableUnit | null,
): StatisticMention | null {
  const { text, view } = document;
  if (cell.end - cell.start > LONGEST_CELL || !isHead(rowHead) || !isHead(head)) return null;
  const match = CELL_VALUE.exec(text.slice(cell.start, cell.end));
  if (match === null) return null;
  const figure = Number((match[2] as string).replaceAll(',', ''));
  if (!Number.isFinite(figure) || figure > Number.MAX_SAFE_INTEGER) return null;
  const headText = text.slice(head.start, head.end);
  const own = match[3] === undefined ? null : unitNamed(match[3]);
  const stated =
    own ??
    unitNamed(HEAD_UNIT.exec(headText)?.[1]) ??
    unitNamed(HEAD_UNIT.exec(text.slice(rowHead.start, rowHead.end))?.[1]) ??
    caption;
  const isChange = CHANGE_HEAD.test(headText);
  const isFall = match[1] !== '' || /降|减/.test(headText.replace(/升降|增减/g, ''));
  const value = multiply(figure, stated?.factor ?? 1);
  const sort = sortOf(stated?.unit ?? null);
  return {
    kind: 'statistic',
    start: cell.start,
    end: cell.end,
    value: isChange || match[1] === '' ? value : -value,
    upper: null,
    unit: stated?.unit.form ?? '',
    dimension: stated?.unit.dimension ?? null,
    statisticKind: isChange ? 'change' : sort === 'points' ? 'percentage' : sort,
    approximation: null,
    indicator: headsLabel(document, rowHead, head, view.label(head)),
    direction: isChange ? (isFall ? 'down' : 'up') : null,
    basis: isChange ? basisNamed(headText) : null,
    of: null,
    partOf: null,
    asOf: null,
  };
}

function isHead(span: Span): boolean {
  return span.end > span.start && span.end - span.start <= LONGEST_HEAD;
}

function headsLabel(document: Document, rowHead: Span, head: Span, headLabel: string): StatisticMention['indicator'] {
  const plain = (label: string): string => label.replace(HEAD_UNIT, '');
  return {
    start: Math.min(rowHead.start, head.start),
    end: Math.max(rowHead.end, head.end),
    label: plain(document.view.label(rowHead)) + plain(headLabel),
  };
}

function basisNamed(head: string): StatisticMention['basis'] {
  if (/同比|比上年|去年/.test(head)) return 'yoy';
  return /环比|比上月|上季/.test(head) ? 'mom' : null;
}

/** 亿元 is 元 by 10⁸, 万人 is 人 by 10⁴. null where no unit is named. */
function unitNamed(name: string | undefined): TableUnit | null {
  if (name === undefined) return null;
  const scale = /^[十百千万亿]+(?!瓦|克|米)/.exec(name)?.[0] ?? '';
  const unit = readUnit(name, scale.length);
  if (unit === null) return null;
  return { unit, factor: scale === '' ? 1 : (hanNumber(scale) ?? 1) };
}
