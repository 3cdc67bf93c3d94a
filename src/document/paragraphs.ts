import type { Numeral } from '../language/numerals.js';
import { CharClass, charClasses } from '../text/char-class.js';
import type { Span } from '../text/span.js';
import type { Marker, ParagraphKind } from './document.js';
import { ANY_TRAIT, traitsOf } from './line-traits.js';
import { readMarker } from './markers.js';

/** What a reader of HTML, DOCX or PDF knows about a stretch of the view: `h1`, `p`, `li`, `title`, `furniture` … */
export interface BlockHint extends Span {
  kind: string;
  level: number | null;
}

export type LineEnding = 'stop' | 'semicolon' | 'colon' | 'comma' | 'none';

/** A paragraph on its way to being told apart, with what can be seen of it from outside. */
export interface Line extends Span {
  text: string;
  kind: ParagraphKind;
  /** blank lines above it: pictures leave three and more */
  gap: number;
  ending: LineEnding;
  /** 。！？ in it, the last one included */
  stops: number;
  marker: Marker | null;
  hint: BlockHint | null;
  /** bits of `Trait`: what characters stand in it */
  traits: number;
}

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

/** Lines of the view without the blanks around them; empty ones are only counted, as the gap above the next. */
export function readLines(
  text: string,
  marks: readonly number[],
  numerals: readonly Numeral[],
  hints: readonly BlockHint[],
): Line[] {
  const classes = charClasses();
  const lines: Line[] = [];
  const cursor = { numeral: 0, hint: 0 };
  let [gap, start, mark] = [0, 0, 0];
  while (start <= text.length) {
    let stops = 0;
    for (; mark < marks.length; mark++) {
      const kind = classes[text.charCodeAt(marks[mark] as number)] as number;
      if (kind === CharClass.lineEnd) break;
      if (kind === CharClass.sentenceEnd) stops++;
    }
    let end = marks[mark++] ?? text.length;
    const span = trimBlanks(text, start, end);
    if (span.start < span.end) lines.push(lineAt(text, span, { gap, stops }, numerals, hints, cursor));
    gap = span.start < span.end ? 0 : gap + 1;
    if (text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED) {
      end++;
      mark++;
    }
    start = end + 1;
  }
  return lines;
}

/** The span without blanks and invisible marks at both ends. */
export function trimBlanks(text: string, from: number, to: number): Span {
  const classes = charClasses();
  let start = from;
  let end = to;
  while (start < end && isBlank(classes, text.charCodeAt(start))) start++;
  while (end > start && isBlank(classes, text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isBlank(classes: Uint8Array, code: number): boolean {
  const kind = classes[code];
  return kind === CharClass.blank || kind === CharClass.lineEnd || code === 0xfeff || code === 0x200b;
}

function lineAt(
  text: string,
  span: Span,
  seen: { gap: number; stops: number },
  numerals: readonly Numeral[],
  hints: readonly BlockHint[],
  cursor: { numeral: number; hint: number },
): Line {
  while (cursor.numeral < numerals.length && (numerals[cursor.numeral] as Numeral).end <= span.start) cursor.numeral++;
  while (cursor.hint < hints.length && (hints[cursor.hint] as BlockHint).end <= span.start) cursor.hint++;
  const hint = hints[cursor.hint];
  const ending = endingOf(text, span);
  return {
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    kind: 'text',
    gap: seen.gap,
    ending,
    stops: seen.stops,
    marker: readMarker(text, span, numerals, cursor.numeral),
    hint: hint !== undefined && hint.start <= span.start ? hint : null,
    traits: isLookedAt(span.end - span.start, ending) ? traitsOf(text, span.start, span.end) : ANY_TRAIT,
  };
}

/** Lines that can be something else than text: short ones, and longer ones without the end of a sentence. */
const SHORT_LINE = 60;
const LONG_LINE = 120;

function isLookedAt(length: number, ending: LineEnding): boolean {
  return length <= SHORT_LINE || (length <= LONG_LINE && ending !== 'stop');
}

/** The mark that closes the line, closing quotation marks and brackets passed over: 开好局、起好步。” */
function endingOf(text: string, span: Span): LineEnding {
  const classes = charClasses();
  let at = span.end - 1;
  while (at > span.start && classes[text.charCodeAt(at)] === CharClass.close) at--;
  const mark = text[at];
  switch (classes[text.charCodeAt(at)]) {
    case CharClass.sentenceEnd:
      return 'stop';
    case CharClass.pause:
      return 'comma';
    case CharClass.clauseEnd:
      return mark === '；' || mark === ';' ? 'semicolon' : mark === '：' || mark === ':' ? 'colon' : 'comma';
    default:
      return mark === '…' ? 'stop' : 'none';
  }
}

function countStops(text: string, span: Span): number {
  const classes = charClasses();
  let count = 0;
  for (let i = span.start; i < span.end; i++) if (classes[text.charCodeAt(i)] === CharClass.sentenceEnd) count++;
  return count;
}

/** Makes a line out of a part of another one, for text whose line breaks were lost. */
export function partOfLine(text: string, line: Line, start: number, end: number, numerals: readonly Numeral[]): Line {
  const span = trimBlanks(text, start, end);
  const part = lineAt(text, span, { gap: 0, stops: countStops(text, span) }, numerals, [], { numeral: 0, hint: 0 });
  return { ...part, hint: line.hint };
}

/** True for a line that carries the text itself: whole sentences, or too long to be a heading or a caption. */
export function isBody(line: Line): boolean {
  if (line.kind !== 'text') return false;
  return line.stops > 1 || (line.ending === 'stop' && line.text.length > 12) || line.text.length > 90;
}
