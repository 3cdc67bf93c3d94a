import { CharSet } from '../../text/char-set.js';
import type { Span } from '../../text/span.js';
import { howByPlace, trimFirst } from './affix-members.js';
import type { Candidate } from './candidate.js';
import { paragraphOf, type SloganContext, sentenceOf } from './context.js';
import { findWithin } from './find-within.js';
import type { Proposal } from './proposal.js';
import { trimMember } from './run.js';

/** How far behind its label a list may stand, in characters, and its members from each other. */
const FURTHEST = 700;
const FURTHEST_APART = 120;
const MOST_LEAD = 8;

/** Marks that part clauses, and those that part members as well. */
const CLAUSE_ENDS = new CharSet('，。；：！？\n');
const QUOTED_ENDS = new CharSet('，。；：！？\n“”');
const MEMBER_ENDS = new CharSet('，。；：！？\n“”、');

/** Just as many clauses as declared that begin or end with the label's one morpheme: …，坚定不移开展…，坚定不移做…. */
export function proposeClauses(
  context: SloganContext,
  candidate: Candidate,
  affixes: readonly string[],
): Proposal | null {
  const [morpheme] = affixes.filter((affix) => affix.length > 1);
  if (morpheme === undefined || affixes.length !== 1 || candidate.numerals.length !== 1 || candidate.isFixed)
    return null;
  for (const span of spansAround(context, candidate)) {
    if (occurrences(context.text, span, morpheme) < Math.min(...candidate.declared)) continue;
    for (const ends of [CLAUSE_ENDS, QUOTED_ENDS, MEMBER_ENDS])
      for (const items of clausesWith(context.text, span, morpheme, candidate, ends)) {
        if (!candidate.declared.includes(items.length) || !areNear(items)) continue;
        trimFirst(context.text, items);
        return {
          how: howByPlace(context, candidate, items),
          items,
          declared: items.length,
          cost: 0.1,
          reasons: [`clauses with ${morpheme}`],
          enumeration: null,
        };
      }
  }
  return null;
}

/** The rest of the paragraph, what stands before the label in it, and what follows. */
function spansAround(context: SloganContext, candidate: Candidate): Span[] {
  const sentence = sentenceOf(context, candidate);
  const paragraph = paragraphOf(context, candidate);
  return [
    { start: sentence.start, end: Math.min(paragraph.end, sentence.start + 2 * FURTHEST) },
    { start: Math.max(paragraph.start, candidate.outer.start - FURTHEST), end: candidate.outer.start },
    { start: candidate.outer.end, end: Math.min(context.text.length, candidate.outer.end + FURTHEST) },
  ];
}

/** Clauses of a stretch that begin with the morpheme, and those that end with it, outside the label itself. */
function clausesWith(text: string, span: Span, morpheme: string, candidate: Candidate, marks: CharSet): Span[][] {
  const begin: Span[] = [];
  const end: Span[] = [];
  for (const clause of readClauses(text, span, marks)) {
    if (clause.start < candidate.outer.end && clause.end > candidate.outer.start) continue;
    const surface = text.slice(clause.start, clause.end);
    const at = surface.indexOf(morpheme);
    if (at === -1 || surface.length <= morpheme.length + 1 || surface.includes(candidate.label)) continue;
    if (at <= (begin.length === 0 ? MOST_LEAD : 0) && surface.length - at > morpheme.length + 1)
      begin.push({ start: clause.start + at, end: clause.end });
    if (surface.endsWith(morpheme)) end.push(clause);
  }
  return [begin, end];
}

function occurrences(text: string, span: Span, morpheme: string): number {
  let found = 0;
  for (
    let at = findWithin(text, morpheme, span.start, span.end);
    at !== -1 && at < span.end;
    at = findWithin(text, morpheme, at + morpheme.length, span.end)
  )
    found++;
  return found;
}

/** Members stand in one stretch of the text. */
function areNear(items: readonly Span[]): boolean {
  return items.every((item, i) => i === 0 || item.start - (items[i - 1] as Span).end <= FURTHEST_APART);
}

function readClauses(text: string, span: Span, marks: CharSet): Span[] {
  const clauses: Span[] = [];
  let start = span.start;
  for (let i = span.start; i <= span.end; i++) {
    if (i < span.end && !marks.has(text.charCodeAt(i))) continue;
    const clause = trimMember(text, { start, end: i });
    if (clause.end > clause.start) clauses.push(clause);
    start = i + 1;
  }
  return clauses;
}
