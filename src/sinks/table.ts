import type { Report } from '../report/schema.js';
import { displayWidth, fitWidth, padWidth } from './display-width.js';
import type { TextSink } from './sink.js';
import { dateRows, type Row, sloganRows, statisticRows } from './table-rows.js';

export interface TableOptions {
  /** Columns of the terminal; 100 when absent. */
  width?: number;
  /** Use terminal colours; false when absent. */
  colour?: boolean;
  /** Rows for each kind of record in a document; all when absent. */
  rows?: number;
}

type Style = (text: string) => string;

interface Layout {
  width: number;
  rows: number;
  bold: Style;
  dim: Style;
  name: Style;
}

function style(colour: boolean, open: number, close: number): Style {
  return colour ? (text) => `\u001b[${open}m${text}\u001b[${close}m` : (text) => text;
}

function layoutFrom(options: TableOptions): Layout {
  const colour = options.colour ?? false;
  return {
    width: Math.max(60, options.width ?? 100),
    rows: options.rows ?? Number.POSITIVE_INFINITY,
    bold: style(colour, 1, 22),
    dim: style(colour, 2, 22),
    name: style(colour, 36, 39),
  };
}

const INDENT = '  ';
const GAP = '  ';
/** No name needs more columns than this before its value is worth seeing. */
const MAX_NAME = 36;

function widest(texts: string[], limit: number): number {
  return Math.min(limit, Math.max(1, ...texts.map(displayWidth)));
}

function nameOf(row: Row): string {
  return row.count > 1 ? `${row.cells[0]} ×${row.count}` : row.cells[0];
}

/** Breaks a long list of members between two of them. */
function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of text.split(/(?<=、)/)) {
    if (line !== '' && displayWidth(line + part) > columns) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  return [...lines, line].map((each) => fitWidth(each, columns));
}

/** Three columns: names in colour, values wrapped, remarks in grey. */
function drawRows(rows: readonly Row[], layout: Layout): string {
  const nameWidth = widest(rows.map(nameOf), MAX_NAME);
  const noteWidth = widest(
    rows.map((row) => row.cells[2]),
    24,
  );
  const room = layout.width - INDENT.length * 2 - nameWidth - noteWidth - GAP.length * 2;
  const valueWidth = widest(
    rows.map((row) => row.cells[1]),
    Math.max(20, room),
  );
  return rows
    .map((row) => {
      const [first = '', ...rest] = wrap(row.cells[1], valueWidth);
      const name = layout.name(padWidth(fitWidth(nameOf(row), nameWidth), nameWidth));
      const line = `${INDENT}${INDENT}${name}${GAP}${padWidth(first, valueWidth)}${GAP}${layout.dim(row.cells[2])}`;
      const below = rest.map((each) => `${INDENT}${INDENT}${' '.repeat(nameWidth)}${GAP}${each}`);
      return [line, ...below].map((each) => each.trimEnd()).join('\n');
    })
    .join('\n');
}

function drawSection(title: string, records: number, rows: readonly Row[], layout: Layout): string {
  if (rows.length === 0) return '';
  const shown = rows.slice(0, layout.rows);
  const left = rows.length - shown.length;
  const more = left > 0 ? `\n${INDENT}${INDENT}${layout.dim(`… and ${left} more`)}` : '';
  return `\n${INDENT}${layout.bold(title)} ${layout.dim(`(${records})`)}\n${drawRows(shown, layout)}${more}\n`;
}

function drawHeader(report: Report, layout: Layout): string {
  const { metadata, source } = report;
  const title = metadata.title ?? source.name ?? 'Untitled';
  const facts = [
    source.path ?? source.name,
    metadata.genre,
    metadata.anchor === null ? 'undated' : `${metadata.anchor} (${metadata.anchorFrom})`,
    `${report.text.length} characters`,
  ].filter((fact) => fact !== null);
  return `${layout.bold(fitWidth(title, layout.width))}\n${layout.dim(fitWidth(facts.join(' · '), layout.width))}\n`;
}

function drawMessages(report: Report, layout: Layout): string {
  const rows = [...report.checks, ...report.diagnostics]
    .filter(({ severity }) => severity === 'warning')
    .map(({ code, message }): Row => ({ cells: [code, message, ''], count: 1 }));
  return drawSection('To look at', rows.length, rows, layout);
}

function drawReport(report: Report, layout: Layout): string {
  const sections = [
    drawSection('Slogans', report.slogans.length, sloganRows(report), layout),
    drawSection('Dates', report.dates.length, dateRows(report), layout),
    drawSection('Statistics', report.statistics.length, statisticRows(report), layout),
    drawMessages(report, layout),
  ].join('');
  return drawHeader(report, layout) + (sections === '' ? `\n${INDENT}Nothing found.\n` : sections);
}

/** 1 slogan, 2 slogans. */
export function countOf(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

/** A table for people: slogans with their members, dates with values, statistics with what they count. */
export function tableSink(options: TableOptions = {}): TextSink {
  const layout = layoutFrom(options);
  const totals = { documents: 0, slogans: 0, dates: 0, statistics: 0 };
  return {
    open: () => '',
    write: (report) => {
      const before = totals.documents === 0 ? '' : '\n';
      totals.documents++;
      totals.slogans += report.slogans.length;
      totals.dates += report.dates.length;
      totals.statistics += report.statistics.length;
      return before + drawReport(report, layout);
    },
    close: () => {
      if (totals.documents < 2) return '';
      const records = [
        countOf(totals.slogans, 'slogan'),
        countOf(totals.dates, 'date'),
        countOf(totals.statistics, 'statistic'),
      ];
      return `\n${layout.bold(`${countOf(totals.documents, 'document')}: ${records.join(', ')}`)}\n`;
    },
  };
}
