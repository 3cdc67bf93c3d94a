import { holidayIn } from '../../lexicon/calendar.js';
import {
  dayNumber,
  daysInMonth,
  fromDayNumber,
  isLeapYear,
  mondayOf,
  type PartialDate,
  shiftMonth,
} from './civil-day.js';
import type { Point, Portion } from './expression.js';
import type { Reference } from './reference.js';

export type ResolvedBy = 'explicit' | 'anchor' | 'context' | 'lexicon' | null;

/** What a point means: one date, or the first and last of an interval. `null` dates: nothing can be said. */
export interface Period {
  from: PartialDate | null;
  /** null for a single date */
  to: PartialDate | null;
  /** the year, month and day named, without the part of them that is meant: 2021 of 2021年上半年 */
  named: PartialDate | null;
  isApproximate: boolean;
  /** EDTF season code, in place of a month */
  season: number | null;
  resolvedBy: ResolvedBy;
  /** what is impossible about it: 2月30日 */
  fault: string | null;
}

/** No period: nothing can be said. */
export const NOTHING: Period = {
  from: null,
  to: null,
  named: null,
  isApproximate: false,
  season: null,
  resolvedBy: null,
  fault: null,
};

const UNKNOWN: PartialDate = { year: null, month: null, day: null };

interface Filled {
  date: PartialDate;
  by: ResolvedBy;
}

/** Fills what the point leaves out, and works out its part of the year or month. */
export function resolvePoint(point: Point, reference: Reference): Period {
  const filled = nearestLeapDay(fill(point, reference));
  const base: Period = {
    from: filled.date,
    to: null,
    named: filled.date,
    isApproximate: point.isApproximate,
    season: null,
    resolvedBy: filled.by,
    fault: null,
  };
  const fault = findFault(filled.date, point);
  if (fault !== null) return { ...base, from: null, named: null, resolvedBy: null, fault };
  if (isUnsaid(point, filled.date)) return { ...base, from: null, named: null, resolvedBy: null };
  if (point.upTo !== null) return upTo(base, point, filled.date);
  return point.portion === null ? base : portionPeriod(base, point.portion, point, reference);
}

/** 2月29日 without its year is of the last leap year. */
function nearestLeapDay({ date, by }: Filled): Filled {
  const { year, month, day } = date;
  if (by === 'explicit' || year === null || month !== 2 || day !== 29) return { date, by };
  let leap = year;
  while (!isLeapYear(leap)) leap--;
  return { date: { year: leap, month, day }, by };
}

function fill(point: Point, reference: Reference): Filled {
  const byDay = point.day !== null && point.day.base !== 'absolute' ? countedDay(point, reference) : null;
  if (byDay !== null) return byDay;
  const byMonth = point.month !== null && point.month.base !== 'absolute' ? countedMonth(point, reference) : null;
  const { year, by } = byMonth !== null ? { year: byMonth.date.year, by: byMonth.by } : fillYear(point, reference);
  const day = point.day?.value ?? null;
  if (byMonth !== null) return { date: { year, month: byMonth.date.month, day }, by };
  if (point.portionOf === 'month' && point.month === null) return { date: reference.monthOfPortion(year), by };
  if (point.month !== null || day === null) return { date: { year, month: point.month?.value ?? null, day }, by };
  return reference.monthOfDay(day, point);
}

/** 去年, 2021年, 同年; without a year word the reference decides. */
function fillYear(point: Point, reference: Reference): { year: number | null; by: ResolvedBy } {
  const { year } = point;
  if (year === null) return reference.yearOf(point);
  if (year.base === 'absolute') return { year: year.value, by: 'explicit' };
  const own = reference.anchor?.year ?? null;
  const named = year.base === 'anchor' ? null : reference.yearNamedLast();
  const from = year.base === 'context' ? named : (named ?? own);
  if (from === null) return { year: null, by: null };
  return { year: from + year.value, by: named === null ? 'anchor' : 'context' };
}

