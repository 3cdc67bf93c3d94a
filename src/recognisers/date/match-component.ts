import type { Numeral } from '../../language/numerals.js';
import { CharSet } from '../../text/char-set.js';
import type { Ref } from './expression.js';
import { connectorEnd, type Scan, skipBlank } from './scan.js';

/** A number with its unit: 3月, 1至11月, the 7 of 7、8月份. */
export interface Component {
  ref: Ref;
  /** last number of a run-in range */
  upTo: number | null;
  end: number;
}

function absolute(value: number): Ref {
  return { base: 'absolute', value };
}

export function wholeNumber(numeral: Numeral | null, low: number, high: number): number | null {
  if (numeral === null || numeral.approximate || numeral.value === null) return null;
  if (numeral.form !== 'digits' && numeral.form !== 'han') return null;
  return Number.isInteger(numeral.value) && numeral.value >= low && numeral.value <= high ? numeral.value : null;
}

/** The number that a numeral names when it can be one of the kind asked for. */
type NumberOf = (scan: Scan, numeral: Numeral | null) => number | null;

function numberWithin(low: number, high: number): NumberOf {
  return (_, numeral) => wholeNumber(numeral, low, high);
}

/** 13月 and 32日 are read, too, so that they can be refused with a reason. */
const monthNumber = numberWithin(1, 19);
const dayNumber = numberWithin(1, 39);
const quarterNumber = numberWithin(1, 4);
const countOfMonths = numberWithin(1, 12);

/** A test for the unit behind a number; the offset behind the unit, or -1. */
type UnitEnd = (scan: Scan, offset: number) => number;

/** Reads a number, a run-in range or the head of a list (7、8月份) before a unit. */
function readComponent(scan: Scan, start: number, numbers: NumberOf, unitEnd: UnitEnd): Component | null {
  const numeral = scan.numeralAt(start);
  const value = numbers(scan, numeral);
  if (numeral === null || value === null) return null;
  const end = unitEnd(scan, numeral.end);
  if (end !== -1) return { ref: absolute(value), upTo: null, end };
  const behind = connectorEnd(scan.text, numeral.end);
  if (behind > numeral.end) {
    const last = scan.numeralAt(behind);
    const upTo = numbers(scan, last);
    const lastEnd = last === null || upTo === null ? -1 : unitEnd(scan, last.end);
    return lastEnd === -1 ? null : { ref: absolute(value), upTo, end: lastEnd };
  }
  return isListHead(scan, numeral, value, numbers, unitEnd)
    ? { ref: absolute(value), upTo: null, end: numeral.end }
    : null;
}

const LIST_MARKS = new CharSet('、和与');

/** 7、8月份 and 2016、2017年: each number is a date of its own, the unit stands behind the last; the numbers rise. */
function isListHead(scan: Scan, first: Numeral, value: number, numbers: NumberOf, unitEnd: UnitEnd): boolean {
  let at = first.end;
  let previous = value;
  for (let steps = 0; steps < 12 && LIST_MARKS.has(scan.code(at)); steps++) {
    const next = scan.numeralAt(at + 1);
    const number = numbers(scan, next);
    if (next === null || number === null || number === previous || next.form !== first.form) return false;
    if (number < previous && scan.char(at) === '、') return false;
    if (unitEnd(scan, next.end) !== -1) return true;
    previous = number;
    at = next.end;
  }
  return false;
}

const [YEAR, MONTH, DAY, NUMBER] = [0x5e74, 0x6708, 0x65e5, 0x53f7];

function yearEnd(scan: Scan, offset: number): number {
  const at = skipBlank(scan.text, offset);
  return scan.code(at) === YEAR && scan.char(at + 1) !== '级' ? at + 1 : -1;
}

function fourDigitYear(scan: Scan, numeral: Numeral | null): number | null {
  if (numeral === null || numeral.end - numeral.start !== 4) return null;
  const isSpelled =
    numeral.form === 'digits' || /^[〇零一二三四五六七八九]{4}$/.test(scan.text.slice(numeral.start, numeral.end));
  return isSpelled ? wholeNumber(numeral, 1000, 2999) : null;
}

/** 2021年, 二〇二一年, 2013—2017年, 1949年; 08年, 零八年; 21年 only before a month. */
export function readNamedYear(scan: Scan, start: number): Component | null {
  const full = readComponent(scan, start, fourDigitYear, yearEnd);
  return full ?? shortYear(scan, start);
}

