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

/** A day or year that could be a date is a length only with a sign of one: 3日内, 20日以上; 三日 as it is. */
function isLength(scan: Scan, start: number, end: number, unit: DurationUnit, isApproximate: boolean): boolean {
  if (unit.form === '日') {
    const isHan = !/\d/.test(scan.char(start));
    if (Number(scan.text.slice(start, end - 1)) > 31) return true;
    const behind = wordAt(scan.text, end, isHan ? HAN_DAY_LENGTH : DAY_LENGTH) !== null;
    return behind || isApproximate || LENGTH_LEADS.has(scan.code(start - 1));
  }
  // 3分08秒 is a result in a race
  if (unit.form === '秒' && scan.char(start - 1) === '分') return false;
  return !(
    unit.form === '年' &&
    /^\d{4}年$/.test(scan.text.slice(start, end)) &&
    Number(scan.text.slice(start, start + 4)) >= 1000 &&
    Number(scan.text.slice(start, start + 4)) < 2999
  );
}

export function readAmount(scan: Scan, start: number): Amount | null {
  if (HALF_LEADS.has(scan.code(start))) return halfUnit(scan, start);
  const numeral = scan.numeralAt(start);
  if (numeral === null || (numeral.value === null && numeral.form !== 'vague')) return null;
  let at = numeral.end;
  let upper: number | null = null;
  let isApproximate = numeral.approximate;
  const written = scan.text.slice(numeral.start, numeral.end);
  let value = numeral.value;
  if (/^[一二两三四五六七八九]{2}$/.test(written)) [value, upper] = neighbours(value as number);
  const behind = connectorEnd(scan.text, at);
  const second = behind > at ? scan.numeralAt(behind) : null;
  if (second !== null && second.value !== null && value !== null && second.value > value) {
    upper = second.value;
    at = second.end;
  }
  if (ODD.has(scan.code(at))) {
    isApproximate = true;
    at++;
  }
  const half = scan.text.startsWith('个半', at);
  if (half) at += 2;
  if (scan.char(at) === ' ') at++;
  const found = unitAt(scan, at, half, isApproximate || written.endsWith('来'));
  if (found === null || !isLength(scan, start, at + found.form.length, found, isApproximate)) return null;
  return behindUnit(scan, {
    value: half && value !== null ? value + 0.5 : value,
    hasHalf: half,
    upper,
    unit: found,
    end: at + found.form.length,
    isApproximate,
  });
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
  const next = scan.char(amount.end);
  if (next === '半' && amount.value !== null && '年天周'.includes(amount.unit.form))
    return { ...amount, value: amount.value + 0.5, hasHalf: true, end: amount.end + 1 };
  return next === '多' ? { ...amount, end: amount.end + 1, isApproximate: true } : amount;
}

/** 8天20时: 时 is a length only behind days. */
export function hoursBehind(scan: Scan, offset: number, last: Amount): Amount | null {
  const numeral = last.unit.form === '天' ? scan.numeralAt(offset) : null;
  if (numeral === null || numeral.value === null || scan.char(numeral.end) !== '时') return null;
  return {
    value: numeral.value,
    upper: null,
    unit: durationUnit('时', 'H', true, 1, 'other'),
    end: numeral.end + 1,
    isApproximate: false,
  };
}
