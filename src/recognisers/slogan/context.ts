import type { Document } from '../../document/document.js';
import type { Quote } from '../../language/quotes.js';
import type { Span } from '../../text/span.js';
import type { Candidate } from './candidate.js';
import { OPEN_ENDED } from './connectors.js';

/** What every strategy reads. */
export interface SloganContext {
  document: Document;
  text: string;
  quotes: readonly Quote[];
  candidates: readonly Candidate[];
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

const NO_ETC_BEFORE = '平相高同中上下劣优初均对';
const NO_ETC_AFTER = '级于待候效闲同';

/** True when the 等 at `offset` closes a list and is no part of a word: 平等, 等级. */
export function isEtc(text: string, offset: number): boolean {
  return text.charAt(offset) === OPEN_ENDED && !NO_ETC_BEFORE.includes(text.charAt(offset - 1)) && !NO_ETC_AFTER.includes(text.charAt(offset + 1) || '\n');
}

/** Closing mark that belongs to the opening one at `offset`, -1 when there is none before `limit`. */
export function closingMark(text: string, offset: number, limit: number): number {
  const open = text.charAt(offset);
  const close = { '（': '）', '“': '”', '‘': '’', '《': '》', '【': '】' }[open];
  if (close === undefined) return -1;
  let depth = 0;
  for (let i = offset; i < limit; i++) {
    const mark = text.charAt(i);
    if (mark === open) depth++;
    else if (mark === close && --depth === 0) return i;
  }
  return -1;
}
