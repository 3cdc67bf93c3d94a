import { daysInMonth, type PartialDate } from './civil-day.js';

/** Writing values: EDTF (ISO 8601-2, level 1; level 2 for an unknown year), and ISO dates for bounds. */

function writeYear(year: number | null): string {
  if (year === null) return 'XXXX';
  if (year > 999) return `${year}`;
  return year < 0 ? `-${String(-year).padStart(4, '0')}` : String(year).padStart(4, '0');
}

/** -03, as a month or day stands behind the year. */
function dashed(value: number): string {
  return value < 10 ? `-0${value}` : `-${value}`;
}

/** 2021 · 2021-03 · 2021-03-05 · XXXX-03-05 · XXXX-XX-05 */
export function writeDate({ year, month, day }: PartialDate): string {
  if (month === null) return day === null ? writeYear(year) : `${writeYear(year)}-XX${dashed(day)}`;
  return day === null ? writeYear(year) + dashed(month) : writeYear(year) + dashed(month) + dashed(day);
}

/** First day that a date covers as ISO; null when its year, or the month of a day, is unknown. `written` is the date as `writeDate` has it. */
export function firstDay(date: PartialDate, written: string = writeDate(date)): string | null {
  if (date.year === null || (date.day !== null && date.month === null)) return null;
  if (date.day !== null) return written;
  return date.month === null ? `${written}-01-01` : `${written}-01`;
}

/** Last day that a date covers as ISO. */
export function lastDay(date: PartialDate, written: string = writeDate(date)): string | null {
  if (date.year === null || (date.day !== null && date.month === null)) return null;
  if (date.day !== null) return written;
  return date.month === null ? `${written}-12-31` : `${written}-${daysInMonth(date.year, date.month)}`;
}
