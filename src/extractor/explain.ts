import type { SourceDocument } from '../document/source-document.js';
import type { SloganHow, SloganMention } from '../recognisers/mentions.js';
import type { SloganTrace } from '../recognisers/slogan/index.js';
import type { Proposal } from '../recognisers/slogan/proposal.js';
import type { Span } from '../text/span.js';
import type { View } from '../text/view.js';
import { readSource } from './extractor.js';
import { recognise } from './pipeline.js';
import { type ExtractorOptions, readSettings } from './settings.js';

/** A stretch of the source: `text` as it stands there, `label` in simplified characters without debris. */
export interface ExplainedPlace extends Span {
  text: string;
  label: string;
}

/** One way to read a list. The cheapest that costs no more than its limit is taken. */
export interface ExplainedProposal {
  how: SloganHow;
  items: ExplainedPlace[];
  /** lower is better; a pure number, comparable within one version only */
  cost: number;
  limit: number;
  /** what spoke for it, in short words: `governing 抓好`, `level pause` */
  reasons: string[];
  isChosen: boolean;
}

/** What was thought of one place that looks like a numbered formulation. */
export interface ExplainedSlogan extends ExplainedPlace {
  isSlogan: boolean;
  /** why it is a slogan, or why not, as a sentence */
  because: string;
  /** numbers of members that the label allows, the likeliest first */
  declared: number[];
  /** cheapest first */
  proposals: ExplainedProposal[];
  /** how the mention got its list in the report; null where it has none */
  how: SloganHow | 'document' | 'lexicon' | null;
  /** which list was taken and why, or why none, as a sentence */
  verdict: string;
}

/**
 * Shows for every place that looks like a numbered formulation whether it is taken for one, the lists that were proposed for it, and
 * why the winner won: for finding out why a report says what it says. Offsets are UTF-16 units into the text, as in a report.
 * @throws TifaError as `createExtractor` does
 * @example explain('要抓好学习教育、查纠整改、总结提升三个环节。')[0].verdict // apposition costs 0.05 and may cost 0.85.
 */
export function explain(input: string | SourceDocument, options?: ExtractorOptions): ExplainedSlogan[] {
  const settings = readSettings(options);
  const document = readSource(input, settings);
  const steps: SloganTrace[] = [];
  const { slogans } = recognise(document, settings, (step) => steps.push(step));
  const byStart = new Map(slogans.map((slogan) => [slogan.start, slogan]));
  return steps.map((step) =>
    explainStep(document.view, step, step.isSlogan ? (byStart.get(step.candidate.start) ?? null) : null),
  );
}

function explainStep(view: View, step: SloganTrace, mention: SloganMention | null): ExplainedSlogan {
  const proposals = step.proposals
    .map((proposal, i) => explainProposal(view, step, proposal, i))
    .sort((a, b) => a.cost - b.cost);
  return {
    ...place(view, step.candidate),
    isSlogan: step.isSlogan,
    because: reasonOf(step, mention),
    declared: step.candidate.declared,
    proposals,
    how: mention?.list?.how ?? null,
    verdict: verdictOf(view, proposals, mention),
  };
}

function explainProposal(
  view: View,
  { chosen, verdicts }: SloganTrace,
  proposal: Proposal,
  index: number,
): ExplainedProposal {
  const { cost, limit } = verdicts[index] ?? { cost: proposal.cost, limit: 0 };
  return {
    how: proposal.how,
    items: proposal.items.map((item) => place(view, item)),
    cost: round(cost),
    limit: round(limit),
    reasons: proposal.reasons,
    isChosen: chosen?.how === proposal.how && chosen.cost === proposal.cost,
  };
}

function place(view: View, span: Span): ExplainedPlace {
  const { start, end } = view.toSource(span);
  return { start, end, text: view.source.slice(start, end), label: view.label(span) };
}

function round(cost: number): number {
  return Math.round(cost * 1000) / 1000;
}

/** The first of the facts that decide whether a place is a slogan. */
function reasonOf({ candidate, chosen, isSlogan }: SloganTrace, mention: SloganMention | null): string {
  if (!isSlogan) return 'It has no list here, and no other mention of the label is quoted or has one.';
  if (candidate.isFixed) return 'The lexicon has it as a formulation known nationwide.';
  if (candidate.isQuoted) return 'It is quoted and numbered.';
  if (chosen !== null) return 'Its list stands in the text.';
  const from = mention?.list?.from;
  return from != null && from.end < candidate.start
    ? 'It points back to a mention with a list.'
    : 'The label is quoted or has its list elsewhere in the document.';
}

function verdictOf(view: View, proposals: readonly ExplainedProposal[], mention: SloganMention | null): string {
  const chosen = proposals.find((proposal) => proposal.isChosen);
  if (chosen !== undefined) return `${chosen.how} costs ${chosen.cost} and may cost ${chosen.limit}.`;
  const elsewhere = mention?.list == null ? '' : ` ${originOf(view, mention)}`;
  const [cheapest] = proposals;
  if (cheapest === undefined) return `No list was proposed.${elsewhere}`;
  if (cheapest.cost > cheapest.limit)
    return `${cheapest.how} is the cheapest, but costs ${cheapest.cost} and may cost ${cheapest.limit}.${elsewhere}`;
  return `${cheapest.how} was cheap enough, but another mention has that list with more right.${elsewhere}`;
}

function originOf(view: View, { list, lexicon }: SloganMention): string {
  if (list?.from == null) return `The members come from the lexicon's entry ${lexicon}.`;
  return `The list is that of ${view.label(list.from)} at ${view.toSource(list.from).start}.`;
}
