import type { CalendarEntry } from '../../lexicon/calendar.js';
import { CharSet } from '../../text/char-set.js';
import type { Point, Ref } from './expression.js';
import { type Component, readNamedDay, readNamedMonth, readNamedYear, wholeNumber } from './match-component.js';
import { atEnd, monthPortion, monthsSoFar, portionOf, quarterPortion, yearPortion } from './match-portion.js';
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
export function isNamed(point: Point): boolean {
  return point.year !== null || point.month !== null || point.day !== null || point.portion !== null;
}

/**
 * Reads one place on the calendar at `start`: year, month, day, part of it, time, each where it stands.
 * `year`, when given, is already read (5年前的 in 5年前的12月4日).
 */
export function matchPoint(scan: Scan, start: number, year: { ref: Ref; end: number } | null = null): Point | null {
  const point = emptyPoint(start);
  if (year !== null) {
    point.year = year.ref;
    point.end = year.end;
  } else readYear(scan, point);
  if (!readYearTail(scan, point)) {
    readMonth(scan, point);
    readDay(scan, point);
  }
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
  point[unit] = component.ref;
  point.end = component.end;
  if (component.upTo !== null) point.upTo = { unit, value: component.upTo };
}

/** 2024—2025年度. */
function readSpanOfYears(scan: Scan, point: Point): void {
  if (
    point.upTo?.unit === 'year' &&
    scan.char(point.end) === '度' &&
    !'过假汛'.includes(scan.char(point.end + 1) || '\n')
  )
    point.end++;
}

function readYear(scan: Scan, point: Point): void {
  const named = readNamedYear(scan, point.start);
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

/** 去年底, 2021年上半年, 2015年同期; also a part of a year that stands alone (上半年, 年底). True when the point ends here. */
function readYearTail(scan: Scan, point: Point): boolean {
  if (point.year === null) return readLonePortion(scan, point);
  if (point.upTo !== null) return true;
  const at = skipOf(scan, point.end);
  const found = yearPortion(scan, at);
  if (found !== null) {
    point.portion = found.portion;
    point.portionOf = 'year';
    point.end = found.end;
    return true;
  }
  if (scan.text.startsWith('同期', at)) {
    point.isSamePeriod = true;
    point.end = at + 2;
    return true;
  }
  return false;
}

const OF = '的'.charCodeAt(0);

/** 的 and a blank between a year and its month: 去年的12月, 2018年 10月. */
function skipOf(scan: Scan, offset: number): number {
  const at = skipBlank(scan.text, offset);
  return scan.code(at) === OF ? at + 1 : at;
}

function readLonePortion(scan: Scan, point: Point): boolean {
  const found = quarterPortion(scan, point.start) ?? monthsSoFar(scan, point.start);
  if (found !== null) {
    point.portion = found.portion;
    point.portionOf = 'year';
    point.end = found.end;
    return true;
  }
  const hit = scan.hitAt(point.start);
  if (hit?.entry.kind !== 'portion') return false;
  const own = atEnd(scan, portionOf(hit.entry), hit.end);
  point.portion = own.portion;
  point.portionOf = hit.entry.of;
  point.end = own.end;
  return true;
}

function readMonth(scan: Scan, point: Point): void {
  const at = point.year === null ? point.start : skipOf(scan, point.end);
  const named = readNamedMonth(scan, at);
  const hit = named === null ? scan.hitAt(at) : null;
  const ref = wordRef(hit?.entry, 'month');
  if (named !== null) take(point, 'month', named);
  else if (hit !== null && ref !== null) {
    point.month = ref;
    point.end = hit.end;
  } else return;
  if (point.upTo !== null) return;
  const found = monthPortion(scan, point.end);
  if (found === null) return;
  point.portion = found.portion;
  point.portionOf = 'month';
  point.end = found.end;
  if (found.portion.kind === 'weekday') readTimeOfDay(scan, point);
}

function readDay(scan: Scan, point: Point): void {
  if (point.portion !== null || point.upTo !== null || (point.year !== null && point.month === null)) return;
  const at = point.month === null ? point.start : skipBlank(scan.text, point.end);
  const isBare = point.month === null;
  const named = readNamedDay(scan, at);
  const hit = scan.hitAt(at);
  const ref = isBare ? wordRef(hit?.entry, 'day') : null;
  if (named !== null && !(isBare && !isBareDay(scan, at, named))) take(point, 'day', named);
  else if (hit !== null && ref !== null) {
    point.day = ref;
    point.end = hit.end;
    if (hit.entry.kind === 'day') point.dayPart = hit.entry.dayPart ?? null;
  } else if (!readUnmarkedDay(scan, point, at)) return;
  readTimeOfDay(scan, point);
}

/** Behind these a number of days is a length: 近5日, 连续3日. */
const LENGTH_BEFORE = '每近续期第满过共达约逾整限足前后各那头';

/** A day without its month: 8日上午, 24日, the 五日 of 三月一日至五日; 3日内, 近5日, 三日 and 5号 are none. */
function isBareDay(scan: Scan, at: number, day: Component): boolean {
  if (wordAt(scan.text, day.end, ['内', '之内', '以内', '以上', '以下', '左右']) !== null) return false;
  const before = scan.char(at - 1) || '\n';
  if (LENGTH_BEFORE.includes(before) && day.upTo === null) return false;
  if (scan.char(day.end - 1) === '号') return '至到—-'.includes(before);
  const isFigure = /[0-9]/.test(scan.char(at));
  return (
    isFigure ||
    '至到和与—-'.includes(before) ||
    dayPartAt(scan, day.end) !== null ||
    '电讯'.includes(scan.char(day.end) || '\n')
  );
}

/** 二〇〇四年八月十五: the 日 left out behind year and month. */
function readUnmarkedDay(scan: Scan, point: Point, at: number): boolean {
  if (point.year?.base !== 'absolute' || point.month === null) return false;
  const numeral = scan.numeralAt(at);
  if (numeral === null || numeral.form !== 'han' || wholeNumber(numeral, 1, 31) === null) return false;
  if (/[\u4e00-\u9fff]/.test(scan.char(numeral.end))) return false;
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
