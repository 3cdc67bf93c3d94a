/** Arithmetic of the Gregorian calendar on plain numbers; no `Date`, no time zone. */

/** A date as far as it is known: a null year is XXXX, a null month with a day is XX. */
export interface PartialDate {
  year: number | null;
  month: number | null;
  day: number | null;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days of a month; February has 29 in a leap year and where the year is unknown. */
export function daysInMonth(year: number | null, month: number): number {
  if (month === 2 && (year === null || isLeapYear(year))) return 29;
  return MONTH_DAYS[month - 1] ?? 0;
}

/** Days since 1970-01-01 (Howard Hinnant's days_from_civil). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

export function fromDayNumber(days: number): { year: number; month: number; day: number } {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** The month `by` months later; 13 of one year is 1 of the next. */
export function shiftMonth(year: number, month: number, by: number): { year: number; month: number; day: null } {
  const total = year * 12 + month - 1 + by;
  return { year: Math.floor(total / 12), month: (((total % 12) + 12) % 12) + 1, day: null };
}

/** Monday of the ISO week that a day number falls in. */
export function mondayOf(days: number): number {
  return days - ((((days + 3) % 7) + 7) % 7);
}

/** Reads an ISO date to the precision it has: 2021, 2021-03, 2021-03-05. */
export function readIsoDate(iso: string): PartialDate {
  return {
    year: Number(iso.slice(0, 4)),
    month: iso.length < 7 ? null : Number(iso.slice(5, 7)),
    day: iso.length < 10 ? null : Number(iso.slice(8, 10)),
  };
}
