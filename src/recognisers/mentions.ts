import type { Enumeration } from '../document/document.js';
import type { Span } from '../text/span.js';

/** What the recognisers return. All spans point into the view; `report/build-report.ts` turns them into records of the report. */

export type SloganHow = 'apposition' | 'parenthesis' | 'following' | 'ordinals' | 'bullets' | 'headings' | 'affix';

export interface SloganList {
  how: SloganHow | 'document' | 'lexicon';
  /** members read in the text, in order; for `document` those of the mention it comes from */
  items: Span[];
  /** members supplied by the lexicon; only with `how: 'lexicon'` */
  lexiconItems: string[] | null;
  declared: number | null;
  /** for `document`: the mention whose list it is */
  from: SloganMention | null;
  /** the enumeration whose items the members are */
  enumeration: Enumeration | null;
}

/** A numbered formulation (数字提法) at one place of the text. */
export interface SloganMention extends Span {
  kind: 'slogan';
  numerals: (number | null)[];
  head: string;
  classifier: string | null;
  isQuoted: boolean;
  list: SloganList | null;
  /** key of the lexicon's entry */
  lexicon: string | null;
}

export type DayPart = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night';

export interface DateMention extends Span {
  kind: 'date';
  type: 'date' | 'interval' | 'duration' | 'set';
  /** EDTF (ISO 8601-2), see the report's description; null where nothing can be said */
  value: string | null;
  earliest: string | null;
  latest: string | null;
  isApproximate: boolean;
  dayPart: DayPart | null;
  relation: 'before' | 'until' | 'since' | 'after' | 'at';
  resolvedBy: 'explicit' | 'anchor' | 'context' | 'lexicon' | null;
}

export type StatisticKind =
  | 'count'
  | 'percentage'
  | 'currency'
  | 'measure'
  | 'fraction'
  | 'multiple'
  | 'change'
  | 'rank';

/** What is counted. `label` may leave out words that stand between start and end: 办理…民事案件. */
export interface Indicator extends Span {
  label: string;
}

export interface StatisticMention extends Span {
  kind: 'statistic';
  value: number;
  upper: number | null;
  unit: string;
  dimension: string | null;
  statisticKind: StatisticKind;
  approximation: 'over' | 'under' | 'about' | null;
  indicator: Indicator | null;
  direction: 'up' | 'down' | 'flat' | null;
  basis: 'yoy' | 'mom' | 'prior' | null;
  of: StatisticMention | null;
  partOf: StatisticMention | null;
  asOf: DateMention | null;
}
