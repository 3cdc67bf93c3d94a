import type { DateMention } from '../mentions.js';
import { dayNumber, fromDayNumber, mondayOf, type PartialDate, shiftMonth } from './civil-day.js';
import { firstDay, lastDay, writeDate, writeInterval } from './edtf.js';
import type { Duration, Expression, Point } from './expression.js';
import type { Reference } from './reference.js';
import type { RelationReading } from './relation.js';
import { type Period, resolvePoint } from './resolve-point.js';

/** A mention with what it adds to the reference, and what is wrong with it. */
export interface Resolution {
  mention: DateMention;
  /** the date that later ones go on from */
  named: PartialDate | null;
  fault: string | null;
}

export function resolve(expression: Expression, reading: RelationReading, reference: Reference): Resolution {
  switch (expression.kind) {
    case 'point':
      return resolvePointExpression(expression, reading, reference);
    case 'duration':
      return plainMention(expression, reading, 'duration', durationValue(expression.duration));
    case 'distance':
      return fromPeriod(expression, reading, distance(expression.duration, expression.sign, reference));
    case 'stretch':
      return stretchMention(expression, reading, reference);
    case 'week':
    case 'quarter':
      return fromPeriod(expression, reading, counted(expression.kind, expression.offset, reference), 'interval');
    case 'fixed':
      return fromPeriod(
        expression,
        reading,
        {
          ...EMPTY,
          from: expression.from,
          to: expression.to,
          isApproximate: expression.isApproximate,
          resolvedBy: 'lexicon',
        },
        undefined,
        expression.value,
      );
    case 'vague':
      return vagueMention(expression, reading, reference);
  }
}

/** 目前 has no value; it is bounded by the day that the text speaks from. */
function vagueMention(
  expression: Expression & { kind: 'vague' },
  reading: RelationReading,
  { anchor }: Reference,
): Resolution {
  const resolution = plainMention(expression, reading, expression.type, null);
  if (expression.isNow !== true || anchor === null || anchor.day === null) return resolution;
  const day = firstDay(anchor);
  return { ...resolution, mention: { ...resolution.mention, earliest: day, latest: day } };
}

function stretchMention(
  expression: Expression & { kind: 'stretch' },
  reading: RelationReading,
  reference: Reference,
): Resolution {
  const period = stretch(expression.duration, expression.sign, reference);
  if (period.from !== null) return fromPeriod(expression, reading, period);
  return plainMention(expression, reading, 'duration', durationValue(expression.duration));
}

const EMPTY: Period = {
  from: null,
  to: null,
  named: null,
  isApproximate: false,
  season: null,
  resolvedBy: null,
  fault: null,
};

function durationValue(duration: Duration): string | null {
  return duration.upper === null ? duration.value : `${duration.value}/${duration.upper}`;
}

function plainMention(
  expression: Expression,
  reading: RelationReading,
  type: DateMention['type'],
  value: string | null,
): Resolution {
  const { start, end, isApproximate } = expression;
  const mention: DateMention = {
    kind: 'date',
    start,
    end,
    type,
    value,
    earliest: null,
    latest: null,
    isApproximate,
    dayPart: null,
    relation: reading.relation,
    resolvedBy: value === null ? null : 'explicit',
  };
  return { mention, named: null, fault: null };
}

/** 五年前 is the year five years back, 三天后 the day. */
function distance(duration: Duration, sign: number, reference: Reference): Period {
  const { anchor } = reference;
  const { count, unit } = duration;
  if (anchor === null || anchor.year === null || count === null) return EMPTY;
  const by = { ...EMPTY, isApproximate: duration.isApproximate, resolvedBy: 'anchor' as const };
  if (unit === 'year')
    return anchor.year + sign * count < 1
      ? EMPTY
      : { ...by, from: { year: anchor.year + sign * count, month: null, day: null } };
  if (anchor.month === null) return EMPTY;
  if (unit === 'month') return { ...by, from: { ...shiftMonth(anchor.year, anchor.month, sign * count), day: null } };
  if (anchor.day === null || unit === 'other') return EMPTY;
  const days = sign * count * (unit === 'week' ? 7 : 1);
  return { ...by, from: fromDayNumber(dayNumber(anchor.year, anchor.month, anchor.day) + days) };
}

/** 前两年 in 2013 is 2011 and 2012, 下三周 the three weeks from next Monday on. */
function stretch({ count, unit }: Duration, sign: 1 | -1, { anchor }: Reference): Period {
  if (anchor === null || anchor.year === null || count === null) return EMPTY;
  const [first, last] = sign === -1 ? [-count, -1] : [1, count];
  const between = (from: PartialDate, to: PartialDate): Period => ({
    ...EMPTY,
    from,
    to: writeDate(from) === writeDate(to) ? null : to,
    resolvedBy: 'anchor',
  });
  const { year, month, day } = anchor;
  if (unit === 'year')
    return between({ year: year + first, month: null, day: null }, { year: year + last, month: null, day: null });
  if (month === null) return EMPTY;
  if (unit === 'month')
    return between({ ...shiftMonth(year, month, first), day: null }, { ...shiftMonth(year, month, last), day: null });
  if (day === null || unit === 'other') return EMPTY;
  const own = dayNumber(year, month, day);
  if (unit === 'day') return between(fromDayNumber(own + first), fromDayNumber(own + last));
  const monday = mondayOf(own);
  return between(fromDayNumber(monday + 7 * first), fromDayNumber(monday + 7 * last + 6));
}

