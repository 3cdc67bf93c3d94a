import type { HolidayEntry, PortionEntry } from '../../lexicon/calendar.js';
import type { Span } from '../../text/span.js';
import type { DateMention, DayPart } from '../mentions.js';
import type { PartialDate } from './civil-day.js';

/**
 * What the words say, before anything is filled in. Matching makes expressions; resolving turns them into mentions.
 * A year, month or day is named (`absolute`), or counted from the document's date (去年: `anchor`, −1) or from the date named
 * last (次日: `context`, +1).
 */
export interface Ref {
  base: 'absolute' | 'anchor' | 'context' | 'either';
  /** the number named, or the offset counted */
  value: number;
}

/** A part of a year or month: 上半年, 一季度, 前11个月, 上旬, 年底. */
export type Portion =
  /** `edge`: 一季度末 is its last day */
  | { kind: 'months'; from: number; to: number; isCumulative?: boolean; edge?: 'end' }
  | { kind: 'days'; from: number; to: number }
  | { kind: 'week'; week: number }
  /** 第二个星期日 of a month, Monday as 1; `number` null is 最后一个 */
  | { kind: 'weekday'; weekday: number; number: number | null }
  /** 前10天, 最后三周 of a year or month */
  | { kind: 'counted'; unit: 'month' | 'week' | 'day'; count: number; isFromEnd: boolean }
  | { kind: 'edge'; at: 'start' | 'middle' | 'end' }
  | { kind: 'whole' }
  | { kind: 'season'; season: number }
  | { kind: 'holiday'; holiday: HolidayEntry };

/** One place on the calendar as it is named: 2021年, 3月5日上午, 去年底, 8日. */
export interface Point extends Span {
  year: Ref | null;
  month: Ref | null;
  day: Ref | null;
  portion: Portion | null;
  /** what the portion is a part of when nothing larger is named: 年底 of a year, 月底 of a month */
  portionOf: PortionEntry['of'] | null;
  /** last number of a run-in range: 11 in 1至11月, 2017 in 2013—2017年 */
  upTo: { unit: 'year' | 'month' | 'day'; value: number } | null;
  dayPart: DayPart | null;
  /** a time of day stands in it; it is not written into the value */
  hasTime: boolean;
  isApproximate: boolean;
  /** 同期: the period named last, moved to this year */
  isSamePeriod: boolean;
}

export interface Duration extends Span {
  /** ISO 8601 duration, null for 几天; an upper one for 三到五年 */
  value: string | null;
  upper: string | null;
  unit: 'year' | 'month' | 'week' | 'day' | 'other';
  /** in units, for 五年前; null when vague or mixed */
  count: number | null;
  isApproximate: boolean;
}

interface ExpressionBase extends Span {
  /** 以来 stands inside the span and opens the interval */
  isSince: boolean;
  isApproximate: boolean;
}

export type Expression = ExpressionBase &
  (
    | { kind: 'point'; point: Point; to: Point | null }
    | { kind: 'duration'; duration: Duration }
    /** 五年前, 三天后 */
    | { kind: 'distance'; duration: Duration; sign: 1 | -1 }
    /** 前两年, 下三周: whole years, months, weeks or days before or after the anchor's own */
    | { kind: 'stretch'; duration: Duration; sign: 1 | -1 }
    /** 本周, 上季度; `days` are the part of a week that is meant, from Monday as 1: 本周五, 下半周 */
    | { kind: 'week' | 'quarter'; offset: number; days: readonly [number, number] | null }
    | { kind: 'fixed'; from: PartialDate; to: PartialDate | null; value: string | null }
    /** `isNow`: 目前, bounded by the anchor though it has no value */
    | { kind: 'vague'; type: DateMention['type']; isNow: boolean }
  );

export type PointExpression = Expression & { kind: 'point' };

/** A point or range from where its point begins to `end`. */
export function pointExpression(point: Point, to: Point | null, end: number, isSince = false): PointExpression {
  const { start, isApproximate } = point;
  return { start, end, isSince, isApproximate, kind: 'point', point, to };
}

export function durationExpression(duration: Duration, start: number, isApproximate = false): Expression {
  return { start, end: duration.end, isSince: false, isApproximate, kind: 'duration', duration };
}

export function fixedExpression(
  span: Span,
  from: PartialDate,
  to: PartialDate | null,
  value: string | null,
  isSince = false,
): Expression & { kind: 'fixed' } {
  return { start: span.start, end: span.end, isSince, isApproximate: false, kind: 'fixed', from, to, value };
}

export function vagueExpression(
  start: number,
  end: number,
  type: DateMention['type'],
  isSince = false,
  isNow = false,
): Expression {
  return { start, end, isSince, isApproximate: false, kind: 'vague', type, isNow };
}

/** 本周, 上季度. */
export function countedExpression(
  start: number,
  end: number,
  kind: 'week' | 'quarter',
  offset: number,
  days: readonly [number, number] | null,
): Expression {
  return { start, end, isSince: false, isApproximate: false, kind, offset, days };
}
