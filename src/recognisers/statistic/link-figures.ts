import type { Document } from '../../document/document.js';
import type { DateMention, StatisticKind, StatisticMention } from '../mentions.js';
import { PAIRED_ON } from './choose-indicator.js';
import { linkDates } from './link-dates.js';
import { linkWholes } from './link-wholes.js';
import type { FigureReading } from './reading.js';
import { counterparts, type Series } from './series.js';

/** Builds the mentions and links each to the figure it changes, the whole it is part of, and the date it holds at. */
export function linkFigures(
  document: Document,
  all: readonly Series[],
  dates: readonly DateMention[],
): StatisticMention[] {
  const readings: FigureReading[] = [];
  const mentions: StatisticMention[] = [];
  for (const series of all) {
    for (const reading of series.members) {
      reading.mention = toMention(reading);
      readings.push(reading);
      mentions.push(reading.mention);
    }
  }
  linkChanges(all);
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

const MOST_SERIES_BACK = 6;

/** The figure that a change changes: the last level of the same subject in the sentence, for 百分点 also the last rate. */
function linkChanges(all: readonly Series[]): void {
  let first = 0;
  for (let at = 0; at < all.length; at++) {
    const series = all[at] as Series;
    if (all[first]?.members[0]?.frame.sentence !== series.members[0]?.frame.sentence) first = at;
    for (let k = 0; k < series.members.length; k++) {
      const { change, mention } = series.members[k] as FigureReading;
      if (change === null || mention === null) continue;
      mention.of = targetOf(all, at, k, Math.max(first, at - MOST_SERIES_BACK))?.mention ?? null;
    }
  }
}

/** For the member `k` of the series `at`, among the series from `first` on. */
function targetOf(all: readonly Series[], at: number, k: number, first: number): FigureReading | null {
  const series = all[at] as Series;
  const reading = series.members[k] as FigureReading;
  if (reading.indicator === null || !isTakenOver(reading)) return null;
  if (reading.because === PAIRED_ON) {
    const twin = counterparts(all, at, series.members.length)?.[k];
    if (twin !== undefined && twin.change === null) return twin;
  }
  for (let i = at - 1; i >= first; i--) {
    const { members } = all[i] as Series;
    const target = members.length === series.members.length ? members[k] : members[members.length - 1];
    if (target === undefined || target.isBase) continue;
    if (target.indicator?.label !== reading.indicator.label) return null;
    if (target.change === null || (reading.frame.figure.sort === 'points' && target.frame.figure.sort !== 'points'))
      return target;
  }
  return null;
}

function isTakenOver({ because }: FigureReading): boolean {
  return because === 'series' || because === PAIRED_ON || because.startsWith('carried');
}
