import type { FigureReading } from './reading.js';

/** Figures joined by 、 or 和, the first one first: 15、22个百分点; 17.0%和8.6%. */
export interface Series {
  members: FigureReading[];
  /** 分别 stands before the first: each figure has its own member of the list */
  isPaired: boolean;
}

/** Groups neighbouring figures that share one verb. A figure that stands alone is a series of one. */
export function groupSeries(text: string, readings: readonly FigureReading[]): Series[] {
  const all: Series[] = [];
  for (const reading of readings) {
    const current = all[all.length - 1];
    if (current !== undefined && reading.frame.joint === 'series') current.members.push(reading);
    else all.push({ members: [reading], isPaired: hasRespectively(text, reading) });
  }
  return all;
}

function hasRespectively(text: string, reading: FigureReading): boolean {
  return reading.frame.left.some((word) => text.startsWith('分别', word.start));
}
