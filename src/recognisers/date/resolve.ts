import type { DateMention } from '../mentions.js';
import { bounds } from './bounds.js';
import { type PartialDate, shiftMonth } from './civil-day.js';
import { counted, distance, stretch } from './counted-period.js';
import { firstDay, writeDate } from './edtf.js';
import type { Duration, Expression, Point, PointExpression } from './expression.js';
import { NOTHING, type Period } from './period.js';
import type { Reference } from './reference.js';
import type { RelationReading } from './relation.js';
import { resolvePoint } from './resolve-point.js';

/** A mention with what it adds to the reference, and what is wrong with it. */
export interface Resolution {
  mention: DateMention;
  /** the date that later ones go on from */
  named: PartialDate | null;
  fault: string | null;
}

/** What is no point of the calendar: it names no date that later ones go on from, and nothing about it can be wrong. */
export function resolve(
  expression: Exclude<Expression, { kind: 'point' }>,
  reading: RelationReading,
  reference: Reference,
): DateMention {
  switch (expression.kind) {
    case 'vague':
      return vagueMention(expression, reading, reference);
    case 'duration':
      return plainMention(expression, reading, 'duration', durationValue(expression.duration));
    case 'distance':
      return fromPeriod(expression, reading, distance(expression.duration, expression.sign, reference), 'date');
    case 'stretch':
      return stretchMention(expression, reading, reference);
    case 'week':
    case 'quarter':
      return fromPeriod(
        expression,
        reading,
        counted(expression, reference),
        isOneDay(expression) ? 'date' : 'interval',
      );
    case 'fixed':
      return fromPeriod(expression, reading, fixedPeriod(expression), 'date', expression.value);
  }
}

/** 本周五. */
function isOneDay({ days }: Expression & { kind: 'week' | 'quarter' }): boolean {
  return days !== null && days[0] === days[1];
}

function fixedPeriod({ from, to, isApproximate }: Expression & { kind: 'fixed' }): Period {
  return { from, to, named: null, isApproximate, season: null, resolvedBy: 'lexicon', fault: null };
}

/** 目前 has no value; it is bounded by the day that the text speaks from. */
function vagueMention(
  expression: Expression & { kind: 'vague' },
  reading: RelationReading,
  { anchor }: Reference,
): DateMention {
  const mention = plainMention(expression, reading, expression.type, null);
  if (expression.isNow !== true || anchor === null || anchor.day === null) return mention;
  mention.earliest = firstDay(anchor);
  mention.latest = mention.earliest;
  return mention;
}

function stretchMention(
  expression: Expression & { kind: 'stretch' },
  reading: RelationReading,
  reference: Reference,
): DateMention {
  const period = stretch(expression.duration, expression.sign, reference);
  if (period.from !== null) return fromPeriod(expression, reading, period, 'date');
  return plainMention(expression, reading, 'duration', durationValue(expression.duration));
}

function durationValue(duration: Duration): string | null {
  return duration.upper === null ? duration.value : `${duration.value}/${duration.upper}`;
}

function plainMention(
  { start, end, isApproximate }: Expression,
  { relation }: RelationReading,
  type: DateMention['type'],
  value: string | null,
): DateMention {
  return {
    kind: 'date',
    start,
    end,
    type,
    value,
    earliest: null,
    latest: null,
    isApproximate,
    dayPart: null,
    relation,
    resolvedBy: value === null ? null : 'explicit',
  };
}

/** A point of the calendar, or a range from one to another. */
export function resolvePoints(expression: PointExpression, reading: RelationReading, reference: Reference): Resolution {
  const period =
    expression.to === null
      ? resolvePoint(expression.point, reference)
      : rangePeriod(expression.point, expression.to, reference);
  const mention = fromPeriod(expression, reading, period, expression.to === null ? 'date' : 'interval');
  mention.dayPart = expression.point.dayPart;
  return { mention, named: namedBy(expression.point, period), fault: period.fault };
}

function rangePeriod(point: Point, end: Point, reference: Reference): Period {
  const first = resolvePoint(point, reference);
  if (first.named !== null) reference.note(first.named, true);
  const second = resolvePoint(inherit(end, point), reference);
  const fault = first.fault ?? second.fault;
  if (first.from === null || second.from === null) return { ...NOTHING, fault };
  const to = laterThan(first.from, second.to ?? second.from, end);
  return { ...first, to, isApproximate: first.isApproximate || second.isApproximate, season: null };
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
  type: DateMention['type'],
  value: string | null = null,
): DateMention {
  const { from } = period;
  const isRange = expression.kind === 'point' && expression.to !== null;
  const written = from === null ? '' : writeDate(from);
  const { earliest, latest } = expression.isSince
    ? bounds({ ...period, to: null }, written, reading, isRange)
    : bounds(period, written, reading, isRange);
  return {
    kind: 'date',
    start: expression.start,
    end: expression.end,
    type: value === null && (expression.isSince || period.to !== null) ? 'interval' : type,
    value: from === null ? null : writeValue(expression.isSince, period, written, value),
    earliest,
    latest,
    isApproximate: period.isApproximate || expression.isApproximate,
    dayPart: null,
    relation: reading.relation,
    resolvedBy: period.resolvedBy,
  };
}

/** What later dates may go on from: what a point names; of a holiday only the year named with it (2019年中秋). */
function namedBy({ year, portion }: Point, { named }: Period): PartialDate | null {
  return portion !== null && portion.kind === 'holiday' && year === null ? null : named;
}

/** @param written the first date of the period, as `writeDate` has it */
function writeValue(isSince: boolean, period: Period, written: string, given: string | null): string {
  if (isSince) return `${written}/..`;
  if (given !== null) return given;
  if (period.season !== null)
    return `${writeDate({ year: period.from?.year ?? null, month: null, day: null })}-${period.season}`;
  if (period.to !== null) return `${written}/${writeDate(period.to)}`;
  return period.isApproximate ? `${written}~` : written;
}
