import type { Quote } from '../../language/quotes.js';
import { firstFrom } from '../../text/span.js';
import { type Candidate, countsOf } from './candidate.js';
import { type SloganContext, sentenceOf } from './context.js';
import { findWithin } from './find-within.js';
import type { Proposal } from './proposal.js';
import { readSeparators } from './run.js';
import { segmentRun } from './segment.js';

/** “四下基层” … 要求干部“…下基层，…下基层，…”: a quotation of the same sentence whose members all carry the morpheme. */
export function proposeQuotation(
  context: SloganContext,
  candidate: Candidate,
  affixes: readonly string[],
): Proposal | null {
  const { text } = context;
  const sentence = sentenceOf(context, candidate);
  for (const quote of quotesNear(context, candidate)) {
    if (quote.start < sentence.start || quote.end > sentence.end || quote.inner.start === candidate.start) continue;
    if (!affixes.some((affix) => findWithin(text, affix, quote.inner.start + affix.length, quote.inner.end) !== -1))
      continue;
    const separators = readSeparators(text, quote.inner);
    if (separators.length === 0) continue;
    const border = (at: number): { at: number; cost: number; reason: string } => ({
      at,
      cost: 0,
      reason: 'quotation mark',
    });
    const found = segmentRun({
      text,
      separators,
      starts: [border(quote.inner.start)],
      ends: [border(quote.inner.end)],
      declared: countsOf(candidate),
      isOpen: false,
      isEnclosed: false,
      morphemes: affixes,
      knownMembers: candidate.knownMembers,
    });
    if (found?.hasMorpheme && found.members.length === found.declared)
      return {
        how: 'affix',
        items: found.members,
        declared: found.declared,
        cost: 0.1,
        reasons: ['a quotation with the morpheme'],
        enumeration: null,
      };
  }
  return null;
}

/** Quotations on either side that are looked at. */
const MOST_QUOTES = 8;

function quotesNear(context: SloganContext, candidate: Candidate): readonly Quote[] {
  const { quotes } = context;
  const place = firstFrom(quotes, candidate.start);
  return quotes.slice(Math.max(0, place - MOST_QUOTES), place + MOST_QUOTES);
}
