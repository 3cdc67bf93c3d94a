import { COSTS, LAST_ALSO, LAST_AND, type Level, SEPARATOR_COSTS } from './costs.js';
import type { Separator } from './run.js';

/** What each separator costs at one level. */
export interface SeparatorPrices {
  level: Level;
  /** when it parts no members */
  skips: number[];
  /** the same inside a member that 以及 opens, which may hold 、 itself: A、B、C，以及D、E等F */
  skipsBehindAlso: number[];
  /** when it parts two */
  cuts: number[];
  /** when it parts the last two: A、B和C */
  lastCuts: number[];
}

export function separatorPrices(separators: readonly Separator[], level: Level): SeparatorPrices {
  const { skip, cut } = SEPARATOR_COSTS[level];
  const prices: SeparatorPrices = { level, skips: [], skipsBehindAlso: [], cuts: [], lastCuts: [] };
  for (const { kind } of separators) {
    prices.skips.push(skip[kind]);
    prices.skipsBehindAlso.push(kind === 'pause' ? Math.min(COSTS.pauseBehindAlso, skip[kind]) : skip[kind]);
    prices.cuts.push(cut[kind]);
    prices.lastCuts.push(kind === 'and' ? LAST_AND[level] : kind === 'also' ? LAST_ALSO : cut[kind]);
  }
  return prices;
}
