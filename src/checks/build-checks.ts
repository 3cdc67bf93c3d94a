import type { Document } from '../document/document.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import type { DateMention, SloganMention, StatisticMention } from '../recognisers/mentions.js';

export interface Check {
  code: string;
  severity: 'info' | 'warning';
  message: string;
  records: string[];
}

interface Found {
  slogans: SloganMention[];
  dates: DateMention[];
  statistics: StatisticMention[];
}

interface Ids {
  idOf(mention: SloganMention | DateMention | StatisticMention): string | null;
}

/** What does not add up in one document, in the order of the records. */
export function buildChecks(_found: Found, _document: Document, _lexicon: Lexicon, _ids: Ids): Check[] {
  return [];
}
