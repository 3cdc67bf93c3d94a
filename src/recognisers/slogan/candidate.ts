import type { Span } from '../../text/span.js';

/** A place that may be a slogan, before it is known whether it is one and what its list is. */
export interface Candidate extends Span {
  /** with quotation marks around */
  outer: Span;
  isQuoted: boolean;
  /** every numeral value in order */
  numerals: (number | null)[];
  /** how many members its list can have by its name; the first is the likeliest: 三多三少 → [6, 3] */
  declared: number[];
  classifier: string | null;
  head: Span;
  /** label as text, for grouping */
  label: string;
  /** key of the lexicon's entry */
  lexicon: string | null;
  /** members that the lexicon gives it */
  knownMembers: readonly string[];
  /** so fixed that it is a slogan wherever it stands: 四个意识, 三农 */
  isFixed: boolean;
  /** needs a list, or another mention that has one, to be a slogan */
  needsProof: boolean;
  sentence: number;
}

/** Counts that a run-in list may have: the likeliest, and for 四减四增 or 八八 the one that both halves name. */
export function countsOf(candidate: Candidate): number[] {
  const { declared, numerals } = candidate;
  const isEven = numerals.length === 2 && numerals[0] === numerals[1];
  return isEven || numerals[0] === 1 ? declared : declared.slice(0, 1);
}
