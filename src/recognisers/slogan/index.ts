import type { Document } from '../../document/document.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import type { Claims } from '../claims.js';
import type { SloganMention } from '../mentions.js';
export function readSlogans(_document: Document, _claims: Claims, _lexicon: Lexicon, _anchor: string | null): SloganMention[] {
  return [];
}
