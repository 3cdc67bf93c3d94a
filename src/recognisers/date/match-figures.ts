import { CharSet } from '../../text/char-set.js';
import type { Span } from '../../text/span.js';
import { daysInMonth } from './civil-day.js';
import { type Expression, type Point, pointExpression } from './expression.js';
import { emptyPoint } from './match-point.js';
import { dayPartAt, timeEnd } from './match-time.js';
import { type Scan, skipBlank } from './scan.js';

/** What parts the figures of a date, what joins two years, what stands before figures of another kind. */
const SLASHES = new CharSet('-/');
const PARTING = new CharSet('-/.');
const JOINING = new CharSet('-—–~～');
const NOT_BEFORE = new CharSet('比例占号室楼');
const RUN_ON = new CharSet('-—./〔[0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');

const DAY = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d%])/y;
const MONTH = /(\d{4})([-/])(0[1-9]|1[0-2])(?![\d\-/.%年月日万亿])/y;
/** 12/25/2012, 4-25-2013: the year last; not the rooms and houses of an address. */
const YEAR_LAST = /(\d{1,2})([-/])(\d{1,2})\2(\d{4})(?!\2|[\d%年月日号室房栋幢楼单户])/y;
const YEARS = /(\d{4})(?:-|—|–|~|～)(\d{4})(?![\d\-—/年%万亿])/y;

/** Figures that run on to the left belong to a number of another kind: 0931-2021-03, 沪B2-2017116, v2021.3.5. */
function standsAlone(scan: Scan, start: number): boolean {
  return !RUN_ON.has(scan.code(start - 1));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function absolute(value: number): { base: 'absolute'; value: number } {
  return { base: 'absolute', value };
}

/** 20210305 as it stands in stamps: a whole date, nothing counted behind it, no number of a telephone or file before it. */
function compactDate(scan: Scan, start: number): Point | null {
  const numeral = scan.numeralAt(start);
  if (numeral === null || numeral.end - start !== 8 || numeral.value === null || !standsAlone(scan, start)) return null;
  if (!Number.isInteger(numeral.value) || /[\w%.\-/\u4e00-\u9fff]/.test(scan.char(numeral.end))) return null;
  const [year, month, day] = [
    Math.floor(numeral.value / 10000),
    Math.floor(numeral.value / 100) % 100,
    numeral.value % 100,
  ];
  if (!isYear(year) || day < 1 || day > daysInMonth(year, month)) return null;
  if (/[话机真线号码编Qq]\D{0,3}$/.test(scan.text.slice(Math.max(0, start - 5), start))) return null;
  const point = emptyPoint(start);
  point.year = absolute(year);
  point.month = absolute(month);
  point.day = absolute(day);
  point.end = numeral.end;
  return withTime(scan, point);
}

/** Dates written in figures alone: 2021-03-05 13:10, 2021/3/5, 2021.3.5, 2021-03, 20210305, 12/25/2012. */
export function matchFigureDate(scan: Scan, start: number, isRangeEnd = false): Point | null {
  if (SLASHES.has(scan.code(start + 1)) || SLASHES.has(scan.code(start + 2)))
    return isRangeEnd || standsAlone(scan, start) ? yearLastDate(scan, start) : null;
  if (isDigit(scan.code(start + 4))) return compactDate(scan, start);
  if (!PARTING.has(scan.code(start + 4)) || (!isRangeEnd && !standsAlone(scan, start))) return null;
  const match = exec(DAY, scan.text, start) ?? exec(MONTH, scan.text, start);
  if (match === null || !isYear(Number(match[1]))) return null;
  const point = emptyPoint(start);
  point.year = absolute(Number(match[1]));
  point.month = absolute(Number(match[3]));
  point.end = start + match[0].length;
  if (match[4] === undefined) return point;
  point.day = absolute(Number(match[4]));
  return withTime(scan, point);
}

/**
 * 12/25/2012 and 25/12/2012; where both orders are dates the day is first, as most of the world writes it. Small figures
 * are none where they may count something else: 比例1/2/2020, and 3-2-2001, which is also building, staircase and room.
 */
function yearLastDate(scan: Scan, start: number): Point | null {
  const match = exec(YEAR_LAST, scan.text, start);
  if (match === null || !isYear(Number(match[4]))) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const isSmall = first <= 12 && second <= 12;
  if (isSmall && (match[2] === '-' || NOT_BEFORE.has(scan.code(start - 1)))) return null;
  const span = { start, end: start + match[0].length };
  return dayFirst(scan, span, Number(match[4]), first, second);
}

/** The day first unless only the other order is a date. */
export function dayFirst(scan: Scan, span: Span, year: number, first: number, second: number): Point | null {
  return figurePoint(scan, span, year, second, first) ?? figurePoint(scan, span, year, first, second);
}

/** The date that the figures make; null when the calendar has none such. */
export function figurePoint(scan: Scan, span: Span, year: number | null, month: number, day: number): Point | null {
  if (day < 1 || day > daysInMonth(year, month)) return null;
  const point = emptyPoint(span.start);
  point.year = year === null ? null : absolute(year);
  point.month = absolute(month);
  point.day = absolute(day);
  point.end = span.end;
  return withTime(scan, point);
}

function withTime(scan: Scan, point: Point): Point {
  const part = dayPartAt(scan, point.end);
  if (part !== null) {
    point.dayPart = part.dayPart;
    point.end = part.end;
  }
  const at = scan.char(point.end) === 'T' ? point.end + 1 : skipBlank(scan.text, point.end);
  const end = timeEnd(scan, at);
  if (end > at) {
    point.hasTime = true;
    point.end = end;
  }
  return point;
}

/** 2014-2024: years without 年, the later one second. */
export function matchFigureYears(scan: Scan, start: number): Expression | null {
  const match = JOINING.has(scan.code(start + 4)) && standsAlone(scan, start) ? exec(YEARS, scan.text, start) : null;
  if (match === null) return null;
  const [from, to] = [Number(match[1]), Number(match[2])];
  if (!isYear(from) || !isYear(to) || from >= to) return null;
  const point = emptyPoint(start);
  point.year = absolute(from);
  point.upTo = { unit: 'year', value: to };
  point.end = start + match[0].length;
  return pointExpression(point, null, point.end);
}

function isYear(year: number): boolean {
  return year >= 1840 && year <= 2199;
}

function exec(pattern: RegExp, text: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(text);
}
