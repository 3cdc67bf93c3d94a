import { COSTS, type Level } from './costs.js';
import type { Run } from './segment.js';

/** The declared number as check digit: what a list of so many members costs. */
export function countCost(count: number, run: Run, isOpen: boolean, level: Level): number {
  const { declared } = run;
  if (count < 2) return COSTS.alone;
  if (declared.length === 0) return COSTS.undeclared;
  const place = declared.indexOf(count);
  if (place >= 0) return place === 0 ? 0 : COSTS.secondCount;
  const difference = Math.abs((declared[0] as number) - count);
  const isOver = count > (declared[0] as number);
  if (run.isEnclosed && level === 'pause' && isOver) return COSTS.enclosedCount + difference * COSTS.otherCountEach;
  return isOpen && !isOver
    ? Math.min(COSTS.openCountMost, COSTS.openCount + difference * COSTS.openCountEach)
    : COSTS.otherCount + difference * COSTS.otherCountEach;
}

/** Which of the declared numbers a list of so many members is held against; null when none is declared. */
export function declaredAs(count: number, { declared }: Run): number | null {
  return count > 1 && declared.includes(count) ? count : (declared[0] ?? null);
}
