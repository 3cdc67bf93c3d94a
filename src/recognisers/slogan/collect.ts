import type { Document, Paragraph } from '../../document/document.js';
import { indexAt } from '../../document/sentences.js';
import type { Numeral } from '../../language/numerals.js';
import type { Quote } from '../../language/quotes.js';
import type { FormulationEntry, Lexicon } from '../../lexicon/lexicon.js';
import type { Span } from '../../text/span.js';
import { contains } from '../../text/span.js';
import type { Claims } from '../claims.js';
import { bareLabel, closesQuote } from './bare-label.js';
import type { Candidate } from './candidate.js';
import { glossaryLabel, opensLine } from './glossary-label.js';
import { type Label, quotedLabel } from './label.js';
import { mayOpenLabel, unquotedLabel } from './unquoted-label.js';
import { CLASSIFIERS } from './words.js';

/** Finds every place that may be a slogan, in text order and without overlap; quoted ones win over unquoted ones. */
export class CandidateCollector {
  private readonly found: Candidate[] = [];
  /** ends of the quoted ones and of those of the lexicon by their beginning */
  private readonly quoted = new Map<number, number>();
  private readonly known = new Map<number, number>();

  constructor(
    private readonly document: Document,
    private readonly claims: Claims,
    private readonly quotes: readonly Quote[],
    private readonly lexicon: Lexicon,
    private readonly date: string | null,
  ) {}

  collect(): Candidate[] {
    for (const quote of this.quotes) this.addQuoted(quote);
    for (const hit of this.document.terms) if (hit.term.kind === 'formulation') this.addTerm(hit);
    this.document.numerals.forEach((numeral) => {
      if (numeral.role === null) this.addUnquoted(numeral);
    });
    return withoutOverlap(this.found);
  }

  private addQuoted(quote: Quote): void {
    const { text, numerals } = this.document;
    const from = this.claims.indexFrom(quote.inner.start);
    const label = quotedLabel(text, quote.inner, numerals, from, text.slice(quote.end, quote.end + 10));
    if (label !== null) {
      this.quoted.set(label.start, label.end);
      this.add(label, quote, true, false);
    } else this.addQuotedHead(quote, from);
  }

  /** 四个“进一步”: numeral and classifier stand before the quotation. */
  private addQuotedHead(quote: Quote, from: number): void {
    const { text, numerals } = this.document;
    const numeral = numerals[from - 1];
    if (
      numeral === undefined ||
      numeral.form !== 'han' ||
      numeral.role !== null ||
      numeral.value === null ||
      numeral.value < 2 ||
      numeral.value > 30
    )
      return;
    if (quote.start - numeral.end !== 1 || !'个大项种'.includes(text.charAt(numeral.end))) return;
    if (quote.inner.end - quote.inner.start > 8 || '第每'.includes(text.charAt(numeral.start - 1) || '\n')) return;
    const span = { start: numeral.start, end: quote.end };
    const label: Label = {
      ...span,
      numerals: [numeral.value],
      declared: [numeral.value],
      classifier: text.charAt(numeral.end),
      head: quote.inner,
    };
    this.add(label, span, true, false);
  }

  private addTerm(hit: Span & { term: { key: string } }): void {
    if (this.quoted.get(hit.start) === hit.end) return;
    const from = this.claims.indexFrom(hit.start);
    if (this.isClaimedByOthers(hit, from)) return;
    const entry = this.lexicon.lookup(hit.term.key, { date: this.date });
    if (entry === null) return;
    const { text, numerals } = this.document;
    const label = quotedLabel(text, hit, numerals, from, '') ?? this.plainLabel(hit, from, entry.count);
    if (label === null) return;
    this.known.set(label.start, label.end);
    this.add(label, hit, false, !entry.fixed);
  }

  /** The label of a formulation that is not built like one: 不忘初心、牢记使命. null when it holds no numeral. */
  private plainLabel(hit: Span, from: number, count: number | null): Label | null {
    const { text, numerals } = this.document;
    const values: (number | null)[] = [];
    for (let i = from; i < numerals.length && (numerals[i] as Numeral).start < hit.end; i++)
      if (contains(hit, numerals[i] as Numeral)) values.push((numerals[i] as Numeral).value);
    if (values.length === 0) return null;
    const first = numerals[from] as Numeral;
    const hasClassifier =
      first.start === hit.start && CLASSIFIERS.has(text.charCodeAt(first.end)) && hit.end - first.end >= 2;
    return {
      start: hit.start,
      end: hit.end,
      numerals: values,
      declared: count === null ? [] : [count],
      classifier: hasClassifier ? text.charAt(first.end) : null,
      head: { start: Math.min(hit.end - 1, first.end + (hasClassifier ? 1 : 0)), end: hit.end },
    };
  }

