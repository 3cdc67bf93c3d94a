import type { Numeral } from '../../language/numerals.js';
import { CharSet } from '../../text/char-set.js';
import { connectorEnd, type Scan, skipBlank } from './scan.js';

/** A number with its unit: 3月, 1至11月, the 7 of 7、8月份. */
export interface Component {
  value: number;
  /** last number of a run-in range */
  upTo: number | null;
  end: number;
}

export function wholeNumber(numeral: Numeral | null, low: number, high: number): number | null {
  if (numeral === null || numeral.approximate || numeral.value === null) return null;
  if (numeral.form !== 'digits' && numeral.form !== 'han') return null;
  return Number.isInteger(numeral.value) && numeral.value >= low && numeral.value <= high ? numeral.value : null;
}

/** The number that a numeral names when it can be one of the kind asked for. */
type NumberOf = (text: string, numeral: Numeral) => number | null;

function numberWithin(low: number, high: number): NumberOf {
  return (_, numeral) => wholeNumber(numeral, low, high);
}

/** 13月 and 32日 are read, too, so that they can be refused with a reason. */
const monthNumber = numberWithin(1, 19);
const dayNumber = numberWithin(1, 39);
const quarterNumber = numberWithin(1, 4);
const countOfMonths = numberWithin(1, 12);

/** A test for the unit behind a number; the offset behind the unit, or -1. */
type UnitEnd = (text: string, offset: number) => number;

/** Reads a number, a run-in range or the head of a list (7、8月份) before a unit. */
function readComponent(scan: Scan, numeral: Numeral, numbers: NumberOf, unitEnd: UnitEnd): Component | null {
  const value = numbers(scan.text, numeral);
  if (value === null) return null;
  const end = unitEnd(scan.text, numeral.end);
  if (end !== -1) return { value, upTo: null, end };
  const behind = connectorEnd(scan.text, numeral.end);
  if (behind > numeral.end) return runInRange(scan, value, behind, numbers, unitEnd);
  return isListHead(scan, numeral, value, numbers, unitEnd) ? { value, upTo: null, end: numeral.end } : null;
}

/** The 11月 of 1至11月. */
function runInRange(scan: Scan, value: number, behind: number, numbers: NumberOf, unitEnd: UnitEnd): Component | null {
  const last = scan.numeralAt(behind);
  const upTo = last === null ? null : numbers(scan.text, last);
  const end = last === null || upTo === null ? -1 : unitEnd(scan.text, last.end);
  return end === -1 ? null : { value, upTo, end };
}

const LIST_MARKS = new CharSet('、和与');

/** 7、8月份 and 2016、2017年: each number is a date of its own, the unit stands behind the last; the numbers rise. */
function isListHead(scan: Scan, first: Numeral, value: number, numbers: NumberOf, unitEnd: UnitEnd): boolean {
  let at = first.end;
  let previous = value;
  for (let steps = 0; steps < 12 && LIST_MARKS.has(scan.code(at)); steps++) {
    const next = scan.numeralAt(at + 1);
    const number = next === null ? null : numbers(scan.text, next);
    if (next === null || number === null || number === previous || next.form !== first.form) return false;
    if (number < previous && scan.char(at) === '、') return false;
    if (unitEnd(scan.text, next.end) !== -1) return true;
    previous = number;
    at = next.end;
  }
  return false;
}

const [YEAR, MONTH, DAY, NUMBER, QUARTER, DEGREE, CLASSIFIER, GRADE, SHARE, AMOUNT] = [...'年月日号季度个级份额'].map(
  (character) => character.charCodeAt(0),
);

function yearEnd(text: string, offset: number): number {
  const at = skipBlank(text, offset);
  return text.charCodeAt(at) === YEAR && text.charCodeAt(at + 1) !== GRADE ? at + 1 : -1;
}

const SPELLED_YEAR = /^[〇零一二三四五六七八九]{4}$/;

function fourDigitYear(text: string, numeral: Numeral): number | null {
  if (numeral.end - numeral.start !== 4) return null;
  const isSpelled = numeral.form === 'digits' || SPELLED_YEAR.test(text.slice(numeral.start, numeral.end));
  return isSpelled ? wholeNumber(numeral, 1000, 2999) : null;
}

/** 2021年, 二〇二一年, 2013—2017年, 1949年; 08年, 零八年; 21年 only before a month. */
export function readNamedYear(scan: Scan, numeral: Numeral): Component | null {
  const length = numeral.end - numeral.start;
  if (length === 4) return readComponent(scan, numeral, fourDigitYear, yearEnd);
  return length === 2 ? shortYear(scan, numeral) : null;
}