/** 本周 from Monday to Sunday; 上季度. */
function counted(unit: 'week' | 'quarter', offset: number, reference: Reference): Period {
  const { anchor } = reference;
  if (anchor === null || anchor.year === null || anchor.month === null) return EMPTY;
  if (unit === 'quarter') {
    const first = shiftMonth(anchor.year, anchor.month - ((anchor.month - 1) % 3), 3 * offset);
    const last = shiftMonth(first.year, first.month, 2);
    return { ...EMPTY, from: { ...first, day: null }, to: { ...last, day: null }, resolvedBy: 'anchor' };
  }
  if (anchor.day === null) return EMPTY;
  const monday = mondayOf(dayNumber(anchor.year, anchor.month, anchor.day)) + 7 * offset;
  return { ...EMPTY, from: fromDayNumber(monday), to: fromDayNumber(monday + 6), resolvedBy: 'anchor' };
}

function resolvePointExpression(
  expression: Expression & { kind: 'point' },
  reading: RelationReading,
  reference: Reference,
): Resolution {
  const first = resolvePoint(expression.point, reference);
  if (expression.to === null) return fromPeriod(expression, reading, first);
  if (first.named !== null) reference.note(first.named, true);
  const second = resolvePoint(inherit(expression.to, expression.point), reference);
  const fault = first.fault ?? second.fault;
  if (first.from === null || second.from === null)
    return fromPeriod(expression, reading, { ...EMPTY, fault }, 'interval');
  const to = laterThan(first.from, second.to ?? second.from, expression.to);
  return fromPeriod(
    expression,
    reading,
    { ...first, to, isApproximate: first.isApproximate || second.isApproximate, season: null },
    'interval',
  );
}

/** The end of a range shares what it leaves out with the beginning: 2021年3月1日至5日. */
function inherit(to: Point, from: Point): Point {
  const year = to.year ?? (from.year?.base === 'context' ? null : from.year);
  const month = to.month ?? (to.day !== null && to.day.base === 'absolute' ? from.month : null);
  return { ...to, year, month };
}

/** 11月至3月 ends in the next year, 28日至3日 in the next month. */
function laterThan(from: PartialDate, to: PartialDate, written: Point): PartialDate {
  if (from.year === null || to.year !== from.year || from.month === null || to.month === null) return to;
  if (to.month < from.month && written.year === null) return { ...to, year: from.year + 1 };
  const isBefore = to.month === from.month && from.day !== null && to.day !== null && to.day < from.day;
  return isBefore && written.month === null ? { ...shiftMonth(from.year, from.month, 1), day: to.day } : to;
}

function fromPeriod(
  expression: Expression,
  reading: RelationReading,
  period: Period,
  type?: DateMention['type'],
  value?: string | null,
): Resolution {
  const isInterval = expression.isSince || period.to !== null;
  const point = expression.kind === 'point' ? expression.point : null;
  const mention: DateMention = {
    kind: 'date',
    start: expression.start,
    end: expression.end,
    type: isInterval && value == null ? 'interval' : (type ?? 'date'),
    value: period.from === null ? null : writeValue(expression, period, value ?? null),
    ...bounds(expression.isSince ? { ...period, to: null } : period, reading),
    isApproximate: period.isApproximate || expression.isApproximate,
    dayPart: point?.dayPart ?? null,
    relation: reading.relation,
    resolvedBy: period.resolvedBy,
  };
  return { mention, named: namedBy(expression, period), fault: period.fault };
}

/** What later dates may go on from: what a point names; of a holiday only the year named with it (2019年中秋). */
function namedBy(expression: Expression, { named }: Period): PartialDate | null {
  if (expression.kind !== 'point' || named === null) return null;
  const { year, portion } = expression.point;
  return portion?.kind === 'holiday' && year === null ? null : named;
}

function writeValue(expression: Expression, period: Period, given: string | null): string {
  const from = period.from as PartialDate;
  if (expression.isSince) return writeInterval(from, null);
  if (given !== null) return given;
  if (period.season !== null) return `${writeDate({ year: from.year, month: null, day: null })}-${period.season}`;
  if (period.to !== null) return writeInterval(from, period.to);
  return `${writeDate(from)}${period.isApproximate ? '~' : ''}`;
}

const SEASONS = [
  [3, 5],
  [6, 8],
  [9, 11],
  [12, 2],
] as const;

function seasonDays(year: number | null, season: number): { from: PartialDate; to: PartialDate } {
  const [first, last] = SEASONS[season - 21] ?? SEASONS[0];
  const toYear = year !== null && last < first ? year + 1 : year;
  return { from: { year, month: first, day: null }, to: { year: toYear, month: last, day: null } };
}

/** ISO days that bound what is meant; an end that the relation leaves open is null. */
function bounds(
  period: Period,
  { relation, isInclusive }: RelationReading,
): { earliest: string | null; latest: string | null } {
  if (period.from === null) return { earliest: null, latest: null };
  const { from, to } = period.season === null ? period : seasonDays(period.from.year, period.season);
  const earliest = firstDay(from as PartialDate);
  const latest = lastDay(to ?? (from as PartialDate));
  if (relation === 'since') return { earliest, latest: period.to === null ? null : latest };
  if (relation === 'before') return { earliest: null, latest: isInclusive ? latest : shiftIso(earliest, -1) };
  if (relation === 'after') return { earliest: isInclusive ? earliest : shiftIso(latest, 1), latest: null };
  return { earliest, latest };
}

function shiftIso(iso: string | null, by: number): string | null {
  if (iso === null || iso.startsWith('-')) return iso;
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return writeDate(fromDayNumber(dayNumber(year, month, day) + by));
}
