import { proposeClauses } from './affix-clauses.js';
import { proposeQuotation } from './affix-quotation.js';
import { proposeRun } from './affix-run.js';
import type { Candidate } from './candidate.js';
import type { SloganContext } from './context.js';
import { affixesOf } from './morphemes.js';
import type { Proposal } from './proposal.js';

/**
 * Members that carry the label's morpheme somewhere near: 三个“坚定不移” … 坚定不移深化…，坚定不移开展…，坚定不移做…;
 * “四个先行”…。思想发动先行、研究谋划先行、…; “六员” … 信息收集员、困难帮扶员、….
 */
export function proposeAffix(context: SloganContext, candidate: Candidate): Proposal | null {
  if (candidate.isFixed && candidate.declared[0] === 2) return null;
  const affixes = affixesOf(context, candidate);
  if (affixes.length === 0) return null;
  return (
    proposeQuotation(context, candidate, affixes) ??
    proposeClauses(context, candidate, affixes) ??
    proposeRun(context, candidate, affixes)
  );
}
