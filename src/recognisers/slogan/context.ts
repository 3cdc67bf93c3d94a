import type { Document } from '../../document/document.js';
import type { Quote } from '../../language/quotes.js';
import { CharSet } from '../../text/char-set.js';
import { firstFrom, type Span } from '../../text/span.js';
import type { Candidate } from './candidate.js';
import { OPEN_ENDED } from './connectors.js';

/** What every strategy reads. */
export interface SloganContext {
  document: Document;
  text: string;
  quotes: readonly Quote[];
  /** quotations by the place of their first and behind their last mark */
  quotesByStart: ReadonlyMap<number, Quote>;
  quotesByEnd: ReadonlyMap<number, Quote>;
  candidates: readonly Candidate[];
  /** the candidates of each sentence, in text order */
  bySentence: ReadonlyMap<number, readonly Candidate[]>;
  /** morphemes of the labels that were asked for */
  morphemes: Map<Candidate, readonly string[]>;
  /** for how many mentions of a label a run with its morpheme was looked for */
  runSearches: Map<string, number>;
  /** labels whose members were looked for in the rest of the document: once is enough */
  searched: Set<string>;
}

export function createContext(
  document: Document,
  quotes: readonly Quote[],
  candidates: readonly Candidate[],
): SloganContext {
  const bySentence = new Map<number, Candidate[]>();
  for (const candidate of candidates) {
    const fellows = bySentence.get(candidate.sentence);
    if (fellows === undefined) bySentence.set(candidate.sentence, [candidate]);
    else fellows.push(candidate);
  }
  return {
    document,
    text: document.text,
    quotes,
    quotesByStart: new Map(quotes.map((quote) => [quote.start, quote])),
    quotesByEnd: new Map(quotes.map((quote) => [quote.end, quote])),
    candidates,
    bySentence,
    morphemes: new Map(),
    runSearches: new Map(),
    searched: new Set(),
  };
}

/** A sentence without an end may hold thousands of candidates; the nearest ones on either side are looked at. */
const MOST_FELLOWS = 12;

/** The candidates of the same sentence, itself included, as near as matters. */
export function fellowsOf(context: SloganContext, candidate: Candidate): readonly Candidate[] {
  const fellows = context.bySentence.get(candidate.sentence) ?? [];
  if (fellows.length <= 2 * MOST_FELLOWS) return fellows;
  const place = firstFrom(fellows, candidate.start);
  return fellows.slice(Math.max(0, place - MOST_FELLOWS), place + MOST_FELLOWS + 1);
}

/** The sentence of a candidate. */
export function sentenceOf(context: SloganContext, candidate: Candidate): Span {
  return context.document.sentences[candidate.sentence] ?? candidate;
}

/** The paragraph of a candidate. */
export function paragraphOf(context: SloganContext, candidate: Candidate): Span {
  const sentence = context.document.sentences[candidate.sentence];
  return sentence === undefined ? candidate : (context.document.paragraphs[sentence.paragraph] ?? candidate);
}

const NO_ETC_BEFORE = new CharSet('平相高同中上下劣优初均对');
const NO_ETC_AFTER = new CharSet('级于待候效闲同');

/** True when the 等 at `offset` closes a list and is no part of a word: 平等, 等级. */
export function isEtc(text: string, offset: number): boolean {
  return (
    text[offset] === OPEN_ENDED &&
    !NO_ETC_BEFORE.has(text.charCodeAt(offset - 1)) &&
    !NO_ETC_AFTER.has(text.charCodeAt(offset + 1))
  );
}

const CLOSING = new Map(['（）', '“”', '‘’', '《》', '【】'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]));

/** Closing mark that belongs to the opening one at `offset`, -1 when there is none before `limit`. */
export function closingMark(text: string, offset: number, limit: number): number {
  const open = text.charCodeAt(offset);
  const close = CLOSING.get(open);
  if (close === undefined) return -1;
  let depth = 0;
  for (let i = offset; i < limit; i++) {
    const mark = text.charCodeAt(i);
    if (mark === open) depth++;
    else if (mark === close && --depth === 0) return i;
  }
  return -1;
}