function shortYear(scan: Scan, start: number): Component | null {
  const numeral = scan.numeralAt(start);
  if (numeral === null || numeral.end - numeral.start !== 2) return null;
  const end = yearEnd(scan, numeral.end);
  if (end === -1) return null;
  const written = scan.text.slice(start, numeral.end);
  if (!/^(?:\d\d|[〇零一二三四五六七八九]{2})$/.test(written)) return null;
  const value = wholeNumber(numeral, 0, 99);
  if (value === null) return null;
  if (!/^[0〇零]/.test(written) && !isMonthAt(scan, end)) return null;
  return { ref: absolute(value + (value > 50 ? 1900 : 2000)), upTo: null, end };
}

/** 六七月间, 七八月份: two neighbours without a mark between. */
function neighbouringMonths(scan: Scan, start: number): Component | null {
  const numeral = scan.numeralAt(start);
  if (numeral === null || numeral.form !== 'han' || numeral.end - start !== 2) return null;
  const number = wholeNumber(numeral, 12, 89);
  if (number === null) return null;
  const [first, second] = [Math.floor(number / 10), number % 10];
  const isPair = second === first + 1 && !scan.text.slice(start, numeral.end).includes('十');
  const end = isPair ? monthEnd(scan, numeral.end) : -1;
  return end === -1 ? null : { ref: absolute(first), upTo: second, end };
}

function isMonthAt(scan: Scan, offset: number): boolean {
  const numeral = scan.numeralAt(offset);
  return wholeNumber(numeral, 1, 12) !== null && scan.char(numeral?.end ?? -1) === '月';
}

const NOT_MONTH = new CharSet('球饼亮龄嫂牙租薪供');

function monthEnd(scan: Scan, offset: number): number {
  const at = skipBlank(scan.text, offset);
  if (scan.code(at) !== MONTH || NOT_MONTH.has(scan.code(at + 1))) return -1;
  return scan.char(at + 1) === '份' && scan.char(at + 2) !== '额' ? at + 2 : at + 1;
}

/** 3月, 十二月, 1—4月, 12月份, 六七月; 13月 is read too, so that it can be refused with a reason. */
export function readNamedMonth(scan: Scan, start: number): Component | null {
  const pair = neighbouringMonths(scan, start);
  if (pair !== null) return pair;
  return readComponent(scan, start, monthNumber, monthEnd);
}

/** 10日游, 七日谈, 30日元. */
const NOT_DAY = new CharSet('元游谈');

/** A numbered thing rather than a day: 3月5号楼. */
const NOT_DAY_NUMBER = new CharSet('楼线文台风机令车店院门');

function dayEnd(scan: Scan, offset: number): number {
  const at = skipBlank(scan.text, offset);
  const unit = scan.code(at);
  if (unit === DAY) return NOT_DAY.has(scan.code(at + 1)) ? -1 : at + 1;
  return unit === NUMBER && !NOT_DAY_NUMBER.has(scan.code(at + 1)) ? at + 1 : -1;
}

/** 5日, 5号, 1—5日. */
export function readNamedDay(scan: Scan, start: number): Component | null {
  return readComponent(scan, start, dayNumber, dayEnd);
}

function quarterEnd(scan: Scan, offset: number): number {
  const at = scan.char(offset) === '个' ? offset + 1 : offset;
  if (scan.char(at) === '季' && scan.char(at + 1) === '度') return at + 2;
  return scan.char(at) === '季' && '末初报'.includes(scan.char(at + 1) || '\n') ? at + 1 : -1;
}

/** 一季度, 2季度, 一、二季度, the 三季度 of 前三季度. */
export function readQuarter(scan: Scan, start: number): Component | null {
  return readComponent(scan, start, quarterNumber, quarterEnd);
}

function monthCountEnd(scan: Scan, offset: number): number {
  const at = scan.char(offset) === '个' ? offset + 1 : offset;
  return scan.char(at) === '月' ? at + 1 : -1;
}

/** The number of months behind 前 or 头: 前11个月. */
export function readMonthCount(scan: Scan, start: number): Component | null {
  return readComponent(scan, start, countOfMonths, monthCountEnd);
}
