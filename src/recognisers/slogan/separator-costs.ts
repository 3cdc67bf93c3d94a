import { COSTS, LAST_ALSO, LAST_AND, type Level, SEPARATOR_COSTS } from './costs.js';
import type { Separator } from './run.js';

/** What each separator costs at one level. */
export interface SeparatorPrices {
  level: Level;
  /** when it parts no members */
  skips: number[];
  /** when it parts two */
  cuts: number[];
  /** when it parts the last two: A、B和C */
  lastCuts: number[];
}

export function separatorPrices(separators: readonly Separator[], level: Level): SeparatorPrices {
  const { skip, cut } = SEPARATOR_COSTS[level];
  const prices: SeparatorPrices = { level, skips: [], cuts: [], lastCuts: [] };
  for (const { kind } of separators) {
    prices.skips.push(skip[kind]);
    prices.cuts.push(cut[kind]);
    prices.lastCuts.push(kind === 'and' ? LAST_AND[level] : kind === 'also' ? LAST_ALSO : cut[kind]);
  }
  return prices;
}

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
