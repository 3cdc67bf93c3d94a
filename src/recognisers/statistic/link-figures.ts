import type { Document } from '../../document/document.js';
import type { DateMention, StatisticKind, StatisticMention } from '../mentions.js';
import { PAIRED_ON } from './choose-indicator.js';
import { linkDates } from './link-dates.js';
import { linkWholes } from './link-wholes.js';
import type { FigureReading } from './reading.js';
import type { Series } from './series.js';

/** Builds the mentions and links each to the figure it changes, the whole it is part of, and the date it holds at. */
export function linkFigures(
  document: Document,
  all: readonly Series[],
  dates: readonly DateMention[],
): StatisticMention[] {
  const readings = all.flatMap((series) => series.members);
  const mentions = readings.map(toMention);
  const byReading = new Map(readings.map((reading, i) => [reading, mentions[i] as StatisticMention]));
  const changed = changedFigures(all);
  readings.forEach((reading, i) => {
    const mention = mentions[i] as StatisticMention;
    const target = changed.get(reading);
    if (target !== undefined) mention.of = byReading.get(target) ?? null;
  });
  linkWholes(document.text, readings, mentions);
  linkDates(document, mentions, dates);
  return mentions;
}

function toMention(reading: FigureReading): StatisticMention {
  const { figure } = reading.frame;
  return {
    kind: 'statistic',
    start: figure.start,
    end: figure.end,
    value: figure.value,
    upper: figure.upper,
    unit: figure.unit,
    dimension: figure.dimension,
    statisticKind: kindOf(reading),
    approximation: figure.approximation,
    indicator: reading.indicator,
    direction: reading.change?.direction ?? null,
    basis: null,
    of: null,
    partOf: null,
    asOf: null,
  };
}

function kindOf(reading: FigureReading): StatisticKind {
  if (reading.change !== null) return 'change';
  const { sort } = reading.frame.figure;
  return sort === 'points' ? 'percentage' : sort;
}

/** The figure that a change changes: the last level of the same subject in the sentence, for 百分点 also the last rate. */
function changedFigures(all: readonly Series[]): Map<FigureReading, FigureReading> {
  const changed = new Map<FigureReading, FigureReading>();
  let before: Series[] = [];
  for (const series of all) {
    const first = series.members[0] as FigureReading;
    if (before[0]?.members[0]?.frame.sentence !== first.frame.sentence) before = [];
    series.members.forEach((reading, k) => {
      const target = reading.change === null ? null : targetOf(reading, series, k, before);
      if (target !== null) changed.set(reading, target);
    });
    before.push(series);
    if (before.length > 6) before.shift();
  }
  return changed;
}

function targetOf(reading: FigureReading, series: Series, k: number, before: readonly Series[]): FigureReading | null {
  if (
    reading.indicator === null ||
    (!reading.because.startsWith('carried') && !isPairedOn(reading) && reading.because !== 'series')
  )
    return null;
  for (let i = before.length - 1; i >= 0; i--) {
    const candidate = before[i] as Series;
    const target =
      candidate.members.length === series.members.length
        ? candidate.members[k]
        : candidate.members[candidate.members.length - 1];
    if (target === undefined || target.isBase) continue;
    if (target.indicator?.label !== reading.indicator.label) return null;
    if (target.change === null || (reading.frame.figure.sort === 'points' && target.frame.figure.sort !== 'points'))
      return target;
  }
  return null;
}

function isPairedOn(reading: FigureReading): boolean {
  return reading.because === PAIRED_ON;
}