/** 今天, 昨晚, 次日. */
function countedDay(point: Point, reference: Reference): Filled {
  const base = point.day?.base === 'context' ? 'context' : 'anchor';
  const from = base === 'context' ? reference.last : (reference.anchor ?? UNKNOWN);
  if (from.month === null || from.day === null) return { date: UNKNOWN, by: null };
  const offset = point.day?.value ?? 0;
  if (from.year === null) return { date: offset === 0 ? from : UNKNOWN, by: offset === 0 ? base : null };
  return { date: fromDayNumber(dayNumber(from.year, from.month, from.day) + offset), by: base };
}

/** 本月, 上月, 当月. */
function countedMonth(point: Point, reference: Reference): Filled {
  const base = point.month?.base === 'context' ? 'context' : 'anchor';
  const named = base === 'anchor' && reference.anchor?.month == null ? reference.last : null;
  const from = named ?? (base === 'context' ? reference.last : (reference.anchor ?? UNKNOWN));
  if (from.month === null || from.year === null) return { date: UNKNOWN, by: null };
  return {
    date: { ...shiftMonth(from.year, from.month, point.month?.value ?? 0), day: null },
    by: named === null ? base : 'context',
  };
}

function findFault(date: PartialDate, point: Point): string | null {
  const { year, month, day } = date;
  if (month !== null && month > 12) return `There is no month ${month}.`;
  if (point.upTo?.unit === 'month' && point.upTo.value > 12) return `There is no month ${point.upTo.value}.`;
  const last = point.upTo?.unit === 'day' ? point.upTo.value : day;
  const length = month === null ? 31 : daysInMonth(year, month);
  if (last !== null && last > length)
    return month === null
      ? `No month has a day ${last}.`
      : `${year === null ? '' : `${year}-`}${String(month).padStart(2, '0')} has ${length} days, not ${last}.`;
  return last !== null && last < 1 ? 'There is no day 0.' : null;
}

/** 今天, 上月, 全年 or 年底 without anything to count from: no value. 今年 keeps XXXX, 上半年 XXXX-01/XXXX-06. */
function isUnsaid(point: Point, date: PartialDate): boolean {
  const isCounted =
    (point.day !== null && point.day.base !== 'absolute') || (point.month !== null && point.month.base !== 'absolute');
  if ((isCounted || (point.portion !== null && point.portionOf !== 'year')) && date.month === null) return true;
  const isFollowing = point.year?.base === 'context' || point.year?.base === 'either';
  if (isFollowing && date.year === null && date.month === null) return true;
  if (point.portion === null || date.year !== null || point.year !== null) return false;
  const isVague = point.portion.kind === 'edge' || point.portion.kind === 'whole' || point.portion.kind === 'season';
  return isVague && date.month === null;
}

function upTo(base: Period, point: Point, date: PartialDate): Period {
  const end = point.upTo as { unit: 'year' | 'month' | 'day'; value: number };
  return { ...base, to: { ...date, [end.unit]: end.value } };
}

function portionPeriod(base: Period, portion: Portion, point: Point, reference: Reference): Period {
  const date = base.from as PartialDate;
  switch (portion.kind) {
    case 'months':
      if (portion.edge === 'end') return edge(base, { ...date, month: portion.to }, 'end');
      if (portion.isCumulative === true && reference.isStillToCome(point, portion.to))
        return lastMonths(base, date, portion.to, reference.anchor?.month as number);
      return {
        ...base,
        from: { ...date, month: portion.from },
        to: portion.from === portion.to ? null : { ...date, month: portion.to },
      };
    case 'days': {
      const last = Math.min(portion.to, daysInMonth(date.year, date.month ?? 1));
      return { ...base, from: { ...date, day: portion.from }, to: { ...date, day: last } };
    }
    case 'week':
      return week(base, date, portion.week);
    case 'counted':
      return countedStretch(base, date, portion);
    case 'edge':
      return edge(base, date, portion.at);
    case 'season':
      return { ...base, season: portion.season };
    case 'holiday':
      return holiday(base, portion, point, reference);
    case 'whole':
      return base;
  }
}

