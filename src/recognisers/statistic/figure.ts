import type { Span } from '../../text/span.js';
import type { Approximation } from './word-tables.js';

export type FigureSort = 'count' | 'percentage' | 'points' | 'currency' | 'measure' | 'fraction' | 'multiple' | 'rank';

/** A number with its unit, before anybody asks what it counts. */
export interface Figure extends Span {
  /** start of the word of approximation before it (约, 超过), else `start` */
  lead: number;
  value: number;
  upper: number | null;
  unit: string;
  dimension: string | null;
  sort: FigureSort;
  approximation: Approximation | null;
}
