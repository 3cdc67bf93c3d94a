import { CharClass, charClasses } from './char-class.js';
import { cleanText, type Edit } from './clean.js';
import { type Script, scriptOf, simplify } from './script.js';
import type { Span } from './span.js';

/**
 * The text that every matcher reads, with the way back into the source: simplified, without page debris, one form of each
 * mark (quotes “ ”, ，；：（） next to Han text, half-width figures), no blank between a figure and Han text.
 */
export class View {
  readonly text: string;
  readonly source: string;
  readonly script: Script;
  /** `text === source`, asked once: comparing two long strings for every record would be quadratic */
  readonly isIdentity: boolean;
  private readonly starts: Int32Array | null;
  private readonly ends: Int32Array | null;

  constructor(source: string, text: string, script: Script, starts: Int32Array | null, ends: Int32Array | null) {
    this.source = source;
    this.text = text;
    this.script = script;
    this.starts = starts;
    this.ends = ends;
    this.isIdentity = starts === null && text === source;
  }

  /** The place in the source of a place in the view. Debris behind the last character belongs to it: 三個環(huán)節(jié). */
  toSource(span: Span): Span {
    const { starts } = this;
    if (starts === null) return { start: span.start, end: span.end };
    const start = span.start < starts.length ? (starts[span.start] as number) : this.source.length;
    return { start, end: span.end > span.start ? this.sourceEnd(starts, span.end - 1) : start };
  }

  private sourceEnd(starts: Int32Array, last: number): number {
    return this.ends === null ? (starts[last] as number) + 1 : (this.ends[last] as number);
  }

  /** Text of a span for people and for grouping: as in the view, without inner blanks and line breaks between Han characters. */
  label(span: Span): string {
    return withoutInnerBlanks(this.text.slice(span.start, span.end));
  }
}

/** Drops blanks, but keeps one between Latin words: 二十国集团 G20 summit. */
export function withoutInnerBlanks(text: string): string {
  const first = blankFrom(text, 0);
  return first === text.length ? text : dropBlanks(text, first);
}

/** Place of the first blank or line end from `offset` on; the length of the text when there is none. */
function blankFrom(text: string, offset: number): number {
  const classes = charClasses();
  for (let at = offset; at < text.length; at++) if (isBlankOrLineEnd(classes, text.charCodeAt(at))) return at;
  return text.length;
}

function isBlankOrLineEnd(classes: Uint8Array, code: number): boolean {
  const kind = classes[code];
  return kind === CharClass.blank || kind === CharClass.lineEnd;
}

function dropBlanks(text: string, first: number): string {
  const classes = charClasses();
  let kept = '';
  let from = 0;
  for (let at = first; at < text.length; at = blankFrom(text, from)) {
    kept += text.slice(from, at);
    from = at + 1;
    while (from < text.length && isBlankOrLineEnd(classes, text.charCodeAt(from))) from++;
    if (isLatinOrFigure(text.charCodeAt(at - 1)) && isLatinOrFigure(text.charCodeAt(from))) kept += ' ';
  }
  return kept + text.slice(from);
}

function isLatinOrFigure(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/**
 * Makes the view of a source text.
 * @param edits replacements to read instead of damaged stretches, in text order, not overlapping
 */
export function createView(source: string, edits: readonly Edit[] = []): View {
  const cleaned = cleanText(source, edits);
  const script = scriptOf(source, cleaned.traditional);
  if (script === 'hans') return new View(source, cleaned.text, script, cleaned.starts, cleaned.ends);
  const simplified = simplify(cleaned.text);
  return new View(source, simplified, script, cleaned.starts, cleaned.ends);
}