/**
 * 前11个月 in a text of January is of the year before; 前两个月 in one of February are the two months before it, since the
 * months counted are over.
 */
function lastMonths(base: Period, date: PartialDate, count: number, month: number): Period {
  const year = date.year as number;
  if (count > 3)
    return { ...base, from: { year: year - 1, month: 1, day: null }, to: { year: year - 1, month: count, day: null } };
  return {
    ...base,
    from: { ...shiftMonth(year, month, -count), day: null },
    to: { ...shiftMonth(year, month, -1), day: null },
  };
}

/** 年初 2016-01~, 年底 2016-12-31; 月初 2016-03-01~, 月底 2016-03-31. */
function edge(base: Period, date: PartialDate, at: 'start' | 'middle' | 'end'): Period {
  const isYear = date.month === null;
  if (at === 'end') {
    const month = date.month ?? 12;
    return { ...base, from: { ...date, month, day: daysInMonth(date.year, month) } };
  }
  const from = isYear ? { ...date, month: at === 'start' ? 1 : 6 } : { ...date, day: at === 'start' ? 1 : 15 };
  return { ...base, from, isApproximate: true };
}

/** 10月第一周: the week, Monday to Sunday, of the month's first Thursday, as ISO 8601 counts the weeks of a year. */
function week(base: Period, date: PartialDate, number: number): Period {
  if (date.year === null) return { ...base, from: null, resolvedBy: null };
  const first = dayNumber(date.year, date.month ?? 1, 1);
  const thursday = mondayOf(first) + 3;
  const monday = (thursday < first ? thursday + 7 : thursday) - 3 + 7 * (number - 1);
  return { ...base, from: fromDayNumber(monday), to: fromDayNumber(monday + 6) };
}

/** 前10天 of a year, its 最后两个月, the last three whole weeks of it. */
function countedStretch(base: Period, date: PartialDate, portion: Portion & { kind: 'counted' }): Period {
  const { unit, count, isFromEnd } = portion;
  if (unit === 'month') {
    if (date.month !== null || count > 12) return { ...base, from: null, resolvedBy: null };
    const [first, last] = isFromEnd ? [13 - count, 12] : [1, count];
    return { ...base, from: { ...date, month: first }, to: first === last ? null : { ...date, month: last } };
  }
  if (unit === 'week' && !isFromEnd) {
    const first = week(base, date, 1);
    return count === 1 ? first : { ...first, to: week(base, date, count).to };
  }
  if (date.year === null) return { ...base, from: null, resolvedBy: null };
  const lastMonth = date.month ?? 12;
  const end = dayNumber(date.year, lastMonth, daysInMonth(date.year, lastMonth));
  if (unit === 'week') {
    const monday = mondayOf(end + 1) - 7 * count;
    return { ...base, from: fromDayNumber(monday), to: fromDayNumber(monday + 7 * count - 1) };
  }
  const first = isFromEnd ? end - count + 1 : dayNumber(date.year, date.month ?? 1, 1);
  return { ...base, from: fromDayNumber(first), to: count === 1 ? null : fromDayNumber(first + count - 1) };
}

/** A holiday falls in the year named, else in the one that brings it nearest to the anchor. */
function holiday(base: Period, portion: Portion & { kind: 'holiday' }, point: Point, reference: Reference): Period {
  const date = base.from as PartialDate;
  const entry = portion.holiday;
  if (date.year === null) {
    const from = entry.from === undefined ? { year: null, month: entry.month, day: entry.day } : null;
    return { ...base, from, resolvedBy: from === null ? null : 'lexicon' };
  }
  const year =
    point.year === null ? reference.nearestYear(date.year, (candidate) => holidayIn(entry, candidate)) : date.year;
  const found = holidayIn(entry, year);
  return { ...base, from: found === null ? null : { year, ...found }, resolvedBy: found === null ? null : 'lexicon' };
}
