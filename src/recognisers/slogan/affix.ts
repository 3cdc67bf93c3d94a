import { indexAt } from '../../document/sentences.js';
import type { Span } from '../../text/span.js';
import { startBorders } from './borders.js';
import { type Candidate, countsOf } from './candidate.js';
import { paragraphOf, sentenceOf, type SloganContext } from './context.js';
import { morphemesOf } from './morphemes.js';
import type { Proposal } from './proposal.js';
import { LONGEST_RUN, readSeparators, trimMember } from './run.js';
import { type Border, segmentRun } from './segment.js';

const FURTHEST = 700;
const MOST_LEAD = 8;

/**
 * Members that carry the label's morpheme somewhere in the text: 三个“坚定不移” … 坚定不移深化…，坚定不移开展…，坚定不移做…;
 * “四个先行”…。思想发动先行、研究谋划先行、…; “六员” … 信息收集员、困难帮扶员、….
 */
export function proposeAffix(context: SloganContext, candidate: Candidate): Proposal | null {
  if (candidate.isFixed && candidate.declared[0] === 2) return null;
  const morphemes = morphemesOf(context, candidate).filter((morpheme) => morpheme.length >= 2);
  const quoted = morphemes.length === 0 ? null : proposeQuotation(context, candidate, morphemes);
  if (quoted !== null) return quoted;
  if (morphemes.length !== 1 || candidate.numerals.length !== 1) return proposeRun(context, candidate);
  const morpheme = morphemes[0] as string;
  const sentence = sentenceOf(context, candidate);
  if (candidate.isFixed) return null;
  const paragraph = paragraphOf(context, candidate);
  const spans = [{ start: sentence.start, end: paragraph.end }, { start: paragraph.start, end: candidate.outer.start }, { start: candidate.outer.end, end: Math.min(context.text.length, candidate.outer.end + FURTHEST) }];
  for (const span of spans) {
    if (occurrences(context.text, span, morpheme) < Math.min(...candidate.declared)) continue;
    for (const items of [CLAUSE_ENDS, QUOTED_ENDS, MEMBER_ENDS].flatMap((ends) => clausesWith(context.text, span, morpheme, candidate, ends))) {
      if (!candidate.declared.includes(items.length) || !areNear(items)) continue;
      evenFirst(context.text, items);
      const first = items[0] as Span;
      const isFollowing = first.start >= sentence.end && first.start - sentence.end <= 2;
      return { how: isFollowing ? 'following' : 'affix', items, declared: items.length, cost: 0.1, reasons: [`clauses with ${morpheme}`], enumeration: null };
    }
  }
  return proposeRun(context, candidate);
}

/** “四下基层” … 要求干部“…下基层，…下基层，…”: a quotation of the same sentence whose members all carry the morpheme. */
function proposeQuotation(context: SloganContext, candidate: Candidate, morphemes: readonly string[]): Proposal | null {
  const sentence = sentenceOf(context, candidate);
  for (const quote of context.quotes) {
    if (quote.start < sentence.start || quote.inner.start === candidate.start) continue;
    if (quote.end > sentence.end) break;
    const separators = readSeparators(context.text, quote.inner);
    const starts = [{ at: quote.inner.start, cost: 0, reason: 'quotation mark' }];
    const ends = [{ at: quote.inner.end, cost: 0, reason: 'quotation mark' }];
    const found = segmentRun({ text: context.text, separators, starts, ends, declared: countsOf(candidate), isOpen: false, morphemes, knownMembers: candidate.knownMembers });
    if (found?.hasMorpheme && found.members.length === found.declared)
      return { how: 'affix', items: found.members, declared: found.declared, cost: 0.1, reasons: ['a quotation with the morpheme'], enumeration: null };
  }
  return null;
}

/** Marks that part clauses, and those that part members as well. */
const CLAUSE_ENDS = '，。；：！？\n';
const QUOTED_ENDS = `${CLAUSE_ENDS}“”`;
const MEMBER_ENDS = `${QUOTED_ENDS}、`;

/** Clauses of a stretch that begin with the morpheme, and those that end with it, outside the label itself. */
function clausesWith(text: string, span: Span, morpheme: string, candidate: Candidate, marks: string): Span[][] {
  const begin: Span[] = [];
  const end: Span[] = [];
  for (const clause of readClauses(text, span, marks)) {
    if (clause.start < candidate.outer.end && clause.end > candidate.outer.start) continue;
    const surface = text.slice(clause.start, clause.end);
    const at = surface.indexOf(morpheme);
    if (at === -1 || surface.length <= morpheme.length + 1 || surface.includes(candidate.label)) continue;
    if (at <= (begin.length === 0 ? MOST_LEAD : 0) && surface.length - at > morpheme.length + 1) begin.push({ start: clause.start + at, end: clause.end });
    if (surface.endsWith(morpheme)) end.push(clause);
  }
  return [begin, end];
}

function occurrences(text: string, span: Span, morpheme: string): number {
  let found = 0;
  for (let at = text.indexOf(morpheme, span.start); at !== -1 && at < span.end; at = text.indexOf(morpheme, at + morpheme.length)) found++;
  return found;
}

