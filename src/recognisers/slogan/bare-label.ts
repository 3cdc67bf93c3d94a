import type { Numeral } from '../../language/numerals.js';
import type { Label } from './label.js';
import { sloganWords } from './words.js';

/** A quotation closes directly before the numeral. */
export function closesQuote(text: string, start: number): boolean {
  return text[start - 1] === '”';
}

/** “时、度、效”三要素: numeral and head without a measure word, directly behind a quotation; null: none. */
export function bareLabel(text: string, { start, end, value, form }: Numeral): Label | null {
  if (value === null || value < 2 || value > 12 || form !== 'han' || !closesQuote(text, start)) return null;
  const { heads, concreteHeads } = sloganWords();
  if (heads.longestAt(text, end) === -1 || heads.matchLength < 2) return null;
  const head = { start: end, end: end + heads.matchLength };
  if (concreteHeads.has(text.slice(head.start, head.end))) return null;
  return { start, end: head.end, numerals: [value], declared: [value], classifier: null, head };
}
