import { indexAt } from '../../document/sentences.js';
import type { Span } from '../../text/span.js';
import { howByPlace } from './affix-members.js';
import { startBorders } from './borders.js';
import type { Candidate } from './candidate.js';
import { paragraphOf, type SloganContext } from './context.js';
import { COSTS } from './costs.js';
import { findWithin } from './find-within.js';
import { equalEnds } from './list-ends.js';
import type { Proposal } from './proposal.js';
import { LONGEST_RUN, readSeparators } from './run.js';
import { type Border, type Segmentation, segmentRun } from './segment.js';

/** Where a run with the label's morpheme is looked for: in the paragraph of the label and this far behind, in characters. */
const FURTHEST = 4000;
/** Mentions of one label for which a run is looked for; where the first ones have none, the next have none either. */
const MOST_SEARCHES = 6;
/** Dense stretches that are looked at for one morpheme. */
const MOST_TRIED = 3;
const LONGEST_MORPHEME = 4;
const LONGEST_MEMBER = 12;
/** Characters that open or close too many words to prove anything. */
const COMMON = '一二三四五六七八九十两双个大的化性型式力度率者';

/**
 * A run of just as many short members that all end or all begin with the head, near the label: “六员” … 信息收集员、困难帮扶员、…;
 * “五必学” … 学原著、学党史、…; “三个责任人”制度，行政责任人、技术责任人、….
 */
export function proposeRun(context: SloganContext, candidate: Candidate, affixes: readonly string[]): Proposal | null {
  const declared = candidate.declared[0] ?? 0;
  if (!candidate.isQuoted || candidate.isFixed || declared < 3) return null;
  const searches = context.runSearches.get(candidate.label) ?? 0;
  if (searches === MOST_SEARCHES) return null;
  context.runSearches.set(candidate.label, searches + 1);
  for (const morpheme of affixes) {
    if (morpheme.length > LONGEST_MORPHEME || COMMON.includes(morpheme)) continue;
    const proposal = runWith(context, candidate, morpheme, declared);
    if (proposal !== null) return proposal;
  }
  return null;
}

function runWith(context: SloganContext, candidate: Candidate, morpheme: string, declared: number): Proposal | null {
  const { text } = context;
  const { sentences } = context.document;
  const from = Math.max(paragraphOf(context, candidate).start, candidate.outer.start - FURTHEST);
  const stretch = text.slice(from, candidate.outer.end + FURTHEST);
  for (const isSuffix of [true, false]) {
    let tried = 0;
    for (
      let found = stretch.indexOf(morpheme);
      found !== -1 && tried < MOST_TRIED;
      found = stretch.indexOf(morpheme, found + 1)
    ) {
      const at = from + found;
      if (text[isSuffix ? at + morpheme.length : at - 1] !== '、') continue;
      if (!isDense(text, at, morpheme, isSuffix ? declared : declared - 1, isSuffix)) continue;
      const sentence = sentences[indexAt(sentences, at)];
      if (sentence === undefined) continue;
      tried++;
      const proposal = runIn(
        context,
        candidate,
        { start: Math.max(sentence.start, at - 40), end: Math.min(sentence.end, at + LONGEST_RUN) },
        morpheme,
        declared,
      );
      if (proposal !== null) return proposal;
      found = sentence.end - from;
    }
  }
  return null;
}

/** The morpheme recurs at the distance of short members, at a mark each time but the last: 信息收集员、困难帮扶员、…. */
function isDense(text: string, offset: number, morpheme: string, times: number, isSuffix: boolean): boolean {
  let at = offset;
  for (let found = 1; found < times; found++) {
    const next = findWithin(text, morpheme, at + morpheme.length + 1, at + LONGEST_MEMBER + morpheme.length + 2);
    if (next === -1 || next - at > LONGEST_MEMBER + 1) return false;
    const mark = text.charAt(isSuffix ? next + morpheme.length : next - 1);
    if (found < times - 1 && !'、，和与及；”'.includes(mark || '\n')) return false;
    at = next;
  }
  return true;
}

function runIn(
  context: SloganContext,
  candidate: Candidate,
  span: Span,
  morpheme: string,
  declared: number,
): Proposal | null {
  const { text } = context;
  const separators = readSeparators(text, span).slice(0, 40);
  if (separators.length < 2) return null;
  const starts = startBorders(text, span, separators, [morpheme]).map((border) =>
    border.reason === 'pause' && !text.endsWith(morpheme, border.at - 1)
      ? { ...border, cost: COSTS.startAtClause }
      : border,
  );
  const ends: Border[] = separators.slice(1).map((separator) => ({ at: separator.start, cost: 0.1, reason: 'mark' }));
  for (
    let at = findWithin(text, morpheme, span.start, span.end);
    at !== -1 && at < span.end;
    at = findWithin(text, morpheme, at + 1, span.end)
  )
    ends.push({ at: at + morpheme.length, cost: 0.2, reason: morpheme });
  ends.push({ at: span.end, cost: 0.1, reason: 'sentence' }, ...equalEnds(text, span, separators));
  const found = segmentRun({
    text,
    separators,
    starts,
    ends,
    declared: [declared],
    isOpen: false,
    isEnclosed: false,
    morphemes: [morpheme],
    knownMembers: [],
  });
  if (found === null || !isProven(found, declared)) return null;
  return {
    how: howByPlace(context, candidate, found.members),
    items: found.members,
    declared: found.declared,
    cost: Math.max(0.2, found.cost + 0.4),
    reasons: [`members with ${morpheme}`],
    enumeration: null,
  };
}

function isProven(found: Segmentation, declared: number): boolean {
  return (
    found.members.length === declared &&
    found.hasMorpheme &&
    found.members.every((member) => member.end - member.start <= LONGEST_MEMBER)
  );
}
