import type { Document } from '../../document/document.js';
import { readQuotes } from '../../language/quotes.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import type { Claims } from '../claims.js';
import type { SloganMention } from '../mentions.js';
import type { Candidate } from './candidate.js';
import { chooseList, judgeProposal, proposeLists, type Verdict } from './choose.js';
import { CandidateCollector } from './collect.js';
import { createContext } from './context.js';
import type { Proposal } from './proposal.js';
import { antecedentOf, referLists } from './references.js';

/** What was thought of one place, for `explain`. */
export interface SloganTrace {
  candidate: Candidate;
  proposals: Proposal[];
  /** what each proposal costs with everything counted in, and what it may cost */
  verdicts: Verdict[];
  chosen: Proposal | null;
  isSlogan: boolean;
}

/**
 * Numbered formulations of a document in text order, each with its list where this mention spells it out, else with the list of
 * another mention or of the lexicon. Takes the numerals of every slogan.
 * @param date the document's date, for formulations whose content changed over time
 * @param trace receives every candidate with its proposals
 */
export function readSlogans(
  document: Document,
  claims: Claims,
  lexicon: Lexicon,
  date: string | null,
  trace?: (step: SloganTrace) => void,
): SloganMention[] {
  const quotes = readQuotes(document.text);
  const candidates = new CandidateCollector(document, claims, quotes, lexicon, date).collect();
  if (candidates.length === 0) return [];
  const context = createContext(document, quotes, candidates);
  const read = candidates.map((candidate) => {
    const proposals = proposeLists(context, candidate);
    return { candidate, proposals, chosen: chooseList(context, candidate, proposals) };
  });
  shareRuns(read);
  settleOwners(document, read);
  preferNear(read);
  const known = new Set(
    read
      .filter(({ candidate, chosen }) => candidate.isQuoted || chosen !== null)
      .map(({ candidate }) => candidate.label),
  );
  const mentions: SloganMention[] = [];
  for (const step of read) {
    const mention = toMention(document, step.candidate, step.chosen);
    const isSlogan =
      !step.candidate.needsProof ||
      known.has(step.candidate.label) ||
      antecedentOf(document.text, mention, mentions) !== null;
    trace?.({
      ...step,
      verdicts: step.proposals.map((proposal) => judgeProposal(context, step.candidate, proposal)),
      isSlogan,
    });
    if (!isSlogan) continue;
    claims.take(step.candidate, 'slogan');
    mentions.push(mention);
  }
  referLists(document, lexicon, date, mentions);
  return mentions;
}

/** “五访”即走访A、B、C三个方面: the label in front takes the members as the label behind reads them, whose verb is cut off. */
function shareRuns(read: readonly { candidate: Candidate; chosen: Proposal | null }[]): void {
  for (const step of read) {
    if (step.chosen?.how !== 'following') continue;
    const { items } = step.chosen;
    const end = items[items.length - 1]?.end;
    const other = read.find(
      (one) =>
        one.chosen?.how === 'apposition' &&
        one.chosen.items.length === items.length &&
        one.chosen.items[items.length - 1]?.end === end,
    );
    if (other?.chosen != null) step.chosen = { ...step.chosen, items: other.chosen.items };
  }
}

/** Members found by their morpheme alone give way to a list that another mention of the same label spells out. */
function preferNear(read: readonly { candidate: Candidate; chosen: Proposal | null }[]): void {
  const spelled = new Set(
    read.filter(({ chosen }) => chosen !== null && chosen.how !== 'affix').map(({ candidate }) => candidate.label),
  );
  for (const step of read) if (step.chosen?.how === 'affix' && spelled.has(step.candidate.label)) step.chosen = null;
}

/**
 * A list has one owner: of several labels the one that reads it most cheaply, then the nearest. Labels side by side
 * (调整“四个结构”，做到“四减四增”) may share an enumeration whose count both declare.
 */
function settleOwners(document: Document, read: { candidate: Candidate; chosen: Proposal | null }[]): void {
  const owners = new Map<string, { candidate: Candidate; chosen: Proposal | null }>();
  for (const step of read) {
    const first = step.chosen?.items[0];
    if (step.chosen === null || first === undefined) continue;
    const key = `${first.start}-${step.chosen.items.length}`;
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, step);
    else if (!areSideBySide(document, owner, step)) {
      const isBetter = rank(step, first.start) < rank(owner, first.start);
      (isBetter ? owner : step).chosen = null;
      if (isBetter) owners.set(key, step);
    }
  }
}

function rank({ candidate, chosen }: { candidate: Candidate; chosen: Proposal | null }, at: number): number {
  return (chosen?.cost ?? Infinity) + Math.abs(candidate.start - at) / 400;
}

function areSideBySide(
  document: Document,
  a: { candidate: Candidate; chosen: Proposal | null },
  b: { candidate: Candidate; chosen: Proposal | null },
): boolean {
  if (a.candidate.label === b.candidate.label || a.candidate.sentence !== b.candidate.sentence) return false;
  if (a.chosen?.how === 'affix' || b.chosen?.how === 'affix') return false;
  if (a.chosen?.how === 'following') return b.chosen?.how === 'apposition';
  if (a.chosen?.how === 'apposition') return b.chosen?.how === 'following' || b.candidate.start - a.candidate.end <= 20;
  const counts =
    a.candidate.declared.some((count) => b.candidate.declared.includes(count)) &&
    a.chosen?.items.length === a.chosen?.declared;
  const between = document.text.slice(a.candidate.outer.end, b.candidate.outer.start);
  return (
    counts && (a.candidate.isQuoted === b.candidate.isQuoted || between.length <= 30 || a.chosen?.how !== 'bullets')
  );
}

function toMention(document: Document, candidate: Candidate, chosen: Proposal | null): SloganMention {
  return {
    kind: 'slogan',
    start: candidate.start,
    end: candidate.end,
    numerals: candidate.numerals,
    head: document.view.label(candidate.head),
    classifier: candidate.classifier,
    isQuoted: candidate.isQuoted,
    list:
      chosen === null
        ? null
        : {
            how: chosen.how,
            items: chosen.items,
            lexiconItems: null,
            declared: chosen.declared,
            from: null,
            enumeration: chosen.enumeration,
          },
    lexicon: candidate.lexicon,
  };
}
