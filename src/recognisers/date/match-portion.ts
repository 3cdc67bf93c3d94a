import type { Numeral } from '../../language/numerals.js';
import { type PortionEntry, portionTails } from '../../lexicon/calendar.js';
import { CharSet } from '../../text/char-set.js';
import type { Portion } from './expression.js';
import { readMonthCount, readQuarter, wholeNumber } from './match-component.js';
import { countedPortion } from './match-counted.js';
import { namedWeekday } from './match-weekday.js';
import { type Scan, wordAt } from './scan.js';

/** 前三季度, 头两个月; 第三个月; 一季度末, but 末端. */
const FIRSTS = new CharSet('前头');
const ORDINAL = '第'.charCodeAt(0);
const OF = '的'.charCodeAt(0);
const LAST = new CharSet('末底');
const NOT_LAST = new CharSet('端梢层');
const COUNTED_LEADS = new CharSet('的第最');

export interface PortionMatch {
  portion: Portion;
  end: number;
}

/** The meaning of a portion word: 上半年 is months 1 to 6, 上旬 days 1 to 10, 年底 the end. */
export function portionOf(entry: PortionEntry): Portion {
  if (entry.months !== undefined) return { kind: 'months', from: entry.months[0], to: entry.months[1] };
  if (entry.days !== undefined) return { kind: 'days', from: entry.days[0], to: entry.days[1] };
  if (entry.season !== undefined) return { kind: 'season', season: entry.season };
  return entry.at === undefined || entry.at === 'whole' ? { kind: 'whole' } : { kind: 'edge', at: entry.at };
}

/** What may follow a bare 初, 底, 末, 中 or 内 behind a year, so that 2019年中央, 初步 and 内蒙古 stay whole. */
const AFTER_MIDDLE = '，。；、）：！？”\n起以前后时的，至到—';
const NOT_AFTER_SINGLE: Record<string, string> = {
  初: '步级心始创诊衷',
  底: '层线盘子色蕴',
  末: '端梢',
  内: '蒙地部外陆容需河涵在',
};

/** A portion word behind a year or a month: the 底 of 2019年底, 上半年, 上旬. */
function wordPortion(scan: Scan, offset: number, of: 'year' | 'month'): PortionMatch | null {
  for (const { tail, notBefore, portion } of portionTails(of, scan.code(offset))) {
    if (!scan.text.startsWith(tail, offset)) continue;
    const end = offset + tail.length;
    const next = scan.char(end);
    if (next !== '' && notBefore.includes(next)) continue;
    if (tail === '中' && next !== '' && !AFTER_MIDDLE.includes(next)) continue;
    if (next !== '' && tail.length === 1 && (NOT_AFTER_SINGLE[tail] ?? '').includes(next)) continue;
    return atEnd(scan, portionOf(portion), end);
  }
  return null;
}

/** 一季度, 第三季度, 前三季度. */
export function quarterPortion(scan: Scan, offset: number): PortionMatch | null {
  const prefix = scan.code(offset);
  const isCumulative = FIRSTS.has(prefix);
  const component = readQuarter(scan, isCumulative || prefix === ORDINAL ? offset + 1 : offset);
  if (component === null || isQuarterCount(scan, offset, component.end)) return null;
  const last = component.upTo ?? component.value;
  const first = isCumulative ? 1 : component.value;
  return atEnd(scan, { kind: 'months', from: 3 * first - 2, to: 3 * last }, component.end);
}

/** 一个季度 is a length; 第一个季度 and 前两个季度 are quarters of a year. */
function isQuarterCount(scan: Scan, start: number, end: number): boolean {
  return scan.text.startsWith('个季', end - 3) && !FIRSTS.has(scan.code(start)) && scan.code(start) !== ORDINAL;
}

/** 一季度末, 上半年末: the last day. */
export function atEnd(scan: Scan, portion: Portion, end: number): PortionMatch {
  if (portion.kind !== 'months') return { portion, end };
  const isEnd = LAST.has(scan.code(end)) && !NOT_LAST.has(scan.code(end + 1));
  return isEnd ? { portion: { ...portion, edge: 'end' }, end: end + 1 } : { portion, end };
}

