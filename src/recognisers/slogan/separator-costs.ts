import { COSTS, LAST_ALSO, LAST_AND, type Level, SEPARATOR_COSTS } from './costs.js';
import type { Separator } from './run.js';

/** A、B、C，以及D、E等F: the member behind 以及 may hold 、 itself. */
export function skipCost(
  separators: readonly Separator[],
  skips: readonly number[],
  opening: number,
  at: number,
): number {
  const cost = skips[at] as number;
  const isBehindAlso = separators[opening - 1]?.kind === 'also' && separators[at]?.kind === 'pause';
  return isBehindAlso ? Math.min(COSTS.pauseBehindAlso, cost) : cost;
}

/** What each separator costs when it parts no members, when it parts two, and when it parts the last two (A、B和C). */
export function separatorCosts(
  separators: readonly Separator[],
  level: Level,
): { skips: number[]; cuts: number[]; lastCuts: number[] } {
  const { skip, cut } = SEPARATOR_COSTS[level];
  const [skips, cuts, lastCuts]: [number[], number[], number[]] = [[], [], []];
  for (const { kind } of separators) {
    skips.push(skip[kind]);
    cuts.push(cut[kind]);
    lastCuts.push(kind === 'and' ? LAST_AND[level] : kind === 'also' ? LAST_ALSO : cut[kind]);
  }
  return { skips, cuts, lastCuts };
}
