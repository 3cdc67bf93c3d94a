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
export function bounds(
  period: Period,
  { relation, isInclusive }: RelationReading,
  isRange: boolean,
): { earliest: string | null; latest: string | null } {
  if (period.from === null) return { earliest: null, latest: null };
  const { from, to } = period.season === null ? period : seasonDays(period.from.year, period.season);
  const earliest = firstDay(from as PartialDate);
  const latest = lastDay(to ?? (from as PartialDate));
  if (relation === 'since') return { earliest, latest: period.to === null ? null : latest };
  // 3月1日起到5月1日之前: the word belongs to the end of the range
  if (relation === 'before' && isRange && to !== null)
    return { earliest, latest: isInclusive ? latest : shiftIso(firstDay(to), -1) };
  if (relation === 'before') return { earliest: null, latest: isInclusive ? latest : shiftIso(earliest, -1) };
  if (relation === 'after') return { earliest: isInclusive ? earliest : shiftIso(latest, 1), latest: null };
  return { earliest, latest };
}

function shiftIso(iso: string | null, by: number): string | null {
  if (iso === null || iso.startsWith('-')) return iso;
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return writeDate(fromDayNumber(dayNumber(year, month, day) + by));
}
