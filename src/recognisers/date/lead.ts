import type { Numeral } from '../../language/numerals.js';
import { CharSet } from '../../text/char-set.js';
import { type Scan, skipBlank } from './scan.js';

/** What a point of the calendar can begin with at one place; bits, since a number before 、 or 至 can still be any of them. */
export const Lead = { none: 0, year: 1, portion: 2, month: 4, day: 8, any: 15 } as const;

const [YEAR, MONTH, DAY, NUMBER, QUARTER, CLASSIFIER, ORDINAL] = [...'年月日号季个第'].map((unit) =>
  unit.charCodeAt(0),
);

/** Joins a number to the one that has the unit: 1—5日, 7、8月份. */
const JOINS = new CharSet('—–-－~～〜―─至到、和与');
/** 前三季度, 头11个月. */
const FIRSTS = new CharSet('前头');

/** What a number can begin, told by the unit behind it: a year in 2021年, a quarter in 一个季度, nothing in 300家. */
export function numberLead({ text }: Scan, numeral: Numeral): number {
  const at = skipBlank(text, numeral.end);
  const code = text.charCodeAt(at);
  switch (code) {
    case YEAR:
      return mayBeYear(numeral) ? Lead.year : Lead.none;
    case MONTH:
      return Lead.month;
    case DAY:
    case NUMBER:
      return Lead.day;
    case QUARTER:
      return Lead.portion;
    case CLASSIFIER:
      return text.charCodeAt(at + 1) === QUARTER ? Lead.portion : Lead.none;
    default:
      return JOINS.has(code) ? Lead.any : Lead.none;
  }
}

/** 2021年, 21年; 三年 and 100年 are lengths. */
function mayBeYear({ start, end }: Numeral): boolean {
  return end - start === 4 || end - start === 2;
}

/** What can begin at `offset`, where a number, a word of the calendar, 第 or 前 may stand. */
export function leadAt(scan: Scan, offset: number): number {
  const numeral = scan.numeralAt(offset);
  if (numeral !== null) return numberLead(scan, numeral) | hitLead(scan, offset);
  const code = scan.code(offset);
  return (code === ORDINAL || FIRSTS.has(code) ? Lead.portion : Lead.none) | hitLead(scan, offset);
}

function hitLead(scan: Scan, offset: number): number {
  switch (scan.hitAt(offset)?.entry.kind) {
    case 'year':
      return Lead.year;
    case 'month':
      return Lead.month;
    case 'day':
      return Lead.day;
    case 'portion':
      return Lead.portion;
    default:
      return Lead.none;
  }
}
