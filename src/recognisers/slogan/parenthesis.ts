import { type Candidate, countsOf } from './candidate.js';
import { closingMark, isEtc, type SloganContext } from './context.js';
import { explainsParts } from './following.js';
import { readMarked } from './marked-members.js';
import { morphemesOf } from './morphemes.js';
import { skipConnectorInBracket } from './opening.js';
import type { Proposal } from './proposal.js';
import { LONGEST_RUN, readSeparators } from './run.js';
import { type Border, segmentRun } from './segment.js';

/** The list in brackets behind its name: “六大顽瘴痼疾”（违反…；违规…；…）  ·  “五户”家庭（低保户、…）  ·  “四联工作法（联建、…）”. */
export function proposeParenthesis(context: SloganContext, candidate: Candidate): Proposal | null {
  const { text } = context;
  const open = bracketBehind(text, candidate);
  if (open === -1) return null;
  const close = closingMark(text, open, Math.min(text.length, open + LONGEST_RUN));
  if (close === -1) return null;
  const start = skipConnectorInBracket(text, open + 1);
  if (explainsParts(text, candidate, start)) return null;
  const span = { start, end: close };
  const separators = readSeparators(text, span).slice(0, 40);
  if (separators.length === 0) return null;
  const ends: Border[] = [{ at: close, cost: 0, reason: 'bracket' }];
  for (let i = start; i < close; i++) if (isEtc(text, i)) ends.push({ at: i, cost: 0, reason: '等' });
  const found = segmentRun({
    text,
    separators,
    starts: [{ at: start, cost: 0, reason: 'bracket' }],
    ends,
    declared: countsOf(candidate),
    isOpen: false,
    isEnclosed: true,
    morphemes: morphemesOf(context, candidate),
    knownMembers: candidate.knownMembers,
  });
  if (
    found === null ||
    (open > candidate.outer.end && found.members.length !== found.declared) ||
    isCaptioned(text, found.members)
  )
    return null;
  const marked = readMarked(text, found.members);
  return {
    how: marked?.how ?? 'parenthesis',
    items: marked?.items ?? found.members,
    declared: found.declared,
    cost: found.cost,
    reasons: ['in brackets', `level ${found.level}`],
    enumeration: null,
  };
}

/** Where the bracket opens: directly behind the label, in its quotation, or behind a noun of a few characters; -1: nowhere. */
function bracketBehind(text: string, candidate: Candidate): number {
  if (text.charAt(candidate.end) === '（') return candidate.end;
  for (let i = candidate.outer.end; i <= candidate.outer.end + LONGEST_NOUN; i++) {
    const mark = text.charAt(i);
    if (mark === '（') return i;
    if (mark < '一' || mark > '鿿') return -1;
  }
  return -1;
}

const LONGEST_NOUN = 6;

/** （责任单位：民政局、教育局）: a caption before the first member alone. */
function isCaptioned(text: string, members: readonly { start: number; end: number }[]): boolean {
  const [first, second] = members.map((member) => text.slice(member.start, member.end).includes('：'));
  return first === true && second === false;
}
