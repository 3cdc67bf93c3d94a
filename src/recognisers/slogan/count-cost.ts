import { COSTS, type Level } from './costs.js';
import type { Border, Run } from './segment.js';

/** The declared number as check digit. */
export function countCost(
  count: number,
  run: Run,
  end: Border,
  level: Level,
): { cost: number; declared: number | null } {
  if (count < 2) return { cost: COSTS.alone, declared: run.declared[0] ?? null };
  if (run.declared.length === 0) return { cost: 0.3, declared: null };
  const place = run.declared.indexOf(count);
  if (place >= 0) return { cost: place === 0 ? 0 : COSTS.secondCount, declared: count };
  const declared = run.declared[0] as number;
  const difference = Math.abs(declared - count);
  const isOpen = (run.isOpen || end.reason === '等') && count < declared;
  if (run.isEnclosed && level === 'pause' && count > declared)
    return { cost: COSTS.enclosedCount + difference * COSTS.otherCountEach, declared };
  const open = Math.min(COSTS.openCountMost, COSTS.openCount + difference * COSTS.openCountEach);
  return { cost: isOpen ? open : COSTS.otherCount + difference * COSTS.otherCountEach, declared };
}
