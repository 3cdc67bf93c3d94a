import { dayNumber, fromDayNumber, mondayOf, type PartialDate, shiftMonth } from './civil-day.js';
import { writeDate } from './edtf.js';
import type { Duration, Expression } from './expression.js';
import { NOTHING, type Period } from './period.js';
import type { Reference } from './reference.js';

/** In units: 5000年前 is a way of speaking, not a place on the calendar. */
const FARTHEST = 1000;

/** 五年前 is the year five years back, 三天后 the day. */
export function distance(duration: Duration, sign: number, reference: Reference): Period {
  const { anchor } = reference;
  const { count, unit } = duration;
  if (anchor === null || anchor.year === null || count === null || count > FARTHEST) return NOTHING;
  const by = { ...NOTHING, isApproximate: duration.isApproximate, resolvedBy: 'anchor' as const };
  if (unit === 'year')
    return anchor.year + sign * count < 1
      ? NOTHING
      : { ...by, from: { year: anchor.year + sign * count, month: null, day: null } };
  if (anchor.month === null) return NOTHING;
  if (unit === 'month') return { ...by, from: shiftMonth(anchor.year, anchor.month, sign * count) };
  if (anchor.day === null || unit === 'other') return NOTHING;
  const days = sign * count * (unit === 'week' ? 7 : 1);
  return { ...by, from: fromDayNumber(dayNumber(anchor.year, anchor.month, anchor.day) + days) };
}

/** 前两年 in 2013 is 2011 and 2012, 下三周 the three weeks from next Monday on. */
export function stretch({ count, unit }: Duration, sign: 1 | -1, { anchor }: Reference): Period {
  if (anchor === null || anchor.year === null || count === null || count > FARTHEST) return NOTHING;
  const [first, last] = sign === -1 ? [-count, -1] : [1, count];
  const between = (from: PartialDate, to: PartialDate): Period => ({
    ...NOTHING,
    from,
    to: writeDate(from) === writeDate(to) ? null : to,
    resolvedBy: 'anchor',
  });
  const { year, month, day } = anchor;
  if (unit === 'year')
    return between({ year: year + first, month: null, day: null }, { year: year + last, month: null, day: null });
  if (month === null) return NOTHING;
  if (unit === 'month') return between(shiftMonth(year, month, first), shiftMonth(year, month, last));
  if (day === null || unit === 'other') return NOTHING;
  const own = dayNumber(year, month, day);
  if (unit === 'day') return between(fromDayNumber(own + first), fromDayNumber(own + last));
  const monday = mondayOf(own);
  return between(fromDayNumber(monday + 7 * first), fromDayNumber(monday + 7 * last + 6));
}

/** 本周 from Monday to Sunday, its `days` alone in 本周五; 上季度. */
export function counted(
  { kind, offset, days }: Expression & { kind: 'week' | 'quarter' },
  reference: Reference,
): Period {
  const { anchor } = reference;
  if (anchor === null || anchor.year === null || anchor.month === null) return NOTHING;
  if (kind === 'quarter') {
    const first = shiftMonth(anchor.year, anchor.month - ((anchor.month - 1) % 3), 3 * offset);
    const last = shiftMonth(first.year, first.month, 2);
    return { ...NOTHING, from: { ...first, day: null }, to: { ...last, day: null }, resolvedBy: 'anchor' };
  }
  if (anchor.day === null) return NOTHING;
  const monday = mondayOf(dayNumber(anchor.year, anchor.month, anchor.day)) + 7 * offset;
  const [first, last] = days ?? [1, 7];
  const to = first === last ? null : fromDayNumber(monday + last - 1);
  return { ...NOTHING, from: fromDayNumber(monday + first - 1), to, resolvedBy: 'anchor' };
}
