import { CharSet } from '../../text/char-set.js';
import type { Portion } from './expression.js';
import { wholeNumber } from './match-component.js';
import { type Scan, skipBlank, wordAt } from './scan.js';

/** First characters of 前10天, 最后两个月; names of weekdays behind 星期. */
const LEADS = new CharSet('前头最的');
const DAYS = new CharSet('一二三四五六日天');

const FROM_START = ['前', '头', '最初'];
const FROM_END = ['最后', '最後'];
const UNITS = ['个月', '个星期', '星期', '周', '週', '天'];

/** The first or last months, weeks or days of a year or month: 最后两个月, 前两周, 前10天. */
export function countedPortion(scan: Scan, offset: number): { portion: Portion; end: number } | null {
  if (!LEADS.has(scan.code(offset))) return null;
  const start = scan.char(offset) === '的' ? offset + 1 : offset;
  const isFromEnd = wordAt(scan.text, start, FROM_END) !== null;
  const lead = wordAt(scan.text, start, isFromEnd ? FROM_END : FROM_START);
  if (lead === null) return null;
  const numeral = scan.numeralAt(skipBlank(scan.text, start + lead.length));
  const count = wholeNumber(numeral, 1, 53);
  if (numeral === null || count === null) return null;
  const unitStart = skipBlank(scan.text, numeral.end);
  const unit = wordAt(scan.text, unitStart, UNITS);
  if (unit === null || (unit.endsWith('星期') && DAYS.has(scan.code(unitStart + unit.length)))) return null;
  return { portion: { kind: 'counted', unit: unitOf(unit), count, isFromEnd }, end: unitStart + unit.length };
}

function unitOf(word: string): 'month' | 'week' | 'day' {
  if (word === '个月') return 'month';
  return word === '天' ? 'day' : 'week';
}
