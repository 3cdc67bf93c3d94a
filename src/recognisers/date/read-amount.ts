import type { Numeral } from '../../language/numerals.js';
import { isDigit } from '../../text/char-class.js';
import { CharSet } from '../../text/char-set.js';
import { type DurationUnit, durationUnit, unitAt } from './duration-unit.js';
import { connectorEnd, type Scan, wordAt } from './scan.js';

/** A number with a unit of time: 三年多, 两三天, 半个月. */
export interface Amount {
  value: number | null;
  /** upper end of 三到五年 and 两三天 */
  upper: number | null;
  unit: DurationUnit;
  end: number;
  /** 半 is written: 两年半 is two years and six months, 2.5年 stays P2.5Y */
  hasHalf?: boolean;
  isApproximate: boolean;
}

const DAY_LENGTH = ['内', '之内', '以内', '以上', '以下', '左右'];
/** 三日后 is three days on, but 3日后 is after the third. */
const HAN_DAY_LENGTH = [...DAY_LENGTH, '前', '后', '之前', '之后', '以前', '以后'];

/** 近5日, 连续3日; 半年, 大半年; 三年多. */
const LENGTH_LEADS = new CharSet('近续期满过共达约逾整足各');
const HALF_LEADS = new CharSet('半大');
const ODD = new CharSet('多余几');
const MINUTE = '分'.charCodeAt(0);

/** A day or year that could be a date is a length only with a sign of one: 3日内, 20日以上; 三日 as it is. */
function isLength(scan: Scan, start: number, end: number, unit: DurationUnit, isApproximate: boolean): boolean {
  switch (unit.form) {
    case '日':
      return isLengthInDays(scan, start, end, isApproximate);
    case '秒':
      // 3分08秒 is a result in a race
      return scan.code(start - 1) !== MINUTE;
    case '年':
      return !isNamedYear(scan.text, start, end - 1);
    default:
      return true;
  }
}

function isLengthInDays(scan: Scan, start: number, end: number, isApproximate: boolean): boolean {
  if (isApproximate || LENGTH_LEADS.has(scan.code(start - 1))) return true;
  if (Number(scan.text.slice(start, end - 1)) > 31) return true;
  return wordAt(scan.text, end, isDigit(scan.text, start) ? DAY_LENGTH : HAN_DAY_LENGTH) !== null;
}

/** Four figures before 年, of a year that can be named: 1949年, but 5000年 is a length. */
function isNamedYear(text: string, start: number, end: number): boolean {
  if (end - start !== 4) return false;
  const written = text.slice(start, end);
  return /^\d{4}$/.test(written) && Number(written) >= 1000 && Number(written) < 2999;
}

export function readAmount(scan: Scan, start: number): Amount | null {
  if (HALF_LEADS.has(scan.code(start))) return halfUnit(scan, start);
  const numeral = scan.numeralAt(start);
  if (numeral === null || (numeral.value === null && numeral.form !== 'vague')) return null;
  return amountFrom(scan, numeral, isPair(scan.text, numeral) ? neighbours(numeral.value as number) : null);
}

function amountFrom(scan: Scan, numeral: Numeral, pair: readonly [number, number] | null): Amount | null {
  const value = pair === null ? numeral.value : pair[0];
  const last = value === null ? null : rangeEnd(scan, numeral.end, value);
  let at = last === null ? numeral.end : last.end;
  const isOdd = ODD.has(scan.code(at));
  if (isOdd) at++;
  const half = scan.text.startsWith('个半', at);
  if (half) at += 2;
  if (scan.text[at] === ' ') at++;
  const isApproximate = numeral.approximate || isOdd;
  const unit = unitAt(scan, at, half, isApproximate || scan.text[numeral.end - 1] === '来');
  if (unit === null) return null;
  const end = at + unit.form.length;
  if (!isLength(scan, numeral.start, end, unit, isApproximate)) return null;
  return behindUnit(scan, {
    value: half && value !== null ? value + 0.5 : value,
    hasHalf: half,
    upper: last === null ? (pair === null ? null : pair[1]) : last.value,
    unit,
    end,
    isApproximate,
  });
}

/** The 五 of 三到五年. */
function rangeEnd(scan: Scan, offset: number, value: number): Numeral | null {
  const behind = connectorEnd(scan.text, offset);
  const second = behind > offset ? scan.numeralAt(behind) : null;
  return second !== null && second.value !== null && second.value > value ? second : null;
}

const PAIR = /^[一二两三四五六七八九]{2}$/;

/** 两三天, 七八个月. */
function isPair(text: string, { start, end, form }: Numeral): boolean {
  return end - start === 2 && form === 'han' && PAIR.test(text.slice(start, end));
}

/** 两三天: two neighbours, lower and upper. */
function neighbours(value: number): [number, number] {
  return [Math.floor(value / 10), value % 10];
}

/** Lengths that begin with no numeral: form, ISO designator, whether it is a time, number. */
const HALVES: readonly (readonly [string, string, boolean, number])[] = [
  ['半个多月', 'D', false, 15],
  ['半个月', 'D', false, 15],
  ['大半年', 'M', false, 6],
  ['半年', 'M', false, 6],
  ['半个多小时', 'M', true, 30],
  ['半个小时', 'M', true, 30],
  ['半小时', 'M', true, 30],
  ['半个多世纪', 'Y', false, 50],
  ['半个世纪', 'Y', false, 50],
];

function halfUnit(scan: Scan, start: number): Amount | null {
  const half = HALVES.find(([form]) => scan.text.startsWith(form, start));
  if (half === undefined) return null;
  const [form, designator, isTime, value] = half;
  const kind = designator === 'Y' ? 'year' : 'other';
  const end = start + form.length;
  const isApproximate = form.includes('多') || form.startsWith('大');
  return behindUnit(scan, {
    value,
    upper: null,
    unit: durationUnit(form, designator, isTime, 1, kind),
    end,
    isApproximate,
  });
}

/** 两年半, 三年多: what follows the unit. */
function behindUnit(scan: Scan, amount: Amount): Amount {
  const next = scan.text[amount.end];
  if (next === '半' && amount.value !== null && '年天周'.includes(amount.unit.form))
    return { ...amount, value: amount.value + 0.5, hasHalf: true, end: amount.end + 1 };
  return next === '多' ? { ...amount, end: amount.end + 1, isApproximate: true } : amount;
}

/** 8天20时: 时 is a length only behind days. */
export function hoursBehind(scan: Scan, offset: number, last: Amount): Amount | null {
  const numeral = last.unit.form === '天' ? scan.numeralAt(offset) : null;
  if (numeral === null || numeral.value === null || scan.text[numeral.end] !== '时') return null;
  return {
    value: numeral.value,
    upper: null,
    unit: durationUnit('时', 'H', true, 1, 'other'),
    end: numeral.end + 1,
    isApproximate: false,
  };
}
