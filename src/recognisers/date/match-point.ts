import type { Numeral } from '../../language/numerals.js';
import type { CalendarEntry } from '../../lexicon/calendar.js';
import { isDigit } from '../../text/char-class.js';
import { CharSet } from '../../text/char-set.js';
import { isBareDay } from './bare-day.js';
import type { Point, Ref } from './expression.js';
import { Lead, leadAt, numberLead } from './lead.js';
import { type Component, readNamedDay, readNamedMonth, readNamedYear, wholeNumber } from './match-component.js';
import {
  atEnd,
  monthPortion,
  monthsSoFar,
  type PortionMatch,
  portionOf,
  quarterPortion,
  yearPortion,
} from './match-portion.js';
import { dayPartAt, timeEnd } from './match-time.js';
import { weekdayEnd } from './match-weekday.js';
import { type Scan, skipBlank, wordAt } from './scan.js';

export function emptyPoint(start: number): Point {
  return {
    start,
    end: start,
    year: null,
    month: null,
    day: null,
    portion: null,
    portionOf: null,
    upTo: null,
    dayPart: null,
    hasTime: false,
    isApproximate: false,
    isSamePeriod: false,
  };
}

/** True when the point names anything. */
function isNamed(point: Point): boolean {
  return point.year !== null || point.month !== null || point.day !== null || point.portion !== null;
}

/** Reads one place on the calendar at `start`: year, month, day, part of it, time, each where it stands. */
export function matchPoint(scan: Scan, start: number): Point | null {
  const lead = leadAt(scan, start);
  if (lead === Lead.none) return null;
  const point = emptyPoint(start);
  if ((lead & Lead.year) !== 0) readYear(scan, point);
  if (point.year !== null) readBehindYear(scan, point);
  else if ((lead & Lead.portion) === 0 || !readLonePortion(scan, point)) {
    if ((lead & Lead.month) !== 0) readMonth(scan, point, start);
    if (point.month !== null || (lead & Lead.day) !== 0) readDay(scan, point);
  }
  return finishPoint(scan, point);
}

/** The same behind a year that is already read: 5年前的 in 5年前的12月4日. */
export function matchPointInYear(scan: Scan, start: number, year: Ref, end: number): Point | null {
  const point = emptyPoint(start);
  point.year = year;
  point.end = end;
  readBehindYear(scan, point);
  return finishPoint(scan, point);
}

function finishPoint(scan: Scan, point: Point): Point | null {
  if (!isNamed(point)) return null;
  readApproximation(scan, point);
  return point;
}

/** The reference of a calendar word when it is of the kind asked for: 去年 → anchor −1. */
function wordRef(entry: CalendarEntry | undefined, kind: 'year' | 'month' | 'day'): Ref | null {
  if (entry === undefined || entry.kind !== kind) return null;
  return { base: entry.base, value: entry.offset };
}

function take(point: Point, unit: 'year' | 'month' | 'day', component: Component): void {
  point[unit] = { base: 'absolute', value: component.value };
  point.end = component.end;
  if (component.upTo !== null) point.upTo = { unit, value: component.upTo };
}

/** 年度, but not 2024年度过. */
const NOT_BEHIND_DEGREE = new CharSet('过假汛');

/** 2024—2025年度. */
function readSpanOfYears({ text }: Scan, point: Point): void {
  if (point.upTo !== null && text[point.end] === '度' && !NOT_BEHIND_DEGREE.has(text.charCodeAt(point.end + 1)))
    point.end++;
}

function readYear(scan: Scan, point: Point): void {
  const numeral = scan.numeralAt(point.start);
  const named = numeral === null ? null : readNamedYear(scan, numeral);
  if (named !== null) {
    take(point, 'year', named);
    readSpanOfYears(scan, point);
    return;
  }
  const hit = scan.hitAt(point.start);
  const ref = wordRef(hit?.entry, 'year');
  if (hit === null || ref === null) return;
  point.year = ref;
  point.end = hit.end;
}

/** 去年底, 2021年上半年, 2015年同期; else a month and day. */
function readBehindYear(scan: Scan, point: Point): void {
  if (point.upTo !== null) return;
  const at = skipOf(scan, point.end);
  const numeral = scan.numeralAt(at);
  const isMonth = numeral !== null && numberLead(scan, numeral) === Lead.month;
  if (!isMonth && readPartOfYear(scan, point, at)) return;
  readMonth(scan, point, at);
  if (point.month !== null) readDay(scan, point);
}

