import type { ChangeReading } from './change.js';
import { hasRole } from './clause.js';
import type { FigureReading } from './reading.js';
import { Role } from './role.js';
import type { Series } from './series.js';

/** What the first figure of a series says of change holds for all of it; what a from-figure says holds for its to-figure. */
export function spreadSeries(text: string, all: readonly Series[]): void {
  let before: FigureReading | null = null;
  for (const series of all) {
    const first = series.members[0] as FigureReading;
    if (before !== null && isToFigure(before, first)) first.change = before.change;
    if (before !== null && sharesFrontedVerb(text, before, first)) first.change = frontedLike(before.change, first);
    for (const reading of series.members) if (reading !== first) reading.change ??= first.change;
    before = series.members[series.members.length - 1] as FigureReading;
    for (const reading of series.members) reading.isBase = isBaseFigure(reading);
  }
}

/** 由此前的6.4%上调至6.5%: both are rates of growth, or neither is. */
function isToFigure(before: FigureReading, reading: FigureReading): boolean {
  return (
    before.change?.form === 'noun' &&
    reading.frame.joint === 'clause' &&
    reading.left.isLevel &&
    reading.left.phrase === null
  );
}

/** 压减时间58%、材料52%: one verb before two objects. */
function sharesFrontedVerb(text: string, before: FigureReading, reading: FigureReading): boolean {
  const [a, b] = [before.frame.figure, reading.frame.figure];
  const isListed = reading.frame.joint === 'clause' && text[a.end] === '、' && a.unit === b.unit;
  return isListed && before.change?.form === 'fronted' && reading.change === null && !reading.left.isLevel;
}

function frontedLike(change: ChangeReading | null, { left }: FigureReading): ChangeReading | null {
  return change === null || left.phrase === null || left.position !== 'subject'
    ? null
    : { ...change, objectFrom: left.phrase.from };
}

/** 较“十三五”末的612亿元: 的 links the base to its figure. */
function isBaseFigure(reading: FigureReading): boolean {
  const { left } = reading.frame;
  return hasRole(left[left.length - 1], Role.base) && reading.change === null;
}
