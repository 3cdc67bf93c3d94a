import { dayNumber, daysInMonth, fromDayNumber, isLeapYear, type PartialDate, shiftMonth } from './civil-day.js';
import type { Point } from './expression.js';
import type { Period, ResolvedBy } from './period.js';
import { portionPeriod } from './portion-period.js';
import type { Reference } from './reference.js';

const UNKNOWN: PartialDate = { year: null, month: null, day: null };

interface Filled {
  date: PartialDate;
  by: ResolvedBy;
}

/** Fills what the point leaves out, and works out its part of the year or month. */
export function resolvePoint(point: Point, reference: Reference): Period {
  const { date, by } = fill(point, reference);
  const fault = findFault(date, point);
  if (fault !== null) return unsaid(point, fault);
  if (by !== 'explicit' && isUnsaid(point, date)) return unsaid(point, null);
  const { isApproximate } = point;
  const period: Period = {
    from: date,
    to: null,
    named: date,
    isApproximate,
    season: null,
    resolvedBy: by,
    fault: null,
  };
  if (point.upTo !== null) return upTo(period, point.upTo, date);
  return point.portion === null ? period : portionPeriod(period, point.portion, point, reference);
}

function unsaid({ isApproximate }: Point, fault: string | null): Period {
  return { from: null, to: null, named: null, isApproximate, season: null, resolvedBy: null, fault };
}

function fill(point: Point, reference: Reference): Filled {
  const { year, month, day } = point;
  if (year?.base === 'absolute' && (month === null || month.base === 'absolute'))
    return { date: { year: year.value, month: month?.value ?? null, day: day?.value ?? null }, by: 'explicit' };
  return nearestLeapDay(fillFrom(point, reference));
}

/** 2月29日 without its year is of the last leap year. */
function nearestLeapDay(filled: Filled): Filled {
  const { year, month, day } = filled.date;
  if (day !== 29 || month !== 2 || year === null || filled.by === 'explicit') return filled;
  let leap = year;
  while (!isLeapYear(leap)) leap--;
  return { date: { year: leap, month, day }, by: filled.by };
}

function fillFrom(point: Point, reference: Reference): Filled {
  const byDay = point.day !== null && point.day.base !== 'absolute' ? countedDay(point, reference) : null;
  if (byDay !== null) return byDay;
  const byMonth = point.month !== null && point.month.base !== 'absolute' ? countedMonth(point, reference) : null;
  const day = point.day?.value ?? null;
  if (byMonth !== null) return { date: { year: byMonth.date.year, month: byMonth.date.month, day }, by: byMonth.by };
  const { year, by } = fillYear(point, reference);
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
    date: shiftMonth(from.year, from.month, point.month?.value ?? 0),
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

function upTo(period: Period, { unit, value }: NonNullable<Point['upTo']>, date: PartialDate): Period {
  return { ...period, to: { ...date, [unit]: value } };
}
