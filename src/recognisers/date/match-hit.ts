import type { DateMention } from '../mentions.js';
import {
  countedExpression,
  durationExpression,
  type Expression,
  type Point,
  type Portion,
  type Ref,
  vagueExpression,
} from './expression.js';
import { matchDuration } from './match-duration.js';
import { matchEra, matchEvent, matchPlan } from './match-fixed.js';
import { lengthExpression } from './match-length.js';
import { emptyPoint, matchPoint } from './match-point.js';
import { matchRange } from './match-range.js';
import { dayPartAt } from './match-time.js';
import { weekdayAt } from './match-weekday.js';
import type { CalendarHit, Scan } from './scan.js';

/** What begins at a calendar word. */
export function matchAtHit(scan: Scan, hit: CalendarHit, floor: number): Expression | null {
  const { entry } = hit;
  switch (entry.kind) {
    case 'vague':
      return matchVague(scan, hit, entry.type);
    case 'year':
    case 'month':
    case 'day':
    case 'portion': {
      const point = matchPoint(scan, hit.start);
      return point === null ? null : matchRange(scan, point);
    }
    case 'season':
      return matchRange(
        scan,
        wordPoint(hit, { kind: 'season', season: entry.season }, { base: 'anchor', value: entry.offset }),
      );
    case 'holiday':
      return matchRange(scan, wordPoint(hit, { kind: 'holiday', holiday: entry }, null));
    case 'week':
      return matchWeek(scan, hit, entry.offset, entry.days ?? null);
    case 'quarter':
      return countedExpression(hit.start, hit.end, 'quarter', entry.offset, null);
    case 'plan':
      return matchPlan(scan, hit);
    case 'event':
      return matchEvent(scan, hit);
    case 'century':
      return matchEra(scan, hit.start);
    case 'set':
      return matchSet(scan, hit);
    case 'length': {
      const duration = matchDuration(scan, hit.start);
      return duration === null ? null : lengthExpression(scan, duration, floor);
    }
    default:
      return null;
  }
}

/** 本周, 下半周, 本周五下午. */
function matchWeek(scan: Scan, hit: CalendarHit, offset: number, named: readonly [number, number] | null): Expression {
  const weekday = named === null ? weekdayAt(scan, hit.end) : null;
  const end = weekday === null ? hit.end : (dayPartAt(scan, hit.end + 1)?.end ?? hit.end + 1);
  const days = weekday === null ? named : ([weekday, weekday] as const);
  return countedExpression(hit.start, end, 'week', offset, days);
}

/** 春节, 今春: a holiday or season by itself, in the year that resolving finds. */
function wordPoint(hit: CalendarHit, portion: Portion, year: Ref | null): Point {
  return { ...emptyPoint(hit.start), end: hit.end, year, portion, portionOf: 'year' };
}

/** 每年, 每个月, 每周. */
function isYearly(form: string): boolean {
  return form[0] === '每' && (form[1] === '年' || form[1] === '个' || form[1] === '月' || form[1] === '周');
}

/** 每年3月5日 is one set: its month and day are no date of any one year. */
function matchSet(scan: Scan, hit: CalendarHit): Expression {
  const at = hit.end + (scan.char(hit.end) === '的' ? 1 : 0);
  const point = isYearly(hit.entry.form) ? matchPoint(scan, at) : null;
  const isPart =
    point !== null && point.year === null && point.day?.base !== 'anchor' && point.month?.base !== 'anchor';
  const range = isPart ? matchRange(scan, point) : null;
  return vagueExpression(hit.start, range?.end ?? hit.end, 'set');
}

/** Words that may open a length of time: 未来五年, 最近三个月, 今后一年. */
const OPENERS = new Set(['未来', '今后', '最近']);

function matchVague(scan: Scan, hit: CalendarHit, type: DateMention['type']): Expression | null {
  if (OPENERS.has(hit.entry.form)) {
    const duration = matchDuration(scan, hit.end);
    if (duration !== null) return durationExpression(duration, hit.start);
  }
  const isSince = scan.text.startsWith('以来', hit.end);
  const isNow = hit.entry.kind === 'vague' && hit.entry.isNow === true;
  return isSince
    ? vagueExpression(hit.start, hit.end + 2, 'interval', true, isNow)
    : vagueExpression(hit.start, hit.end, type, false, isNow);
}
