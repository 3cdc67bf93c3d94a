import type { Span } from '../../text/span.js';

const LEAST_RATIO = 0.45;
const SHORT = 4;

/** 国内大循环中心节点作用、国内国际: two stretches of very different length are no pair; a declared two proves nothing by itself. */
export function isUnevenPair(members: readonly Span[]): boolean {
  if (members.length !== 2) return false;
  const [a, b] = members.map((member) => member.end - member.start) as [number, number];
  return Math.max(a, b) > 2 * SHORT && Math.min(a, b) < LEAST_RATIO * Math.max(a, b);
}
