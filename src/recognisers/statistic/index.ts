import type { Document, Issue } from '../../document/document.js';
import type { Claims } from '../claims.js';
import type { DateMention, StatisticMention } from '../mentions.js';
export function readStatistics(_document: Document, _claims: Claims, _context: { dates: DateMention[]; anchor: string | null }): { statistics: StatisticMention[]; issues: Issue[] } {
  return { statistics: [], issues: [] };
}
