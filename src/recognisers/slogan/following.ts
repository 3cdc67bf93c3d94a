import type { Span } from '../../text/span.js';
import { BEHIND_LABEL } from './connectors.js';
import type { Candidate } from './candidate.js';
import { closingMark, isEtc, paragraphOf, sentenceOf, type SloganContext } from './context.js';
import { COSTS } from './costs.js';
import { morphemesOf } from './morphemes.js';
import type { Proposal } from './proposal.js';
import { LONGEST_RUN, readSeparators, type Separator } from './run.js';
import { type Border, segmentRun } from './segment.js';

interface Opening {
  at: number;
  form: string;
  /** the connector is a mere mark or 是: the count has to agree */
  isWeak: boolean;
}

const LONGEST_TAIL = 14;

/** The list behind its name: “四个统一”，就是要…；…；…  ·  五个坚持：坚持…、坚持…  ·  三个方面下功夫：…、…. */
export function proposeFollowing(context: SloganContext, candidate: Candidate): Proposal | null {
  const { text } = context;
  const opening = openingBehind(text, candidate, sentenceOf(context, candidate).end);
  return opening === null ? null : proposeFrom(context, candidate, opening);
}

function proposeFrom(context: SloganContext, candidate: Candidate, opening: Opening): Proposal | null {
  const { text } = context;
  const paragraph = paragraphOf(context, candidate);
  const morphemes = morphemesOf(context, candidate);
  const limit = Math.min(paragraph.end, opening.at + LONGEST_RUN);
  const stop = stopIn(text, opening.at, limit);
  const whole = quotedWhole(context, opening.at, stop);
  const span: Span = whole ?? { start: opening.at, end: stop };
  const separators = readSeparators(text, span).slice(0, 40);
  if (separators.length === 0) return null;
  const starts: Border[] = [{ at: span.start, cost: 0, reason: opening.form }];
  starts.push(...leadEnds(text, span, separators[0] as Separator));
  const ends = whole === null ? endBorders(context, candidate, span, separators) : [{ at: span.end, cost: 0, reason: 'quotation mark' }];
  const isOpen = ends.some((end) => end.reason === '等');
  const found = segmentRun({ text, separators, starts, ends, declared: candidate.declared, isOpen, morphemes });
  if (found === null) return null;
  const reasons = [`behind ${opening.form}`, `level ${found.level}`, `ends at ${found.end}`];
  if (found.hasMorpheme) reasons.push('members carry the morpheme of the head');
  const isCounted = found.declared === found.members.length;
  const cost = found.cost + (opening.isWeak && !isCounted && !found.hasMorpheme ? 1 : 0);
  return { how: 'following', items: found.members, declared: found.declared, cost, reasons, enumeration: null };
}

/** The connector behind a label, at most a few words after it; null when there is none. */
function openingBehind(text: string, candidate: Candidate, limit: number): Opening | null {
  let at = candidate.outer.end;
  const furthest = Math.min(limit, at + LONGEST_TAIL);
  for (let i = at; i <= furthest; i++) {
    const mark = text.charAt(i);
    if (mark === '：') return { at: skipConnector(text, i + 1), form: '：', isWeak: false };
    if (text.startsWith('——', i)) return { at: i + 2, form: '——', isWeak: false };
    if (mark === '，' || i === candidate.outer.end) {
      const opening = connectorAt(text, mark === '，' ? i + 1 : i, mark !== '，');
      if (opening !== null) return opening;
    }
    if (mark === '，' || mark === '；' || mark === '、' || mark === '。' || mark === '（' || mark === '\n') return null;
    at = i;
  }
  return null;
}

/** ：包括…, ：一是 — a connector behind the colon belongs to it. */
function skipConnector(text: string, offset: number): number {
  const connector = BEHIND_LABEL.find((form) => form.length > 1 && text.startsWith(form, offset));
  return connector === undefined ? offset : skipMark(text, offset + connector.length);
}

function skipMark(text: string, offset: number): number {
  return '：，'.includes(text.charAt(offset) || '\n') ? offset + 1 : offset;
}

