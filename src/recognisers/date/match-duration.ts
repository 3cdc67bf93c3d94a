import { nameTails } from '../../lexicon/calendar.js';
import { compareUnits, isSmaller } from './duration-unit.js';
import type { Duration } from './expression.js';
import { type Amount, hoursBehind, readAmount } from './read-amount.js';
import { type Scan, wordAt } from './scan.js';

/** 八天又二十个小时, 一年零十天. */
const JOINTS = ['零', '又', '余'];

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
    if (next === null || !(isSmaller(next.unit, last.unit) || isAdded(scan, end, next, amounts))) break;
    amounts.push(next);
    end = next.end;
  }
  return finish(scan, start, nightsEnd(scan, end, amounts), amounts);
}

/** 两天又一个月: 又 adds a larger unit as well, which is then written first. */
function isAdded(scan: Scan, end: number, next: Amount, amounts: readonly Amount[]): boolean {
  return scan.char(end) === '又' && amounts.every(({ unit }) => isSmaller(unit, next.unit));
}

/** 七天七夜 is seven days. */
function nightsEnd(scan: Scan, end: number, amounts: readonly Amount[]): number {
  const nights = amounts[amounts.length - 1]?.unit.form === '天' ? scan.numeralAt(end) : null;
  return nights !== null && scan.char(nights.end) === '夜' ? nights.end + 1 : end;
}

/** 15分钟便民生活圈, 一小时交通圈: named for how far one gets. */
const REACH = /^[\u4e00-\u9fff]{0,6}圈/;

function isName(scan: Scan, start: number, amount: Amount): boolean {
  if (wordAt(scan.text, amount.end, nameTails(scan.code(amount.end))) !== null) return true;
  if (amount.unit.isTime && REACH.test(scan.text.slice(amount.end, amount.end + 8))) return true;
  const isRoundHan = /^[百千万]$/.test(scan.text.slice(start, amount.end - amount.unit.form.length));
  return isRoundHan && ['年', '日', '秒'].includes(amount.unit.form);
}

function finish(scan: Scan, start: number, end: number, amounts: Amount[]): Duration {
  const first = amounts[0] as Amount;
  const isSingle = amounts.length === 1;
  const whole = isSingle && first.value !== null && Number.isInteger(first.value);
  const about = wordAt(scan.text, end, ['左右', '上下']);
  const inside = about ?? wordAt(scan.text, end, ['以内', '之内', '以来', '内', '来']);
  return {
    start,
    end: end + (inside === null || isOtherWord(scan, end, inside, first) ? 0 : inside.length),
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
function isOtherWord(scan: Scan, end: number, word: string, { unit }: Amount): boolean {
  const next = scan.char(end + word.length);
  if (word === '内') return '蒙地部外陆容需河'.includes(next || '\n');
  return word === '来' && (unit.isTime || '自到访华临源得说'.includes(next || '\n'));
}

/** P1Y3M, PT24H; halves of a year and month are written out in months and days. */
function writeDuration(amounts: readonly Amount[], which: 'value' | 'upper'): string | null {
  let days = '';
  let time = '';
  for (const amount of [...amounts].sort((a, b) => compareUnits(a.unit, b.unit))) {
    const number = amount[which];
    if (number === null) return null;
    const part = writeAmount(number * amount.unit.factor, amount);
    if (amount.unit.isTime) time += part;
    else days += part;
  }
  return `P${days}${time === '' ? '' : `T${time}`}`;
}

function writeAmount(number: number, { unit, hasHalf }: Amount): string {
  const whole = Math.floor(number);
  if (hasHalf === true && unit.designator === 'H') return `${whole > 0 ? `${whole}H` : ''}30M`;
  if (hasHalf !== true || unit.isTime) return `${number}${unit.designator}`;
  if (unit.designator === 'Y') return `${whole > 0 ? `${whole}Y` : ''}6M`;
  return unit.designator === 'M' ? `${whole}M15D` : `${number}${unit.designator}`;
}
