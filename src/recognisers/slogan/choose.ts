import { proposeAffix } from './affix.js';
import { proposeApposition } from './apposition.js';
import type { Candidate } from './candidate.js';
import type { SloganContext } from './context.js';
import { COSTS } from './costs.js';
import { proposeEnumerated, proposeHeadings } from './enumerated.js';
import { proposeFollowing } from './following.js';
import { proposeParenthesis } from './parenthesis.js';
import type { Proposal } from './proposal.js';
import { proposeSentences } from './sentences.js';
import { sloganWords } from './words.js';

/** A list must cost less than this to be believed, by kind of label. */
export const LIMITS = {
  quoted: 0.75,
  unquoted: 0.7,
  /** fixed formulations are almost never spelled out */
  fixed: 0.5,
  /** and they are, where the members are those that the lexicon knows (others cost more) */
  known: 0.8,
  /** a declared two proves nothing */
  two: 0.5,
  twoClauses: 0,
  /** added where the count of three or more agrees */
  counted: 0.15,
} as const;

/** Added to a strategy's cost, so that costs of different strategies compare. */
const STRATEGY_COSTS: Record<Proposal['how'], number> = {
  apposition: 0,
  parenthesis: -0.3,
  following: 0,
  ordinals: 0.1,
  bullets: 0.1,
  headings: 0.1,
  affix: 0.1,
};

const WITHOUT_APPOSITION = [proposeParenthesis, proposeFollowing, proposeSentences, proposeEnumerated];
const STRATEGIES = [proposeParenthesis, proposeApposition, proposeFollowing, proposeSentences, proposeEnumerated];

/** Every way to read the candidate's list. */
export function proposeLists(context: SloganContext, candidate: Candidate): Proposal[] {
  if (candidate.declared.length === 0) return [];
  const strategies = isBarelyNamed(context, candidate) ? WITHOUT_APPOSITION : STRATEGIES;
  const proposals: Proposal[] = [];
  for (const propose of strategies) {
    const proposal = propose(context, candidate);
    if (proposal !== null) proposals.push(proposal);
  }
  if (!candidate.isQuoted || proposals.some(isCertain)) return proposals;
  for (const propose of [proposeAffix, proposeHeadings]) {
    const proposal = propose(context, candidate);
    if (proposal !== null) proposals.push(proposal);
  }
  return proposals;
}

/** A list of the declared number that costs less than any found by its morphemes alone could. */
function isCertain(proposal: Proposal): boolean {
  return proposal.items.length === proposal.declared && proposal.cost < 0;
}

const LONGEST_MENTION = 160;

/** A fixed formulation with none of its known members near before it is only named: no need to look for a list there. */
function isBarelyNamed(context: SloganContext, candidate: Candidate): boolean {
  const { knownMembers } = candidate;
  if (!candidate.isFixed || knownMembers.length === 0 || context.text.charAt(candidate.outer.start - 1) === '”')
    return false;
  const before = context.text.slice(Math.max(0, candidate.outer.start - LONGEST_MENTION), candidate.outer.start);
  return !knownMembers.some((member) => before.includes(member.slice(-2)) || before.includes(member.slice(0, 2)));
}

/** The cheapest proposal under the limit; the one place where it is decided whether there is a list. */
export function chooseList(
  context: SloganContext,
  candidate: Candidate,
  proposals: readonly Proposal[],
): Proposal | null {
  let best: Proposal | null = null;
  let least = Infinity;
  for (const proposal of proposals) {
    const cost = costOf(context, candidate, proposal);
    if (cost >= least) continue;
    best = proposal;
    least = cost;
  }
  return best !== null && least <= limitFor(candidate, best) ? best : null;
}

/** What a proposal costs with everything counted in, and the most it may cost to be believed. */
export interface Verdict {
  cost: number;
  limit: number;
}

export function judgeProposal(context: SloganContext, candidate: Candidate, proposal: Proposal): Verdict {
  return { cost: costOf(context, candidate, proposal), limit: limitFor(candidate, proposal) };
}

function costOf(context: SloganContext, candidate: Candidate, proposal: Proposal): number {
  return (
    proposal.cost +
    STRATEGY_COSTS[proposal.how] +
    (agreesWithLexicon(context, candidate, proposal) ? 0 : COSTS.foreignMembers)
  );
}

/** A fixed formulation whose members are known is spelled out with them, if at all: half of them have to stand there; 四项任务 are others each time. */
function agreesWithLexicon(context: SloganContext, candidate: Candidate, proposal: Proposal): boolean {
  const { knownMembers } = candidate;
  if (knownMembers.length === 0 || isCommon(context, candidate)) return true;
  const items = proposal.items.map((item) => context.text.slice(item.start, item.end));
  const agreeing = items.filter((item) =>
    knownMembers.some((member) => item.includes(member) || member.includes(item) || shareTwo(item, member)),
  );
  return items.length === 2 ? agreeing.length === 2 : agreeing.length * 2 >= items.length;
}

/** 四项任务, 三个环节: a measure word and an abstract noun, whose members are others in each document. */
function isCommon(context: SloganContext, { isFixed, classifier, head }: Candidate): boolean {
  return !isFixed && classifier !== null && sloganWords().heads.has(context.text.slice(head.start, head.end));
}

function shareTwo(a: string, b: string): boolean {
  for (let i = 0; i + 2 <= a.length; i++) if (b.includes(a.slice(i, i + 2))) return true;
  return false;
}

function limitFor(candidate: Candidate, proposal: Proposal): number {
  let limit: number = candidate.isQuoted ? LIMITS.quoted : LIMITS.unquoted;
  if (candidate.isFixed) limit = candidate.knownMembers.length > 0 ? LIMITS.known : LIMITS.fixed;
  if (
    proposal.items.length === 2 &&
    proposal.how === 'apposition' &&
    proposal.declared === 2 &&
    !proposal.reasons.includes('each in quotation marks')
  )
    limit = Math.min(limit, proposal.reasons.includes('level comma') ? LIMITS.twoClauses : LIMITS.two);
  else if (proposal.items.length === proposal.declared && proposal.items.length > 2) limit += LIMITS.counted;
  return limit;
}
