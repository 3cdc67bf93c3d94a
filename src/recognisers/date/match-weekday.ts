import { CharSet } from '../../text/char-set.js';
import { type Scan, skipBlank, wordAt } from './scan.js';

const NAMES = ['星期', '周', '礼拜'];
const DAYS = '一二三四五六日天';
const IS_DAY = new CharSet(DAYS);
/** First characters of （星期五）, 周五, 礼拜五, and a blank before them. */
const FIRST = new CharSet('（星周礼 ');
/** 星期一次, 周五年: not the day of a date */
const NOT_BEHIND_DATE = new CharSet('年岁');
const NOT_BEHIND = new CharSet('次个年');

/** Offset behind the day of the week that is named beside a day (3月5日（星期五）, 3月5日 星期五), or `offset`. */
export function weekdayEnd(scan: Scan, offset: number): number {
  if (!FIRST.has(scan.code(offset))) return offset;
  const isBracketed = scan.char(offset) === '（';
  const at = isBracketed ? offset + 1 : skipBlank(scan.text, offset);
  const name = wordAt(scan.text, at, NAMES);
  if (name === null || !IS_DAY.has(scan.code(at + name.length))) return offset;
  const end = at + name.length + 1;
  if (isBracketed) return scan.char(end) === '）' ? end + 1 : offset;
  return NOT_BEHIND_DATE.has(scan.code(end)) ? offset : end;
}

/** What may follow the day in 本周五: a part of the day, a mark, a verb's preposition; 本周一次 counts. */
const BEHIND_DAY = new CharSet('，。；、）：！？” \n上下早晚中凌清深的起前后在至到');

/** Number of the day (1 for Monday) behind a word for a week: the 五 of 本周五; null when none stands there. */
export function weekdayAt(scan: Scan, offset: number): number | null {
  const code = scan.code(offset);
  if (!IS_DAY.has(code)) return null;
  const next = scan.code(offset + 1);
  if (!Number.isNaN(next) && !BEHIND_DAY.has(next)) return null;
  return Math.min(7, DAYS.indexOf(String.fromCharCode(code)) + 1);
}

/** 星期日, 周五, 礼拜天 at `offset`; 星期一次 counts. */
export function namedWeekday(scan: Scan, offset: number): { weekday: number; end: number } | null {
  const name = wordAt(scan.text, offset, NAMES);
  const at = offset + (name ?? '').length;
  if (name === null || !IS_DAY.has(scan.code(at)) || NOT_BEHIND.has(scan.code(at + 1))) return null;
  return { weekday: Math.min(7, DAYS.indexOf(scan.char(at)) + 1), end: at + 1 };
}
