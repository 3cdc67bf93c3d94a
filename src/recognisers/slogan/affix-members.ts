import type { Span } from '../../text/span.js';
import type { SloganHow } from '../mentions.js';
import type { Candidate } from './candidate.js';
import { type SloganContext, sentenceOf } from './context.js';
import { linkEnd } from './governing.js';

/** Distance in characters at which a run still stands beside its label. */
const BESIDE = 14;

/** A run that stands beside its label, or opens the next sentence, is none of its own kind. */
export function howByPlace(context: SloganContext, candidate: Candidate, items: readonly Span[]): SloganHow {
  const [first, last] = [items[0] as Span, items[items.length - 1] as Span];
  const { end } = sentenceOf(context, candidate);
  const { outer } = candidate;
  if (first.start >= end && first.start - end <= 2) return 'following';
  if (first.start >= outer.end && first.start <= end && first.start - outer.end <= BESIDE) return 'following';
  return last.end <= outer.start &&
    outer.start - last.end <= BESIDE &&
    !context.text.slice(last.end, outer.start).includes('。')
    ? 'apposition'
    : 'affix';
}

const LEAD = /^(?:即|以|有|是|指|为|包括|就是|要|把)$/;
const LONGEST_LINK = 4;

/** 即工业强市、文旅强市、生态强市 · 村里有了政策明白人、法律明白人: what stands before a first member longer than its even fellows is not part of it. */
export function trimFirst(text: string, items: Span[]): void {
  const [first, second] = items;
  if (first === undefined || second === undefined || items.length < 3) return;
  const length = second.end - second.start;
  const areEven = items.slice(1).every((item) => item.end - item.start === length);
  const start = first.end - length;
  if (!areEven || start <= first.start || linkEnd(text, second.start, second.end) !== -1) return;
  if (LEAD.test(text.slice(first.start, start)) || isBehindVerb(text, first.start, start))
    items[0] = { start, end: first.end };
}

function isBehindVerb(text: string, from: number, offset: number): boolean {
  for (let at = Math.max(from, offset - LONGEST_LINK); at < offset; at++)
    if (linkEnd(text, at, offset) === offset) return true;
  return false;
}
