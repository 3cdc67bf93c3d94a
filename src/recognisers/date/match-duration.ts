import { nameTails } from '../../lexicon/calendar.js';
import { CharSet } from '../../text/char-set.js';
import { compareUnits, isSmaller } from './duration-unit.js';
import type { Duration } from './expression.js';
import { type Amount, hoursBehind, readAmount } from './read-amount.js';
import { type Scan, wordAt } from './scan.js';

/** 八天又二十个小时, 一年零十天. */
const JOINTS = new CharSet('零又余');
const [AND, NIGHT] = [...'又夜'].map((character) => character.charCodeAt(0));

/** 20天左右, 三年多, 一年零三个月, 半个月, 24小时, 三到五年, 两三天. Trailing 来, 内, 以来 and 左右 belong to the span. */
export function matchDuration(scan: Scan, start: number): Duration | null {
  const first = readAmount(scan, start);
  if (first === null || isName(scan, start, first)) return null;
  const amounts = [first];
  let last = first;
  for (let steps = 0; steps < 5; steps++) {
    const next = nextAmount(scan, last);
    if (next === null || !(isSmaller(next.unit, last.unit) || isAdded(scan, last.end, next, amounts))) break;
    amounts.push(next);
    last = next;
  }
  return finish(scan, start, nightsEnd(scan, last), amounts);
}

function nextAmount(scan: Scan, last: Amount): Amount | null {
  const { end } = last;
  const behind = JOINTS.has(scan.code(end)) ? end + 1 : end;
  return hoursBehind(scan, end, last) ?? readAmount(scan, end) ?? (behind > end ? readAmount(scan, behind) : null);
}

/** 两天又一个月: 又 adds a larger unit as well, which is then written first. */
function isAdded(scan: Scan, end: number, next: Amount, amounts: readonly Amount[]): boolean {
  return scan.code(end) === AND && amounts.every(({ unit }) => isSmaller(unit, next.unit));
}

/** 七天七夜 is seven days. */
function nightsEnd(scan: Scan, { unit, end }: Amount): number {
  const nights = unit.form === '天' ? scan.numeralAt(end) : null;
  return nights !== null && scan.code(nights.end) === NIGHT ? nights.end + 1 : end;
}

/** 15分钟便民生活圈, 一小时交通圈: named for how far one gets. */
const REACH = /^[\u4e00-\u9fff]{0,6}圈/;
const ROUND_SCALES = new CharSet('百千万');

function isName(scan: Scan, start: number, { unit, end }: Amount): boolean {
  if (wordAt(scan.text, end, nameTails(scan.code(end))) !== null) return true;
  if (unit.isTime && REACH.test(scan.text.slice(end, end + 8))) return true;
  const isRoundHan = end - unit.form.length === start + 1 && ROUND_SCALES.has(scan.code(start));
  return isRoundHan && ['年', '日', '秒'].includes(unit.form);
}

/** First characters of what may stand behind a length and belongs to it. */
const FIRST_BEHIND = new CharSet('左上以之内来');
const NO_TAIL = { length: 0, isAbout: false };

function finish(scan: Scan, start: number, end: number, amounts: Amount[]): Duration {
  const first = amounts[0] as Amount;
  const isSingle = amounts.length === 1;
  const tail = FIRST_BEHIND.has(scan.code(end)) ? readTail(scan, end, first) : NO_TAIL;
  return {
    start,
    end: end + tail.length,
    value: writeDuration(amounts, 'value'),
    upper: isSingle && first.upper !== null ? writeDuration(amounts, 'upper') : null,
    unit: first.unit.unit,
    count: isSingle ? countOf(first) : null,
    isApproximate: tail.isAbout || amounts.some((amount) => amount.isApproximate),
  };
}

/** Whole units, for 五年前; null for hours and halves. */
function countOf({ value, unit }: Amount): number | null {
  if (value === null || !Number.isInteger(value) || unit.unit === 'other') return null;
  return value * (unit.designator === 'M' || unit.unit === 'year' ? unit.factor : 1);
}

/** 左右, 以内, 以来 behind a length. */
function readTail(scan: Scan, end: number, first: Amount): { length: number; isAbout: boolean } {
  if (wordAt(scan.text, end, ['左右', '上下']) !== null) return { length: 2, isAbout: true };
  const inside = wordAt(scan.text, end, ['以内', '之内', '以来', '内', '来']);
  return inside === null || isOtherWord(scan, end, inside, first) ? NO_TAIL : { length: inside.length, isAbout: false };
}

/** 内 of 内蒙古, 来 of 来自. */
function isOtherWord(scan: Scan, end: number, word: string, { unit }: Amount): boolean {
  const next = scan.char(end + word.length);
  if (word === '内') return '蒙地部外陆容需河'.includes(next || '\n');
  return word === '来' && (unit.isTime || '自到访华临源得说'.includes(next || '\n'));
}

/** P1Y3M, PT24H; halves of a year and month are written out in months and days. */
function writeDuration(amounts: readonly Amount[], which: 'value' | 'upper'): string | null {
  let days = '';
  let time = '';
  for (const amount of byUnit(amounts)) {
    const number = amount[which];
    if (number === null) return null;
    const part = writeAmount(number * amount.unit.factor, amount);
    if (amount.unit.isTime) time += part;
    else days += part;
  }
  return `P${days}${time === '' ? '' : `T${time}`}`;
}

function byUnit(amounts: readonly Amount[]): readonly Amount[] {
  return amounts.length === 1 ? amounts : [...amounts].sort((a, b) => compareUnits(a.unit, b.unit));
}

function writeAmount(number: number, { unit, hasHalf }: Amount): string {
  const whole = Math.floor(number);
  if (hasHalf === true && unit.designator === 'H') return `${whole > 0 ? `${whole}H` : ''}30M`;
  if (hasHalf !== true || unit.isTime) return `${number}${unit.designator}`;
  if (unit.designator === 'Y') return `${whole > 0 ? `${whole}Y` : ''}6M`;
  return unit.designator === 'M' ? `${whole}M15D` : `${number}${unit.designator}`;
}
