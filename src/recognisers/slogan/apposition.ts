import type { Span } from '../../text/span.js';
import { isOnlyGoverning, startBorders } from './borders.js';
import type { Candidate } from './candidate.js';
import { BEFORE_LABEL } from './connectors.js';
import { isEtc, sentenceOf, type SloganContext } from './context.js';
import { COSTS } from './costs.js';
import { morphemesOf } from './morphemes.js';
import type { Proposal } from './proposal.js';
import { LONGEST_RUN, readSeparators, type Separator } from './run.js';
import { type Border, type Segmentation, segmentRun } from './segment.js';

/**
 * The list set before its name (同位语): 抓好学习教育、查纠整改、总结提升“三个环节”; “坚守初心、勇担使命”两项要求;
 * 孔庙、孔府、孔林，统称“三孔”. The end is fixed by the label, the beginning is free.
 */
export function proposeApposition(context: SloganContext, candidate: Candidate): Proposal | null {
  const { text } = context;
  const sentence = sentenceOf(context, candidate);
  const from = Math.max(sentence.start, candidate.outer.start - LONGEST_RUN);
  const link = linkBefore(text, candidate.outer.start, from);
  const end = link.at;
  if (end - from < 2) return null;
  const morphemes = morphemesOf(context, candidate);
  const wanted = Math.max(2, ...candidate.declared);
  const whole = quotedWhole(text, context, end, from);
  const span = whole ?? { start: from, end };
  const separators = nearest(readSeparators(text, span), wanted);
  if (separators.length === 0) return null;
  const start = whole === null && separators.length > 0 ? startOf(span, separators) : span.start;
  const lastAtom = { start: (separators[separators.length - 1] as Separator).end, end: span.end };
  if (isOnlyGoverning(text, lastAtom)) return null;
  const starts: Border[] = whole !== null ? [{ at: span.start, cost: COSTS.startAtQuote, reason: 'one pair of quotation marks' }] : startBorders(text, { start, end: span.end }, separators, morphemes);
  const found = segmentRun({ text, separators, starts, ends: [{ at: span.end, cost: 0, reason: 'label' }], declared: candidate.declared, isOpen: link.isOpen, morphemes });
  return found === null ? null : propose(found, link);
}

interface Link {
  at: number;
  form: string;
  isWeak: boolean;
  isOpen: boolean;
}

/** Steps back over what stands between list and label. */
function linkBefore(text: string, offset: number, from: number): Link {
  for (const { form, isWeak, isOpen } of BEFORE_LABEL) {
    const at = offset - form.length;
    if (at <= from || !text.startsWith(form, at)) continue;
    if (form.startsWith('等') && !isEtc(text, at)) continue;
    const etc = !isOpen && isEtc(text, at - 1) ? 1 : 0;
    return { at: at - etc, form, isWeak, isOpen: isOpen || etc === 1 };
  }
  return { at: offset, form: '', isWeak: false, isOpen: false };
}

/** “A、B、C”两项原则: the pair of quotation marks that ends at the label and holds marks that part members. */
function quotedWhole(text: string, context: SloganContext, end: number, from: number): Span | null {
  if (text.charAt(end - 1) !== '”') return null;
  const quote = context.quotes.find((candidate) => candidate.end === end && candidate.start >= from);
  if (quote === undefined || text.charAt(quote.start - 1) === '”' || '、和与'.includes(text.charAt(quote.start - 1) || '\n')) return null;
  return readSeparators(text, quote.inner).length > 0 ? quote.inner : null;
}

/** The separators near the label; a list does not reach back over more than a few marks beyond its number. */
function nearest(separators: readonly Separator[], wanted: number): Separator[] {
  return separators.slice(-Math.min(2 * wanted + 4, 40));
}

/** Where the first atom of the kept separators begins. */
function startOf(span: Span, kept: readonly Separator[]): number {
  return Math.max(span.start, (kept[0] as Separator).start - 80);
}

function propose(found: Segmentation, link: Link): Proposal {
  const reasons = [`level ${found.level}`, `begins ${found.start}`, link.form === '' ? 'directly before the label' : `before ${link.form}`];
  if (found.hasMorpheme) reasons.push('members carry the morpheme of the head');
  let cost = found.cost;
  if (link.isWeak && !found.hasMorpheme && found.likeness > 0) cost += 0.6;
  return { how: 'apposition', items: found.members, declared: found.declared, cost, reasons, enumeration: null };
}
