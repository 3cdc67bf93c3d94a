import type { DateMention, SloganMention, StatisticMention } from '../recognisers/mentions.js';

/** What the audit says of some records, before they have ids. */
export interface Finding {
  code: string;
  severity: 'info' | 'warning';
  message: string;
  mentions: (SloganMention | DateMention | StatisticMention)[];
}

export interface Check {
  code: string;
  severity: 'info' | 'warning';
  message: string;
  /** ids of the records it speaks of */
  records: string[];
}