const SHORT_YEAR = /^(?:\d\d|[〇零一二三四五六七八九]{2})$/;
const ZERO = new CharSet('0〇零');

function shortYear(scan: Scan, numeral: Numeral): Component | null {
  const end = yearEnd(scan.text, numeral.end);
  if (end === -1 || !(ZERO.has(scan.code(numeral.start)) || isMonthAt(scan, end))) return null;
  const value = wholeNumber(numeral, 0, 99);
  if (value === null || !SHORT_YEAR.test(scan.text.slice(numeral.start, numeral.end))) return null;
  return { value: value + (value > 50 ? 1900 : 2000), upTo: null, end };
}

function isMonthAt(scan: Scan, offset: number): boolean {
  const numeral = scan.numeralAt(offset);
  return wholeNumber(numeral, 1, 12) !== null && scan.code(numeral?.end ?? -1) === MONTH;
}

/** 六七月间, 七八月份: two neighbours without a mark between. */
function neighbouringMonths({ text }: Scan, numeral: Numeral): Component | null {
  const number = wholeNumber(numeral, 12, 89);
  if (number === null) return null;
  const [first, second] = [Math.floor(number / 10), number % 10];
  const isPair = second === first + 1 && !text.slice(numeral.start, numeral.end).includes('十');
  const end = isPair ? monthEnd(text, numeral.end) : -1;
  return end === -1 ? null : { value: first, upTo: second, end };
}

const NOT_MONTH = new CharSet('球饼亮龄嫂牙租薪供');

function monthEnd(text: string, offset: number): number {
  const at = skipBlank(text, offset);
  if (text.charCodeAt(at) !== MONTH) return -1;
  const next = text.charCodeAt(at + 1);
  if (NOT_MONTH.has(next)) return -1;
  return next === SHARE && text.charCodeAt(at + 2) !== AMOUNT ? at + 2 : at + 1;
}

/** 3月, 十二月, 1—4月, 12月份, 六七月; 13月 is read too, so that it can be refused with a reason. */
export function readNamedMonth(scan: Scan, numeral: Numeral): Component | null {
  const pair = numeral.form === 'han' && numeral.end - numeral.start === 2 ? neighbouringMonths(scan, numeral) : null;
  return pair ?? readComponent(scan, numeral, monthNumber, monthEnd);
}

/** 10日游, 七日谈, 30日元. */
const NOT_DAY = new CharSet('元游谈');

/** A numbered thing rather than a day: 3月5号楼. */
const NOT_DAY_NUMBER = new CharSet('楼线文台风机令车店院门');

function dayEnd(text: string, offset: number): number {
  const at = skipBlank(text, offset);
  const unit = text.charCodeAt(at);
  if (unit === DAY) return NOT_DAY.has(text.charCodeAt(at + 1)) ? -1 : at + 1;
  return unit === NUMBER && !NOT_DAY_NUMBER.has(text.charCodeAt(at + 1)) ? at + 1 : -1;
}

/** 5日, 5号, 1—5日. */
export function readNamedDay(scan: Scan, numeral: Numeral): Component | null {
  return readComponent(scan, numeral, dayNumber, dayEnd);
}

/** 一季末, 二季度, but not 四季. */
const ENDS_QUARTER = new CharSet('末初报');

function quarterEnd(text: string, offset: number): number {
  const at = text.charCodeAt(offset) === CLASSIFIER ? offset + 1 : offset;
  if (text.charCodeAt(at) !== QUARTER) return -1;
  const next = text.charCodeAt(at + 1);
  if (next === DEGREE) return at + 2;
  return ENDS_QUARTER.has(next) ? at + 1 : -1;
}

/** 一季度, 2季度, 一、二季度, the 三季度 of 前三季度. */
export function readQuarter(scan: Scan, start: number): Component | null {
  const numeral = scan.numeralAt(start);
  return numeral === null ? null : readComponent(scan, numeral, quarterNumber, quarterEnd);
}

function monthCountEnd(text: string, offset: number): number {
  const at = text.charCodeAt(offset) === CLASSIFIER ? offset + 1 : offset;
  return text.charCodeAt(at) === MONTH ? at + 1 : -1;
}

/** The number of months behind 前 or 头: 前11个月. */
export function readMonthCount(scan: Scan, start: number): Component | null {
  const numeral = scan.numeralAt(start);
  return numeral === null ? null : readComponent(scan, numeral, countOfMonths, monthCountEnd);
}
