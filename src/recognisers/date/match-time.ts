import { dayPartWords } from '../../lexicon/calendar.js';
import type { DayPart } from '../mentions.js';
import { wholeNumber } from './match-component.js';
import { connectorEnd, type Scan, skipBlank } from './scan.js';

const NOT_HOUR = '期代间候段速效任局空而常长';
const NOT_CLOCK = '名评赞击位钟以上下';

/** Offset behind a time of day (9时, 17时01分, 14点30分, 13:10, 9:30—11:00), or `offset` when there is none. */
export function timeEnd(scan: Scan, offset: number): number {
  const end = clockEnd(scan, offset);
  if (end === offset) return offset;
  const behind = connectorEnd(scan.text, end);
  if (behind === end) return end;
  const last = clockEnd(scan, behind);
  return last === behind ? end : last;
}

function clockEnd(scan: Scan, offset: number): number {
  const hour = scan.numeralAt(offset);
  if (hour === null || wholeNumber(hour, 0, 24) === null) return offset;
  const unit = scan.char(hour.end);
  const next = scan.char(hour.end + 1) || '\n';
  if (unit === ':') return colonTimeEnd(scan, offset);
  if (unit === '时') return NOT_HOUR.includes(next) ? offset : minutesEnd(scan, hour.end + 1);
  return unit === '点' && !NOT_CLOCK.includes(next) ? minutesEnd(scan, hour.end + (next === '钟' ? 2 : 1)) : offset;
}

/** 13:10, 17:55:23. */
function colonTimeEnd(scan: Scan, offset: number): number {
  const time = /(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])/y;
  time.lastIndex = offset;
  const match = time.exec(scan.text);
  return match !== null && Number(match[1]) <= 24 && Number(match[2]) < 60 ? time.lastIndex : offset;
}

function minutesEnd(scan: Scan, offset: number): number {
  if ('许整半'.includes(scan.char(offset) || '\n')) return offset + 1;
  const minutes = scan.numeralAt(offset);
  if (minutes === null || wholeNumber(minutes, 0, 59) === null || scan.char(minutes.end) !== '分') return offset;
  const seconds = scan.numeralAt(minutes.end + 1);
  if (seconds !== null && wholeNumber(seconds, 0, 59) !== null && scan.char(seconds.end) === '秒')
    return seconds.end + 1;
  return '许整'.includes(scan.char(minutes.end + 1) || '\n') ? minutes.end + 2 : minutes.end + 1;
}

/** 上午, 晚: a part of the day behind a day. */
export function dayPartAt(scan: Scan, offset: number): { dayPart: DayPart; end: number } | null {
  const at = skipBlank(scan.text, offset);
  for (const { form, dayPart, notBefore } of dayPartWords(scan.code(at))) {
    if (!scan.text.startsWith(form, at)) continue;
    const next = scan.char(at + form.length);
    if (next === '' || !notBefore.includes(next)) return { dayPart, end: at + form.length };
  }
  return null;
}
