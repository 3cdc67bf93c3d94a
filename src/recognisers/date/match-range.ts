import { CharSet } from '../../text/char-set.js';
import { type Expression, type Point, pointExpression } from './expression.js';
import { matchFigureDate } from './match-figures.js';
import { matchPoint } from './match-point.js';
import { connectorEnd, type Scan, wordAt } from './scan.js';

/** First characters of what can join a point to an end or to 以来; everything else is passed over at once. */
const FIRST_BEHIND = new CharSet('至到—–-－~～〜―─ 起开和与份以迄');
const AND = new CharSet('和与');

/** Joins a point with the end of its range (3月1日至5日, 2月7日起至2019年底, 2018年至今) and takes 以来 in. */
export function matchRange(scan: Scan, point: Point): Expression {
  if (!FIRST_BEHIND.has(scan.code(point.end))) return pointExpression(point, null, point.end);
  const to = rangeEnd(scan, point);
  if (to !== null) return pointExpression(point, to, to.end);
  const since = wordAt(scan.text, point.end, ['份以来', '以来', '至今', '迄今']);
  if (since === null || scan.char(point.end + since.length) === '年') return pointExpression(point, null, point.end);
  return pointExpression(point, null, point.end + since.length, true);
}

function rangeEnd(scan: Scan, point: Point): Point | null {
  if (point.upTo !== null) return null;
  const begun = wordAt(scan.text, point.end, ['起', '开始']) ?? '';
  const from = point.end + begun.length;
  const behind = connectorEnd(scan.text, from);
  if (behind === from) return betweenEnd(scan, point);
  const to = matchFigureDate(scan, behind, true) ?? matchPoint(scan, behind);
  return to !== null && continues(point, to) ? to : null;
}

/** 3月1日和5日之间: 和 joins a range only with 之间 behind. */
function betweenEnd(scan: Scan, point: Point): Point | null {
  if (!AND.has(scan.code(point.end))) return null;
  const to = matchPoint(scan, point.end + 1);
  if (to === null || !continues(point, to)) return null;
  if (scan.char(to.end - 1) === '间') return to;
  const between = wordAt(scan.text, to.end, ['之间', '间']);
  return between === null ? null : { ...to, end: to.end + between.length };
}

/** The second end names no more precise a thing than makes sense: 3月1日至5日, 3月至5月, not 3月5日至2021年. */
function continues(from: Point, to: Point): boolean {
  if (to.upTo !== null) return false;
  if (from.day !== null) return to.day !== null || to.portion !== null || to.month !== null;
  if (to.day !== null && to.month === null) return false;
  return from.day !== null || to.day === null || from.month !== null || from.portion !== null || from.year !== null;
}
