import type { DateMention } from '../mentions.js';
import { bounds } from './bounds.js';
import { type PartialDate, shiftMonth } from './civil-day.js';
import { counted, distance, stretch } from './counted-period.js';
import { firstDay, writeDate, writeInterval } from './edtf.js';
import type { Duration, Expression, Point } from './expression.js';
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
      return fromPeriod(
        expression,
        reading,
        counted(expression, reference),
        expression.days?.[0] === expression.days?.[1] && expression.days !== null ? 'date' : 'interval',
      );
    case 'fixed':
      return fromPeriod(
        expression,
        reading,
        {
          ...NOTHING,
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
    return fromPeriod(expression, reading, { ...NOTHING, fault }, 'interval');
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
  const isRange = expression.kind === 'point' && expression.to !== null;
  const { earliest, latest } = bounds(expression.isSince ? { ...period, to: null } : period, reading, isRange);
  const mention: DateMention = {
    kind: 'date',
    start: expression.start,
    end: expression.end,
    type: isInterval && value == null ? 'interval' : (type ?? 'date'),
    value: period.from === null ? null : writeValue(expression, period, value ?? null),
    earliest,
    latest,
    isApproximate: period.isApproximate || expression.isApproximate,
    dayPart: expression.kind === 'point' ? expression.point.dayPart : null,
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
