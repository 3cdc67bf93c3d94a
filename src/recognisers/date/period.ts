import type { PartialDate } from './civil-day.js';

export type ResolvedBy = 'explicit' | 'anchor' | 'context' | 'lexicon' | null;

/** What a point means: one date, or the first and last of an interval. `null` dates: nothing can be said. */
export interface Period {
  from: PartialDate | null;
  /** null for a single date */
  to: PartialDate | null;
  /** the year, month and day named, without the part of them that is meant: 2021 of 2021年上半年 */
  named: PartialDate | null;
  isApproximate: boolean;
  /** EDTF season code, in place of a month */
  season: number | null;
  resolvedBy: ResolvedBy;
  /** what is impossible about it: 2月30日 */
  fault: string | null;
}

/** No period: nothing can be said. */
export const NOTHING: Period = {
  from: null,
  to: null,
  named: null,
  isApproximate: false,
  season: null,
  resolvedBy: null,
  fault: null,
};
