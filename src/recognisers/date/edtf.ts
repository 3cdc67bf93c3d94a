import { daysInMonth, type PartialDate } from './civil-day.js';

/** Writing values: EDTF (ISO 8601-2, level 1; level 2 for an unknown year), and ISO dates for bounds. */

function pad(value: number, width: number): string {
  if (width === 2) return value < 10 ? `0${value}` : `${value}`;
  return value > 999 ? `${value}` : String(value).padStart(width, '0');
}

function writeYear(year: number | null): string {
  if (year === null) return 'XXXX';
  return year < 0 ? `-${pad(-year, 4)}` : pad(year, 4);
}

/** 2021 · 2021-03 · 2021-03-05 · XXXX-03-05 · XXXX-XX-05 */
export function writeDate(date: PartialDate): string {
  const year = writeYear(date.year);
  if (date.day !== null) return `${year}-${date.month === null ? 'XX' : pad(date.month, 2)}-${pad(date.day, 2)}`;
  return date.month === null ? year : `${year}-${pad(date.month, 2)}`;
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
