import { lengthNameTails } from '../../lexicon/calendar.js';
import type { Duration } from './expression.js';
import { connectorEnd, type Scan, wordAt } from './scan.js';

/** Units of a length of time; `designator` as ISO 8601 writes it, months and seconds told apart by the T before. */
interface Unit {
  form: string;
  designator: string;
  isTime: boolean;
  factor: number;
  unit: Duration['unit'];
  notBefore: string;
}

function unit(
  form: string,
  designator: string,
  isTime: boolean,
  factor: number,
  kind: Duration['unit'],
  notBefore = '',
): Unit {
  return { form, designator, isTime, factor, unit: kind, notBefore };
}

/** Longest first. 月 alone is a month of the calendar, 个月 a length. */
const UNITS: readonly Unit[] = [
  unit('个工作日', 'D', false, 1, 'day'),
  unit('工作日', 'D', false, 1, 'day'),
  unit('个昼夜', 'D', false, 1, 'day'),
  unit('昼夜', 'D', false, 1, 'day'),
  unit('个小时', 'H', true, 1, 'other'),
  unit('小时', 'H', true, 1, 'other'),
  unit('分钟', 'M', true, 1, 'other'),
  unit('秒钟', 'S', true, 1, 'other'),
  unit('个季度', 'M', false, 3, 'month'),
  unit('个世纪', 'Y', false, 100, 'year'),
  unit('个周', 'W', false, 1, 'week'),
  unit('个星期', 'W', false, 1, 'week'),
  unit('星期', 'W', false, 1, 'week', '一二三四五六日天几'),
  unit('个年头', 'Y', false, 1, 'year'),
  unit('周', 'W', false, 1, 'week', '年岁边围期六日一二三四五末易转报'),
  unit('个月', 'M', false, 1, 'month', '份'),
  unit('年', 'Y', false, 1, 'year', '级期制龄产轻薪均会报检租代度画货味生级'),
  unit('天', 'D', false, 1, 'day', '然津空文桥宫舟问上下地际府堂鹅线井山'),
  unit('日', 'D', false, 1, 'day', '元游谈'),
];

/** 八天又二十个小时, 一年零十天. */
const JOINTS = ['零', '又', '余'];

interface Amount {
  value: number | null;
  upper: number | null;
  unit: Unit;
  end: number;
  isApproximate: boolean;
}

/** 20天左右, 三年多, 一年零三个月, 半个月, 24小时, 三到五年, 两三天. Trailing 来, 内, 以来 and 左右 belong to the span. */
export function matchDuration(scan: Scan, start: number): Duration | null {
  const first = readAmount(scan, start);
  if (first === null || isName(scan, start, first)) return null;
  const amounts = [first];
  let end = first.end;
  for (let steps = 0; steps < 5; steps++) {
    const last = amounts[amounts.length - 1] as Amount;
    const next =
      hoursBehind(scan, end, last) ??
      readAmount(scan, end) ??
      readAmount(scan, end + (wordAt(scan.text, end, JOINTS) ?? '').length);
    if (next === null || !isSmaller(next.unit, last.unit)) break;
    amounts.push(next);
    end = next.end;
  }
  return finish(scan, start, end, amounts);
}

/** 8天20时: 时 is a length only behind days. */
function hoursBehind(scan: Scan, offset: number, last: Amount): Amount | null {
  const numeral = last.unit.form === '天' ? scan.numeralAt(offset) : null;
  if (numeral === null || numeral.value === null || scan.char(numeral.end) !== '时') return null;
  return {
    value: numeral.value,
    upper: null,
    unit: unit('时', 'H', true, 1, 'other'),
    end: numeral.end + 1,
    isApproximate: false,
  };
}

const ORDER = ['Y', 'M', 'W', 'D', 'H', 'TM', 'S'];

function rank(unit: Unit): number {
  return ORDER.indexOf(unit.isTime && unit.designator === 'M' ? 'TM' : unit.designator);
}

function isSmaller(a: Unit, b: Unit): boolean {
  return rank(a) > rank(b);
}

/** 15分钟便民生活圈, 一小时交通圈: named for how far one gets. */
const REACH = /^[\u4e00-\u9fff]{0,6}圈/;

function isName(scan: Scan, start: number, amount: Amount): boolean {
  if (wordAt(scan.text, amount.end, lengthNameTails()) !== null) return true;
  if (amount.unit.isTime && REACH.test(scan.text.slice(amount.end, amount.end + 8))) return true;
  const isRoundHan = /^[百千万]$/.test(scan.text.slice(start, amount.end - amount.unit.form.length));
  return isRoundHan && (amount.unit.form === '年' || amount.unit.form === '日');
}

const DAY_LENGTH = ['内', '之内', '以内', '以上', '以下', '左右'];
/** 三日后 is three days on, but 3日后 is after the third. */
const HAN_DAY_LENGTH = [...DAY_LENGTH, '前', '后', '之前', '之后', '以前', '以后'];