/** 前11个月, 头两个月: from January on. */
export function monthsSoFar(scan: Scan, offset: number): PortionMatch | null {
  if (!FIRSTS.has(scan.code(offset))) return null;
  const count = readMonthCount(scan, offset + 1);
  if (count === null || count.upTo !== null || count.value < 2) return null;
  return { portion: { kind: 'months', from: 1, to: count.value, isCumulative: true }, end: count.end };
}

/** 第三个月 of a year. */
function numberedMonth(scan: Scan, offset: number): PortionMatch | null {
  if (scan.code(offset) !== ORDINAL) return null;
  const count = readMonthCount(scan, offset + 1);
  if (count === null || count.upTo !== null || scan.text[count.end - 2] !== '个') return null;
  const number = count.value;
  return { portion: { kind: 'months', from: number, to: number }, end: count.end };
}

/** 第一周岁, 第三周年, 第二周期. */
const NOT_AFTER_WEEK = new CharSet('年岁期');

/** 第一周 of a year or month. */
function numberedWeek(scan: Scan, offset: number): PortionMatch | null {
  const numeral = ordinalAt(scan, offset);
  const week = wholeNumber(numeral, 1, 53);
  if (numeral === null || week === null || scan.text[numeral.end] !== '周') return null;
  if (NOT_AFTER_WEEK.has(scan.code(numeral.end + 1))) return null;
  return { portion: { kind: 'week', week }, end: numeral.end + 1 };
}

/** The numeral behind 第 or 的第. */
function ordinalAt(scan: Scan, offset: number): Numeral | null {
  const at = scan.code(offset) === OF ? offset + 1 : offset;
  return scan.code(at) === ORDINAL ? scan.numeralAt(at + 1) : null;
}

/** 第二个星期日, 最后一个周五 of a month. */
function numberedWeekday(scan: Scan, offset: number): PortionMatch | null {
  if (!COUNTED_LEADS.has(scan.code(offset))) return null;
  const at = scan.code(offset) === OF ? offset + 1 : offset;
  const last = wordAt(scan.text, at, ['最后一个', '最后1个']);
  const numeral = last === null ? ordinalAt(scan, at) : null;
  const number = last === null ? wholeNumber(numeral, 1, 5) : null;
  if (last === null && (number === null || scan.text[numeral?.end ?? scan.text.length] !== '个')) return null;
  const weekday = namedWeekday(scan, last === null ? (numeral?.end ?? 0) + 1 : at + last.length);
  return weekday === null ? null : { portion: { kind: 'weekday', weekday: weekday.weekday, number }, end: weekday.end };
}

/** First characters of what counts a part of a year or month: 前11个月, 第三个月, 最后两周, 的第一周. */
const LEADS = new CharSet('前头第最的');

/** A part of a year behind it: 底, 上半年, 一季度, 前11个月, 春节. */
export function yearPortion(scan: Scan, offset: number): PortionMatch | null {
  const word = wordPortion(scan, offset, 'year');
  if (word !== null) return word;
  const counted = LEADS.has(scan.code(offset)) ? ledPortion(scan, offset) : quarterPortion(scan, offset);
  if (counted !== null) return counted;
  const hit = scan.hitAt(offset);
  if (hit?.entry.kind !== 'holiday') return null;
  return { portion: { kind: 'holiday', holiday: hit.entry }, end: hit.end };
}

function ledPortion(scan: Scan, offset: number): PortionMatch | null {
  return (
    quarterPortion(scan, offset) ??
    monthsSoFar(scan, offset) ??
    numberedMonth(scan, offset) ??
    countedPortion(scan, offset) ??
    numberedWeek(scan, offset)
  );
}

export function monthPortion(scan: Scan, offset: number): PortionMatch | null {
  const word = wordPortion(scan, offset, 'month');
  if (word !== null || !LEADS.has(scan.code(offset))) return word;
  return numberedWeekday(scan, offset) ?? countedPortion(scan, offset) ?? numberedWeek(scan, offset);
}