/** True when the point ends with a part of its year. */
function readPartOfYear(scan: Scan, point: Point, at: number): boolean {
  const found = yearPortion(scan, at);
  if (found !== null) {
    takePortion(point, 'year', found);
    return true;
  }
  if (!scan.text.startsWith('同期', at)) return false;
  point.isSamePeriod = true;
  point.end = at + 2;
  return true;
}

function takePortion(point: Point, of: 'year' | 'month', { portion, end }: PortionMatch): void {
  point.portion = portion;
  point.portionOf = of;
  point.end = end;
}

const OF = '的'.charCodeAt(0);

/** 的 and a blank between a year and its month: 去年的12月, 2018年 10月. */
function skipOf(scan: Scan, offset: number): number {
  const at = skipBlank(scan.text, offset);
  return scan.code(at) === OF ? at + 1 : at;
}

/** A part of a year that stands alone: 上半年, 年底, 前三季度. True when there is one. */
function readLonePortion(scan: Scan, point: Point): boolean {
  const found = quarterPortion(scan, point.start) ?? monthsSoFar(scan, point.start);
  if (found !== null) {
    takePortion(point, 'year', found);
    return true;
  }
  const hit = scan.hitAt(point.start);
  if (hit?.entry.kind !== 'portion') return false;
  takePortion(point, hit.entry.of, atEnd(scan, portionOf(hit.entry), hit.end));
  return true;
}

function readMonth(scan: Scan, point: Point, at: number): void {
  const numeral = scan.numeralAt(at);
  const named = numeral === null ? null : readNamedMonth(scan, numeral);
  if (named !== null) take(point, 'month', named);
  else if (!readMonthWord(scan, point, at)) return;
  // 3月5日: a figure opens the day
  if (point.upTo !== null || isDigit(scan.text, point.end)) return;
  const found = monthPortion(scan, point.end);
  if (found === null) return;
  takePortion(point, 'month', found);
  if (found.portion.kind === 'weekday') readTimeOfDay(scan, point);
}

/** 上月, 元月. */
function readMonthWord(scan: Scan, point: Point, at: number): boolean {
  const hit = scan.hitAt(at);
  const ref = wordRef(hit?.entry, 'month');
  if (hit === null || ref === null) return false;
  point.month = ref;
  point.end = hit.end;
  return true;
}

function readDay(scan: Scan, point: Point): void {
  if (point.portion !== null || point.upTo !== null) return;
  const isBare = point.month === null;
  const at = isBare ? point.start : skipBlank(scan.text, point.end);
  const numeral = scan.numeralAt(at);
  const named = numeral === null ? null : readNamedDay(scan, numeral);
  if (named !== null && !(isBare && !isBareDay(scan, at, named))) take(point, 'day', named);
  else if (!(isBare ? readDayWord(scan, point, at) : readUnmarkedDay(scan, point, numeral))) return;
  readTimeOfDay(scan, point);
}

/** 今天, 昨晚, 次日. */
function readDayWord(scan: Scan, point: Point, at: number): boolean {
  const hit = scan.hitAt(at);
  const ref = wordRef(hit?.entry, 'day');
  if (hit === null || ref === null) return false;
  point.day = ref;
  point.end = hit.end;
  if (hit.entry.kind === 'day') point.dayPart = hit.entry.dayPart ?? null;
  return true;
}

/** 二〇〇四年八月十五: the 日 left out behind year and month. */
function readUnmarkedDay(scan: Scan, point: Point, numeral: Numeral | null): boolean {
  if (point.year?.base !== 'absolute') return false;
  if (numeral === null || numeral.form !== 'han' || wholeNumber(numeral, 1, 31) === null) return false;
  if (/[\u4e00-\u9fff]/.test(scan.text.charAt(numeral.end))) return false;
  point.day = { base: 'absolute', value: numeral.value as number };
  point.end = numeral.end;
  return true;
}

/** 星期五, 上午, 9时30分 and all together behind a day; they belong to the expression, not to its value. */
function readTimeOfDay(scan: Scan, point: Point): void {
  point.end = weekdayEnd(scan, point.end);
  const part = dayPartAt(scan, point.end);
  if (part !== null) {
    point.dayPart = part.dayPart;
    point.end = part.end;
  }
  const at = skipBlank(scan.text, point.end);
  const end = timeEnd(scan, at);
  if (end === at) return;
  point.hasTime = true;
  point.end = end;
}

/** First characters of 左右 and 前后. */
const ABOUT = new CharSet('左前');

function readApproximation(scan: Scan, point: Point): void {
  if (!ABOUT.has(scan.code(point.end))) return;
  const word = wordAt(scan.text, point.end, ['左右', '前后']);
  if (word === null) return;
  point.isApproximate = true;
  point.end += word.length;
}
