import type { Document, Issue } from '../../document/document.js';
import type { Claims } from '../claims.js';
import type { DateMention } from '../mentions.js';
export function readDates(_document: Document, _claims: Claims, options: { anchor: string | null }): { dates: DateMention[]; anchor: string | null; anchorFrom: 'option' | 'published' | 'dateline' | 'text' | null; issues: Issue[] } {
  return { dates: [], anchor: options.anchor, anchorFrom: options.anchor === null ? null : 'option', issues: [] };
}
