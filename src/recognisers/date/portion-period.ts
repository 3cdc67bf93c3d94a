import { holidayIn } from '../../lexicon/calendar.js';
import { dayNumber, daysInMonth, fromDayNumber, mondayOf, type PartialDate, shiftMonth } from './civil-day.js';
import type { Point, Portion } from './expression.js';
import type { Period } from './period.js';
import type { Reference } from './reference.js';

/** The part that is meant of the year or month in `base`: 上半年, 上旬, 年底, 前10天, 春节. */
export function portionPeriod(base: Period, portion: Portion, point: Point, reference: Reference): Period {
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
    case 'weekday':
      return weekdayOfMonth(base, date, portion);
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
    from: shiftMonth(year, month, -count),
    to: shiftMonth(year, month, -1),
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

/** The second Sunday of a month, its last Monday; a fifth one that the month does not have is no date. */
function weekdayOfMonth(base: Period, date: PartialDate, portion: Portion & { kind: 'weekday' }): Period {
  const none = { ...base, from: null, resolvedBy: null };
  if (date.year === null || date.month === null) return none;
  const first = dayNumber(date.year, date.month, 1);
  const length = daysInMonth(date.year, date.month);
  const offset = (mondayOf(first) + portion.weekday - 1 - first + 7) % 7;
  const number = portion.number ?? Math.floor((length - 1 - offset) / 7) + 1;
  const day = offset + 1 + 7 * (number - 1);
  return day > length ? none : { ...base, from: { ...date, day } };
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
