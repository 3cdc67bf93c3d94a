import type { Enumeration } from '../../document/document.js';
import type { Span } from '../../text/span.js';
import type { SloganHow } from '../mentions.js';

/** One way to read the list of a slogan, with what speaks for it; `choose.ts` decides among them. */
export interface Proposal {
  how: SloganHow;
  items: Span[];
  declared: number | null;
  /** lower is better; above `LIMITS` of the strategy it is no list */
  cost: number;
  reasons: string[];
  enumeration: Enumeration | null;
}