  /** A numeral of the term that is already a date or a name: 三农 inside 十三农场. */
  private isClaimedByOthers(hit: Span, from: number): boolean {
    const numeral = this.document.numerals[from];
    return (
      numeral !== undefined &&
      numeral.start < hit.end &&
      (numeral.start < hit.start || (numeral.role !== null && numeral.role !== 'slogan'))
    );
  }

  private addUnquoted(numeral: Numeral): void {
    const { text, sentences } = this.document;
    if (!mayOpenLabel(text, numeral) && !opensLine(text, numeral.start) && !closesQuote(text, numeral.start)) return;
    const sentence = sentences[indexAt(sentences, numeral.start)];
    if (sentence === undefined) return;
    const label =
      glossaryLabel(text, numeral, this.document.numerals, this.claims) ??
      unquotedLabel(text, numeral, sentence.end) ??
      bareLabel(text, numeral);
    if (label !== null && (this.known.get(label.start) ?? 0) < label.end) this.add(label, label, false, true);
  }

  private add(label: Label, outer: Span, isQuoted: boolean, needsProof: boolean): void {
    const { document } = this;
    const sentence = indexAt(document.sentences, label.start);
    const paragraph: Paragraph | undefined = document.paragraphs[document.sentences[sentence]?.paragraph ?? -1];
    if (paragraph === undefined || paragraph.kind === 'furniture') return;
    const text = document.view.label(label);
    const entry: FormulationEntry | null = this.lexicon.lookup(text, { date: this.date });
    const isFixed = entry?.fixed === true;
    const declared =
      entry?.count != null && !label.declared.includes(entry.count) ? [entry.count, ...label.declared] : label.declared;
    this.found.push({
      start: label.start,
      end: label.end,
      outer: { start: outer.start, end: outer.end },
      isQuoted,
      numerals: label.numerals,
      declared,
      classifier: label.classifier,
      head: label.head,
      label: text,
      lexicon: entry?.key ?? null,
      knownMembers: entry?.members ?? [],
      isFixed,
      needsProof: needsProof && !isFixed,
      sentence,
    });
  }
}

/** Of candidates that overlap one stays. */
function withoutOverlap(candidates: readonly Candidate[]): Candidate[] {
  const inOrder = [...candidates].sort((a, b) => a.start - b.start);
  const kept: Candidate[] = [];
  for (let from = 0; from < inOrder.length; ) {
    const to = endOfKnot(inOrder, from);
    if (to === from + 1) kept.push(inOrder[from] as Candidate);
    else kept.push(...bestOf(inOrder.slice(from, to)));
    from = to;
  }
  return kept;
}

/** Index behind the last candidate of those that hang together, each overlapping one before it. */
function endOfKnot(inOrder: readonly Candidate[], from: number): number {
  let { end } = inOrder[from] as Candidate;
  let to = from + 1;
  for (let next = inOrder[to]; next !== undefined && next.start < end; next = inOrder[++to])
    end = Math.max(end, next.end);
  return to;
}

/** The quoted ones stay, then those that need no proof, then the longer ones. */
function bestOf(knot: readonly Candidate[]): Candidate[] {
  const ranked = [...knot].sort(
    (a, b) =>
      Number(b.isQuoted) - Number(a.isQuoted) ||
      Number(a.needsProof) - Number(b.needsProof) ||
      b.end - b.start - (a.end - a.start),
  );
  const kept: Candidate[] = [];
  const taken = new Set<number>();
  for (const candidate of ranked) {
    let isFree = true;
    for (let i = candidate.start; i < candidate.end && isFree; i++) isFree = !taken.has(i);
    if (!isFree) continue;
    for (let i = candidate.start; i < candidate.end; i++) taken.add(i);
    kept.push(candidate);
  }
  return kept.sort((a, b) => a.start - b.start);
}
