import { dayNumber, fromDayNumber, type PartialDate } from './civil-day.js';
import { firstDay, lastDay, writeDate } from './edtf.js';
import type { Period } from './period.js';
import type { RelationReading } from './relation.js';

const SEASONS = [
  [3, 5],
  [6, 8],
  [9, 11],
  [12, 2],
] as const;

function seasonDays(year: number | null, season: number): { from: PartialDate; to: PartialDate } {
  const [first, last] = SEASONS[season - 21] ?? SEASONS[0];
  const toYear = year !== null && last < first ? year + 1 : year;
  return { from: { year, month: first, day: null }, to: { year: toYear, month: last, day: null } };
}

/** ISO days that bound what is meant; an end that the relation leaves open is null. */
export interface Bounds {
  earliest: string | null;
  latest: string | null;
}

/** @param written the first date of the period, as `writeDate` has it */
export function bounds(
  period: Period,
  written: string,
  { relation, isInclusive }: RelationReading,
  isRange: boolean,
): Bounds {
  if (period.from === null) return { earliest: null, latest: null };
  const { earliest, latest } = period.season === null ? edges(period.from, period.to, written) : seasonEdges(period);
  if (relation === 'at' || relation === 'until') return { earliest, latest };
  if (relation === 'since') return { earliest, latest: period.to === null ? null : latest };
  // 3月1日起到5月1日之前: the word belongs to the end of the range
  if (relation === 'before' && isRange && period.to !== null)
    return { earliest, latest: isInclusive ? latest : shiftIso(firstDay(period.to), -1) };
  if (relation === 'before') return { earliest: null, latest: isInclusive ? latest : shiftIso(earliest, -1) };
  return { earliest: isInclusive ? earliest : shiftIso(latest, 1), latest: null };
}

function edges(from: PartialDate, to: PartialDate | null, written: string): Bounds {
  return { earliest: firstDay(from, written), latest: to === null ? lastDay(from, written) : lastDay(to) };
}

function seasonEdges(period: Period): Bounds {
  const { from, to } = seasonDays(period.from?.year ?? null, period.season as number);
  return edges(from, to, writeDate(from));
}

function shiftIso(iso: string | null, by: number): string | null {
  if (iso === null || iso.startsWith('-')) return iso;
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return writeDate(fromDayNumber(dayNumber(year, month, day) + by));
}