/** A day or year that could be a date is a length only with a sign of one: 3日内, 20日以上; 三日 as it is. */
function isLength(scan: Scan, start: number, end: number, unit: Unit, isApproximate: boolean): boolean {
  if (unit.form === '日') {
    const isHan = !/\d/.test(scan.char(start));
    const behind = wordAt(scan.text, end, isHan ? HAN_DAY_LENGTH : DAY_LENGTH) !== null;
    return behind || isApproximate || '近续期满过共达约逾整足各'.includes(scan.char(start - 1) || '\n');
  }
  return !(
    unit.form === '年' &&
    /^\d{4}年$/.test(scan.text.slice(start, end)) &&
    Number(scan.text.slice(start, start + 4)) >= 1000 &&
    Number(scan.text.slice(start, start + 4)) < 2999
  );
}

function readAmount(scan: Scan, start: number): Amount | null {
  if ('半大'.includes(scan.char(start) || '\n')) return halfUnit(scan, start);
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
  if ('多余几'.includes(scan.char(at) || '\n')) {
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

/** 月 and 小时 lose their 个 behind 多 and 半: 两个多月, 三个半月. */
function unitAt(scan: Scan, at: number, hasClassifier: boolean, isApproximate: boolean): Unit | null {
  for (const found of UNITS) {
    if (!scan.text.startsWith(found.form, at)) continue;
    const next = scan.char(at + found.form.length);
    if (next === '' || !found.notBefore.includes(next)) return found;
  }
  const many = scan.text.startsWith('个多', at) ? 2 : 0;
  const isBareMonth = scan.char(at + many) === '月' && (many > 0 || hasClassifier || isApproximate);
  if (many > 0 && scan.text.startsWith('小时', at + 2)) return unit('个多小时', 'H', true, 1, 'other');
  return isBareMonth ? unit(many > 0 ? '个多月' : '月', 'M', false, 1, 'month') : null;
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
  return behindUnit(scan, { value, upper: null, unit: unit(form, designator, isTime, 1, kind), end, isApproximate });
}

/** 两年半, 三年多: what follows the unit. */
function behindUnit(scan: Scan, amount: Amount): Amount {
  const next = scan.char(amount.end);
  if (next === '半' && amount.value !== null && amount.unit.form === '年')
    return { ...amount, value: amount.value + 0.5, end: amount.end + 1 };
  return next === '多' ? { ...amount, end: amount.end + 1, isApproximate: true } : amount;
}

function finish(scan: Scan, start: number, end: number, amounts: Amount[]): Duration {
  const first = amounts[0] as Amount;
  const isSingle = amounts.length === 1;
  const whole = isSingle && first.value !== null && Number.isInteger(first.value);
  const about = wordAt(scan.text, end, ['左右', '上下']);
  const inside = about ?? wordAt(scan.text, end, ['以内', '之内', '以来', '内', '来']);
  return {
    start,
    end: end + (inside === null || isOtherWord(scan, end, inside) ? 0 : inside.length),
    value: writeDuration(amounts, 'value'),
    upper: isSingle && first.upper !== null ? writeDuration(amounts, 'upper') : null,
    unit: first.unit.unit,
    count:
      whole && first.unit.unit !== 'other'
        ? (first.value as number) *
          (first.unit.designator === 'M' || first.unit.unit === 'year' ? first.unit.factor : 1)
        : null,
    isApproximate: about !== null || amounts.some((amount) => amount.isApproximate),
  };
}

/** 内 of 内蒙古, 来 of 来自. */
function isOtherWord(scan: Scan, end: number, word: string): boolean {
  const next = scan.char(end + word.length);
  if (word === '内') return '蒙地部外陆容需河'.includes(next || '\n');
  return word === '来' && '自到访华临源得说'.includes(next || '\n');
}

/** P1Y3M, PT24H; halves of a year and month are written out in months and days. */
function writeDuration(amounts: readonly Amount[], which: 'value' | 'upper'): string | null {
  let days = '';
  let time = '';
  for (const amount of amounts) {
    const number = amount[which];
    if (number === null) return null;
    const part = writeAmount(number * amount.unit.factor, amount.unit);
    if (amount.unit.isTime) time += part;
    else days += part;
  }
  return `P${days}${time === '' ? '' : `T${time}`}`;
}

function writeAmount(number: number, unit: Unit): string {
  const whole = Math.floor(number);
  const isHalf = number - whole === 0.5;
  if (number === whole || unit.isTime || !isHalf) return `${number}${unit.designator}`;
  if (unit.designator === 'Y') return `${whole > 0 ? `${whole}Y` : ''}${Math.round((number - whole) * 12)}M`;
  return unit.designator === 'M' ? `${whole}M${Math.round((number - whole) * 30)}D` : `${number}${unit.designator}`;
}