/** 即工业强市、文旅强市、生态强市: what stands before a first member longer than its even fellows is not part of it. */
function evenFirst(text: string, items: Span[]): void {
  const [first, second] = items;
  if (first === undefined || second === undefined) return;
  const length = second.end - second.start;
  const areEven = items.slice(1).every((item) => item.end - item.start === length);
  const lead = text.slice(first.start, first.end - length);
  if (areEven && items.length > 2 && /^(?:即|以|有|是|指|为|包括|就是|要|把)$/.test(lead)) items[0] = { start: first.end - length, end: first.end };
}

/** Members stand in one stretch of the text. */
function areNear(items: readonly Span[]): boolean {
  return items.every((item, i) => i === 0 || item.start - (items[i - 1] as Span).end <= FURTHEST_APART);
}

const FURTHEST_APART = 120;

function readClauses(text: string, span: Span, marks: string): Span[] {
  const clauses: Span[] = [];
  let start = span.start;
  for (let i = span.start; i <= span.end; i++) {
    if (i < span.end && !marks.includes(text.charAt(i))) continue;
    const clause = trimMember(text, { start, end: i });
    if (clause.end > clause.start) clauses.push(clause);
    start = i + 1;
  }
  return clauses;
}

/** Where a run of members with the label's morpheme is looked for: behind the label, then anywhere. */
const LONGEST_MORPHEME = 4;
const FURTHEST_RUN = 5000;

/**
 * A run of just as many short members that all end or all begin with the head, behind the label or anywhere: “六员” …
 * 信息收集员、困难帮扶员、…; “五必学” … 学原著、学党史、…; “三个责任人”制度，行政责任人、技术责任人、….
 */
function proposeRun(context: SloganContext, candidate: Candidate): Proposal | null {
  const declared = candidate.declared[0] ?? 0;
  if (!candidate.isQuoted || candidate.isFixed || declared < 3) return null;
  if (context.searched.has(candidate.label)) return null;
  context.searched.add(candidate.label);
  for (const morpheme of morphemesOf(context, candidate)) {
    if (morpheme.length > LONGEST_MORPHEME || '一二三四五六七八九十两双个大的化性型式力度率者'.includes(morpheme)) continue;
    const proposal = runWith(context, candidate, morpheme, declared);
    if (proposal !== null) return proposal;
  }
  return null;
}

function runWith(context: SloganContext, candidate: Candidate, morpheme: string, declared: number): Proposal | null {
  const { text } = context;
  const { sentences } = context.document;
  const from = sentenceOf(context, candidate).start;
  const stretch = text.slice(from, from + FURTHEST_RUN);
  for (const mark of [`${morpheme}、`, `、${morpheme}`]) {
    for (let place = stretch.indexOf(mark); place !== -1; place = stretch.indexOf(mark, place + 1)) {
      const at = from + place;
      if (!isDense(text, at, morpheme, declared - 1)) continue;
      const sentence = sentences[indexAt(sentences, at)];
      if (sentence === undefined) continue;
      const span = { start: Math.max(sentence.start, at - 40), end: Math.min(sentence.end, at + LONGEST_RUN) };
      const proposal = runIn(context, candidate, span, morpheme, declared);
      if (proposal !== null) return proposal;
      place = sentence.end - from;
    }
  }
  return null;
}

/** The morpheme recurs at the distance of short members: 信息收集员、困难帮扶员、…. */
function isDense(text: string, offset: number, morpheme: string, times: number): boolean {
  let at = offset;
  for (let found = 1; found < times; found++) {
    const next = text.indexOf(morpheme, at + 2);
    if (next === -1 || next - at > 13) return false;
    at = next;
  }
  return true;
}

function runIn(context: SloganContext, candidate: Candidate, span: Span, morpheme: string, declared: number): Proposal | null {
  const { text } = context;
  const separators = readSeparators(text, span).slice(0, 40);
  if (separators.length < 2) return null;
  const starts = startBorders(text, span, separators, [morpheme]);
  const ends: Border[] = separators.slice(1).map((separator) => ({ at: separator.start, cost: 0.1, reason: 'mark' }));
  for (let at = text.indexOf(morpheme, span.start); at !== -1 && at < span.end; at = text.indexOf(morpheme, at + 1)) ends.push({ at: at + morpheme.length, cost: 0.2, reason: morpheme });
  ends.push({ at: span.end, cost: 0.1, reason: 'sentence' });
  const found = segmentRun({ text, separators, starts, ends, declared: [declared], isOpen: false, morphemes: [morpheme], knownMembers: [] });
  if (found === null || found.members.length !== declared || !found.hasMorpheme) return null;
  if (found.members.some((member) => member.end - member.start > 12)) return null;
  const isBehind = (found.members[0] as Span).start >= candidate.outer.end;
  return { how: isBehind && (found.members[0] as Span).start - candidate.outer.end <= 12 ? 'following' : 'affix', items: found.members, declared: found.declared, cost: Math.max(0.2, found.cost + 0.4), reasons: [`members with ${morpheme}`], enumeration: null };
}
