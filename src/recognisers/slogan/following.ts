import { firstFrom, type Span } from '../../text/span.js';
import { evenStart, innerBorders } from './borders.js';
import { type Candidate, countsOf } from './candidate.js';
import { closingMark, fellowsOf, paragraphOf, type SloganContext, sentenceOf } from './context.js';
import { COSTS } from './costs.js';
import { endBorders } from './list-ends.js';
import { readMarked } from './marked-members.js';
import { morphemesOf } from './morphemes.js';
import { type Opening, openingBehind, plainOpening } from './opening.js';
import type { Proposal } from './proposal.js';
import { LONGEST_RUN, readSeparators, type Separator } from './run.js';
import { type Border, type Segmentation, segmentRun } from './segment.js';
import { provesItself } from './self-evident.js';
import { isUnevenPair } from './uneven-pair.js';

/** The list behind its name: “四个统一”，就是要…；…；…  ·  五个坚持：坚持…、坚持…  ·  三个方面下功夫：…、…. */
export function proposeFollowing(context: SloganContext, candidate: Candidate): Proposal | null {
  const { text } = context;
  const limit = sentenceOf(context, candidate).end;
  const opening =
    openingBehind(text, candidate, limit) ?? plainOpening(text, candidate, paragraphOf(context, candidate).end);
  if (opening === null || sharesOpening(context, candidate) || explainsParts(text, candidate, opening.at)) return null;
  return opensEnumeration(context, opening.at) ? null : proposeFrom(context, candidate, opening);
}

/** ：一是…；二是…: what the text numbers is offered as that. */
function opensEnumeration(context: SloganContext, at: number): boolean {
  const { enumerations } = context.document;
  const enumeration = enumerations[firstFrom(enumerations, at - 1)];
  return enumeration !== undefined && enumeration.start <= at + 2 && enumeration.items.length > 1;
}

/** “两高三强”：两高指…，三强指…: a compound whose parts are explained one by one has no list of its own. */
export function explainsParts(text: string, candidate: Candidate, at: number): boolean {
  if (candidate.numerals.length < 2) return false;
  if (FIGURE.test(text.slice(at, at + 12))) return true;
  const start = '“‘'.includes(text.charAt(at)) ? at + 1 : at;
  const first = text.slice(candidate.start, candidate.start + 2);
  return (
    text.startsWith(first, start) && /^[^，。；]{0,8}(?:指|是|为|即|就是|：)/.test(text.slice(start + 2, start + 14))
  );
}

/** “4321”: 第一个“4”指…，“3”指…. */
const FIGURE = /^\n?(?:其中，?)?(?:第一个)?“[\d一二三四五六七八九N]”(?:就?是?指|就?是|即|代表|为)/;

/** “四个坚持”和“四个共同”，即…: two labels of one list; each takes the clauses with its own morpheme. */
function sharesOpening(context: SloganContext, candidate: Candidate): boolean {
  return fellowsOf(context, candidate).some(
    (other) => other !== candidate && /^(?:和|与|及|、)$/.test(between(context.text, other, candidate)),
  );
}

function between(text: string, a: Candidate, b: Candidate): string {
  const [first, second] = a.outer.start < b.outer.start ? [a, b] : [b, a];
  return text.slice(first.outer.end, second.outer.start);
}

function proposeFrom(context: SloganContext, candidate: Candidate, opening: Opening): Proposal | null {
  const { text } = context;
  const paragraph = listParagraph(context, candidate, opening);
  if (paragraph === null) return null;
  const morphemes = morphemesOf(context, candidate);
  const limit = Math.min(paragraph.end, opening.at + LONGEST_RUN);
  const stop = stopIn(text, opening.at, limit);
  const whole = quotedWhole(context, opening.at, stop);
  const span: Span = whole ?? { start: opening.at, end: stop };
  const separators = readSeparators(text, span, mostSeparators(candidate)).slice(0, 40);
  if (separators.length === 0) return null;
  const starts: Border[] = [{ at: span.start, cost: 0, reason: opening.form }];
  if (!opening.isPlain) starts.push(...leadEnds(text, span, separators, morphemes));
  const ends =
    whole === null
      ? endBorders(context, candidate, span, separators)
      : [{ at: span.end, cost: 0, reason: 'quotation mark' }];
  const found = segmentRun({
    text,
    separators,
    starts,
    ends,
    declared: countsOf(candidate),
    isOpen: false,
    isEnclosed: whole !== null,
    morphemes,
    knownMembers: candidate.knownMembers,
  });
  if (found === null) return null;
  if (isUnevenPair(found.members)) return null;
  const marked = readMarked(text, found.members);
  if (opening.isPlain && marked === null && !provesItself(found, text, morphemes)) return null;
  return {
    how: marked?.how ?? 'following',
    items: marked?.items ?? found.members,
    declared: found.declared,
    cost: costOf(found, opening),
    reasons: reasonsOf(found, opening),
    enumeration: null,
  };
}

/** The paragraph that the list stands in: the label's own, or the next one where the label and a colon fill a line (三资：⏎资金、资产、资源。). */
function listParagraph(context: SloganContext, candidate: Candidate, opening: Opening): Span | null {
  const own = paragraphOf(context, candidate);
  if (opening.at < own.end) return own;
  const { paragraphs, sentences } = context.document;
  const index = sentences[candidate.sentence]?.paragraph ?? -1;
  const next = paragraphs[index + 1];
  const isLine = own.end - own.start <= LONGEST_LINE && opening.form === '：';
  return isLine && next !== undefined && next.kind === 'text' ? next : null;
}

const LONGEST_LINE = 30;

function costOf(found: Segmentation, opening: Opening): number {
  const isCounted = found.declared === found.members.length;
  const isUnproven = opening.isWeak && !isCounted && !found.hasMorpheme;
  const isCutOff = found.end === '等' && found.level === 'comma' && !isCounted;
  return (
    found.cost +
    (isUnproven ? 1 : 0) +
    (isCutOff ? COSTS.clausesBeforeEtc : 0) -
    (isCounted && !opening.isWeak ? COSTS.announced : 0)
  );
}

function reasonsOf(found: Segmentation, opening: Opening): string[] {
  const reasons = [`behind ${opening.form}`, `level ${found.level}`, `ends at ${found.end}`];
  if (found.hasMorpheme) reasons.push('members carry the morpheme of the head');
  return reasons;
}

/** Members that hold a few marks each; a list that goes on much longer than declared is none. */
function mostSeparators(candidate: Candidate): number {
  return 5 * Math.max(2, ...candidate.declared) + 4;
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
  const quote = context.quotesByStart.get(at);
  if (quote === undefined || quote.end > stop + 1 || readSeparators(context.text, quote.inner).length === 0)
    return null;
  return '、和与“'.includes(context.text.charAt(quote.end) || '\n') ? null : quote.inner;
}

/** 八个优势是指发挥…: a governing word before the first member, when it governs all. */
function leadEnds(text: string, span: Span, separators: readonly Separator[], morphemes: readonly string[]): Border[] {
  const first = separators[0] as Separator;
  const borders: Border[] = [];
  const even = evenStart(text, span, separators, 0);
  if (even !== null) borders.push(even);
  innerBorders(
    text,
    { start: span.start, end: first.start },
    text.slice(first.end, first.end + 2),
    morphemes,
    borders,
    (separators[1]?.start ?? span.end) - first.end,
  );
  return borders
    .filter((border) => border.at > span.start && !border.reason.startsWith('behind'))
    .sort((a, b) => a.at - b.at);
}
