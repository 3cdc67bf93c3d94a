import type { Span } from '../../text/span.js';
import { closingMark } from './context.js';
import { COSTS } from './costs.js';
import type { Separator } from './run.js';
import type { Border } from './segment.js';
import { sloganWords } from './words.js';

const ASPECTS = '了着过好出为到成在于';
const LONGEST_LEAD = 60;

/** End of the governing word at `offset`, aspect particle included: 实现了; -1 when there is none. */
function linkEnd(text: string, offset: number, limit: number): number {
  const { governing } = sloganWords();
  if (governing.longestAt(text, offset, limit) === -1) return -1;
  const end = offset + governing.matchLength;
  return end < limit && ASPECTS.includes(text.charAt(end)) && governing.longestAt(text, end, limit) === -1 ? end + 1 : end;
}

/** End of the chain of governing words that begins at `offset` (突出抓好, 统筹推进了), -1 when none begins there. */
export function governingEnd(text: string, offset: number, limit: number): number {
  let at = offset;
  let end = -1;
  while (at < limit) {
    at = linkEnd(text, at, limit);
    if (at === -1) break;
    end = at;
  }
  return end;
}

/** True when the stretch is nothing but governing words: 做到, 优化实施, 扎实推进. */
export function isOnlyGoverning(text: string, span: Span): boolean {
  if (span.start >= span.end) return false;
  return governingEnd(text, span.start, span.end) === span.end;
}

/** Where a list that ends before its label may begin, by atom: clause borders, behind governing words, at quotes, at shared beginnings. */
export function startBorders(text: string, span: Span, separators: readonly Separator[], morphemes: readonly string[]): Border[] {
  const borders: Border[] = [];
  for (let i = 0; i <= separators.length; i++) {
    const before = separators[i - 1];
    const start = before === undefined ? span.start : before.end;
    const end = separators[i]?.start ?? span.end;
    const next = i < separators.length ? (separators[i] as Separator).end : -1;
    borders.push({ at: start, cost: borderCost(before), reason: before === undefined ? 'sentence' : before.kind });
    if (next !== -1) innerBorders(text, { start, end }, text.slice(next, next + 2), morphemes, borders);
  }
  return borders.sort((a, b) => a.at - b.at);
}

function borderCost(before: Separator | undefined): number {
  switch (before?.kind) {
    case 'pause':
    case 'and':
    case 'also':
      return COSTS.startBehindPause;
    case 'stop':
      return COSTS.startBehindStop;
    case 'quote':
      return COSTS.startAtQuote + COSTS.startBehindPause;
    default:
      return COSTS.startAtClause;
  }
}

function innerBorders(text: string, atom: Span, nextFirst: string, morphemes: readonly string[], borders: Border[]): void {
  const from = Math.max(atom.start, atom.end - LONGEST_LEAD);
  for (let at = from; at < atom.end; at++) {
    const end = linkEnd(text, at, atom.end);
    if (end !== -1 && end < atom.end) borders.push({ at: end, cost: end - at > 1 ? COSTS.startBehindGoverning : COSTS.startBehindParticle, reason: `behind ${text.slice(at, end)}` });
    if (at === atom.start) continue;
    const mark = text.charAt(at);
    if ((mark === '“' || mark === '《') && closingMark(text, at, atom.end) === atom.end - 1) borders.push({ at, cost: COSTS.startAtQuote, reason: 'quotation mark' });
    else if (mark === '：') borders.push({ at: at + 1, cost: COSTS.startBehindGoverning, reason: 'colon' });
    else if (text.charAt(at) === nextFirst.charAt(0) && (text.charAt(at + 1) === nextFirst.charAt(1) || morphemes.length > 0 || atom.end - at <= 6))
      borders.push({ at, cost: COSTS.startBySharedStart, reason: `like ${nextFirst}` });
    else if (morphemes.some((morpheme) => text.startsWith(morpheme, at))) borders.push({ at, cost: COSTS.startBySharedStart, reason: 'morpheme' });
  }
}