function connectorAt(text: string, offset: number, isAttached: boolean): Opening | null {
  const form = BEHIND_LABEL.find((candidate) => text.startsWith(candidate, offset));
  if (form === undefined) return null;
  if (!isAttached && (form === '是' || form === '为' || form === '指')) return null;
  let at = skipMark(text, offset + form.length);
  const second = text.slice(at, at + 26).match(/^[^，。；、：“]{1,20}，(?:主要|具体)?包括/);
  if (form.endsWith('指') && second !== null) at += second[0].length;
  return { at, form, isWeak: form === '是' || form === '为' || form === '分为' };
}

/** End of the sentence that the list stands in; a stop inside quotation marks or brackets does not end it. */
function stopIn(text: string, from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    const mark = text.charAt(i);
    if (mark === '。' || mark === '！' || mark === '？') return i;
    if (mark === '“' || mark === '（') i = Math.max(i, closingMark(text, i, limit));
    if (mark === '）') return i;
  }
  return limit;
}

function quotedWhole(context: SloganContext, at: number, stop: number): Span | null {
  const quote = context.quotes.find((candidate) => candidate.start === at);
  if (quote === undefined || quote.end > stop + 1 || readSeparators(context.text, quote.inner).length === 0) return null;
  return '、和与“'.includes(context.text.charAt(quote.end) || '\n') ? null : quote.inner;
}

/** 八个优势是指发挥…: a governing word before the first member, when it governs all. */
function leadEnds(text: string, span: Span, first: Separator): Border[] {
  const borders: Border[] = [];
  const next = text.slice(first.end, first.end + 2);
  for (let at = span.start + 1; at < first.start && at - span.start <= 8; at++)
    if (text.startsWith(next, at)) borders.push({ at, cost: COSTS.startBySharedStart, reason: `like ${next}` });
  return borders;
}

const END_COSTS = { semicolon: COSTS.endAtSemicolon, comma: COSTS.endAtComma, pause: COSTS.endAtPause, stop: COSTS.endAtSentence, and: 3, quote: 1.5 } as const;

/** Where the list may end: at the sentence's end, at marks, at 等, and before a label that closes the same list. */
function endBorders(context: SloganContext, candidate: Candidate, span: Span, separators: readonly Separator[]): Border[] {
  const { text } = context;
  const ends: Border[] = [{ at: span.end, cost: COSTS.endAtSentence, reason: 'sentence' }];
  for (const separator of separators.slice(1)) ends.push({ at: separator.start, cost: END_COSTS[separator.kind], reason: separator.kind });
  for (let i = span.start; i < span.end; i++) if (isEtc(text, i)) ends.push({ at: i, cost: COSTS.endAtOpen, reason: '等' });
  for (const other of context.candidates) {
    if (other.outer.start <= span.start || other === candidate) continue;
    if (other.outer.start >= span.end) break;
    if (other.declared.some((count) => candidate.declared.includes(count))) ends.push({ at: other.outer.start, cost: COSTS.endAtOpen, reason: 'the next label' });
  }
  return ends;
}

/** The list in brackets behind its name: “六大顽瘴痼疾”（违反…；违规…；…）. */
export function proposeParenthesis(context: SloganContext, candidate: Candidate): Proposal | null {
  const { text } = context;
  const open = candidate.outer.end;
  if (text.charAt(open) !== '（') return null;
  const close = closingMark(text, open, Math.min(text.length, open + LONGEST_RUN));
  if (close === -1) return null;
  const start = skipConnectorIn(text, open + 1);
  const span = { start, end: close };
  const separators = readSeparators(text, span).slice(0, 40);
  if (separators.length === 0) return null;
  const ends: Border[] = [{ at: close, cost: 0, reason: 'bracket' }];
  for (let i = start; i < close; i++) if (isEtc(text, i)) ends.push({ at: i, cost: 0, reason: '等' });
  const found = segmentRun({ text, separators, starts: [{ at: start, cost: 0, reason: 'bracket' }], ends, declared: candidate.declared, isOpen: ends.length > 1, morphemes: morphemesOf(context, candidate) });
  if (found === null) return null;
  return { how: 'parenthesis', items: found.members, declared: found.declared, cost: found.cost, reasons: ['in brackets', `level ${found.level}`], enumeration: null };
}

function skipConnectorIn(text: string, offset: number): number {
  const form = BEHIND_LABEL.find((candidate) => text.startsWith(candidate, offset));
  return form === undefined ? offset : skipMark(text, offset + form.length);
}
