import { leadClause } from '../../document/enumerations.js';
import type { Span } from '../../text/span.js';
import type { Candidate } from './candidate.js';
import { paragraphOf, type SloganContext, sentenceOf } from './context.js';
import { COSTS } from './costs.js';
import { readMarked } from './marked-members.js';
import { pairCost, readMember } from './member.js';
import type { Proposal } from './proposal.js';
import { RunMarks } from './run-marks.js';

/** What may stand between the label and the end of its sentence. */
const LONGEST_REST = 4;
/** 在三个方面实现了突破。首先…其次…第三: the same, where the sentences behind are numbered */
const LONGEST_REST_BEFORE_NUMBERS = 12;

/** 问题集中在三个方面。思想认识不到位，… 工作措施不到位，… 督促检查不到位，…: the sentences of the paragraph behind the label, just as many and alike. */
export function proposeSentences(context: SloganContext, candidate: Candidate): Proposal | null {
  const [declared] = candidate.declared;
  const { text, document } = context;
  if (declared === undefined || declared < 3 || candidate.isFixed) return null;
  const sentence = sentenceOf(context, candidate);
  const paragraph = paragraphOf(context, candidate);
  const rest = sentence.end - candidate.outer.end;
  if (rest > LONGEST_REST_BEFORE_NUMBERS || text.charAt(candidate.outer.end) === '，') return null;
  const next = document.sentences.slice(candidate.sentence + 1, candidate.sentence + declared + 2);
  const behind =
    sentence.end < paragraph.end ? next.filter((one) => one.start < paragraph.end) : next.slice(0, declared);
  if (behind.length !== declared) return null;
  const marked = readMarked(text, behind);
  if (marked === null && rest > LONGEST_REST) return null;
  if (sentence.end >= paragraph.end && marked?.how !== 'ordinals') return null;
  const items = marked?.items ?? behind.map((one) => leadClause(text, one));
  if (marked === null && !areAlike(text, items)) return null;
  return {
    how: marked?.how ?? 'following',
    items,
    declared,
    cost: 0.2,
    reasons: ['the sentences behind the label'],
    enumeration: null,
  };
}

function areAlike(text: string, items: readonly Span[]): boolean {
  const members = items.map(({ start, end }) =>
    readMember({ text, marks: new RunMarks(text, start, end), morphemes: [], knownMembers: [] }, start, end),
  );
  return members.every((member, i) => {
    const before = members[i - 1];
    return member !== null && (i === 0 || (before != null && pairCost(text, before, member) <= COSTS.alike));
  });
}
