import type { Document } from '../../document/document.js';
import { readQuotes } from '../../language/quotes.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import type { Claims } from '../claims.js';
import type { SloganList, SloganMention } from '../mentions.js';
import type { Candidate } from './candidate.js';
import { chooseList, proposeLists } from './choose.js';
import { CandidateCollector } from './collect.js';
import type { SloganContext } from './context.js';
import type { Proposal } from './proposal.js';

/** What was thought of one place, for `explain`. */
export interface SloganTrace {
  candidate: Candidate;
  proposals: Proposal[];
  chosen: Proposal | null;
  isSlogan: boolean;
}

/**
 * Numbered formulations of a document in text order, each with its list where this mention spells it out, else with the list of
 * another mention or of the lexicon. Takes the numerals of every slogan.
 * @param date the document's date, for formulations whose content changed over time
 * @param trace receives every candidate with its proposals
 */
export function readSlogans(document: Document, claims: Claims, lexicon: Lexicon, date: string | null, trace?: (step: SloganTrace) => void): SloganMention[] {
  const quotes = readQuotes(document.text);
  const candidates = new CandidateCollector(document, claims, quotes, lexicon, date).collect();
  const context: SloganContext = { document, text: document.text, quotes, candidates };
  const read = candidates.map((candidate) => {
    const proposals = proposeLists(context, candidate);
    return { candidate, proposals, chosen: chooseList(candidate, proposals) };
  });
  const known = new Set(read.filter(({ candidate, chosen }) => candidate.isQuoted || chosen !== null).map(({ candidate }) => candidate.label));
  const mentions: SloganMention[] = [];
  for (const step of read) {
    const isSlogan = !step.candidate.needsProof || known.has(step.candidate.label);
    trace?.({ ...step, isSlogan });
    if (!isSlogan) continue;
    claims.take(step.candidate, 'slogan');
    mentions.push(toMention(document, step.candidate, step.chosen));
  }
  referLists(document, lexicon, date, mentions);
  return mentions;
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
    list: chosen === null ? null : { how: chosen.how, items: chosen.items, lexiconItems: null, declared: chosen.declared, from: null, enumeration: chosen.enumeration },
    lexicon: candidate.lexicon,
  };
}

/** Mentions without a list of their own take that of the nearest mention of the same label, else the lexicon's members. */
function referLists(document: Document, lexicon: Lexicon, date: string | null, mentions: readonly SloganMention[]): void {
  const spelled = new Map<string, SloganMention[]>();
  for (const mention of mentions) {
    if (mention.list === null) continue;
    const label = document.view.label(mention);
    spelled.set(label, [...(spelled.get(label) ?? []), mention]);
  }
  for (const mention of mentions) {
    if (mention.list !== null) continue;
    const sources = spelled.get(document.view.label(mention)) ?? [];
    mention.list = listFrom(sources, mention) ?? listFromLexicon(lexicon, mention, date);
  }
}

function listFrom(sources: readonly SloganMention[], mention: SloganMention): SloganList | null {
  const before = sources.filter((source) => source.start < mention.start);
  const source = before[before.length - 1] ?? sources[0];
  if (source?.list == null) return null;
  return { ...source.list, how: 'document', from: source, enumeration: null };
}

function listFromLexicon(lexicon: Lexicon, mention: SloganMention, date: string | null): SloganList | null {
  if (mention.lexicon === null) return null;
  const entry = lexicon.lookup(mention.lexicon, { date });
  if (entry?.members == null || entry.members.length === 0) return null;
  return { how: 'lexicon', items: [], lexiconItems: [...entry.members], declared: entry.count ?? entry.members.length, from: null, enumeration: null };
}
