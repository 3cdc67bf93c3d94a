import type { FigureReading } from './reading.js';
import { Role } from './role.js';

/** Figures joined by 、 or 和, the first one first: 15、22个百分点; 17.0%和8.6%. */
export interface Series {
  members: FigureReading[];
  /** 分别 stands before the first: each figure has its own member of the list */
  isPaired: boolean;
}

/** Groups neighbouring figures that share one verb. A figure that stands alone is a series of one. */
export function groupSeries(readings: readonly FigureReading[]): Series[] {
  const all: Series[] = [];
  for (const reading of readings) {
    const current = all[all.length - 1];
    if (current !== undefined && continues(current, reading)) current.members.push(reading);
    else all.push({ members: [reading], isPaired: (reading.frame.leftRoles & Role.respectively) !== 0 });
  }
  return all;
}

/** 跌幅分别为4.6%，4.1%，3.8%: behind 分别 a comma joins like a 、. */
function continues(series: Series, reading: FigureReading): boolean {
  const { joint, left, gap, figure } = reading.frame;
  if (joint === 'series') return true;
  const before = series.members[series.members.length - 1] as FigureReading;
  return (
    joint === 'sentence' &&
    series.isPaired &&
    left.length === 0 &&
    gap.words.length === 1 &&
    figure.unit === before.frame.figure.unit
  );
}

const MOST_SINGLES = 8;

/** The `count` figures before the series `at` that its members belong to: one series as long, or as many single levels. null for none. */
export function counterparts(all: readonly Series[], at: number, count: number): FigureReading[] | null {
  const before = all[at - 1]?.members;
  if (before?.length === count) return before;
  if (at < count || count > MOST_SINGLES) return null;
  const singles = all.slice(at - count, at).map(({ members }) => (members.length === 1 ? members[0] : undefined));
  return singles.every((reading) => reading !== undefined && reading.change === null)
    ? (singles as FigureReading[])
    : null;
}
