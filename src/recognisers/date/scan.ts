import type { Document } from '../../document/document.js';
import type { Numeral } from '../../language/numerals.js';
import type { CalendarEntry } from '../../lexicon/calendar.js';
import type { Span } from '../../text/span.js';

/** A calendar word at its place in the text. */
export interface CalendarHit extends Span {
  entry: CalendarEntry;
}

/** What matching looks at: the text, the numerals that nobody has taken, the calendar words. Look-ups by offset. */
export class Scan {
  readonly text: string;
  readonly numerals: readonly Numeral[];
  readonly hits: readonly CalendarHit[];
  /** where the last look-ups ended; the next one is near */
  private numeralCursor = 0;
  private hitCursor = 0;

  constructor(document: Document) {
    this.text = document.text;
    this.numerals = behindItemNumbers(document.text, document.numerals);
    this.hits = calendarHits(document);
  }

  char(offset: number): string {
    return this.text.charAt(offset);
  }

  /** UTF-16 code unit at `offset`; NaN outside the text. */
  code(offset: number): number {
    return this.text.charCodeAt(offset);
  }

  /** The free numeral that begins at `offset`. */
  numeralAt(offset: number): Numeral | null {
    const at = firstFrom(this.numerals, offset, this.numeralCursor);
    this.numeralCursor = at;
    const found = this.numerals[at];
    return found !== undefined && found.start === offset && found.role === null ? found : null;
  }

  hitAt(offset: number): CalendarHit | null {
    const at = firstFrom(this.hits, offset, this.hitCursor);
    this.hitCursor = at;
    const found = this.hits[at];
    return found !== undefined && found.start === offset ? found : null;
  }
}

/** Index of the first span that begins at `offset` or later, walking from the index `near`. */
function firstFrom(spans: readonly Span[], offset: number, near: number): number {
  let at = near;
  while (at > 0 && (spans[at - 1] as Span).start >= offset) at--;
  while (at < spans.length && (spans[at] as Span).start < offset) at++;
  return at;
}

const ITEM_AND_YEAR = /^[1-9]\d?\.(?:19|20)\d\d$/;
const ITEM_AND_MONTH = /^[1-9]\d?\.(?:1[0-2]|[1-9])$/;

/** 1.2025年重点工作, 3.1月经济指数: the number of the item has run into the year or month. The list itself where that is nowhere. */
function behindItemNumbers(text: string, numerals: readonly Numeral[]): readonly Numeral[] {
  let changed: Numeral[] | null = null;
  for (let i = 0; i < numerals.length; i++) {
    const numeral = numerals[i] as Numeral;
    if (numeral.form !== 'digits' || numeral.value === null || Number.isInteger(numeral.value)) continue;
    const own = behindItemNumber(text, numeral);
    if (own === numeral) continue;
    changed ??= numerals.slice();
    changed[i] = own;
  }
  return changed ?? numerals;
}

function behindItemNumber(text: string, numeral: Numeral): Numeral {
  const unit = text.charAt(numeral.end);
  if (unit !== '年' && unit !== '月') return numeral;
  if (/[A-Za-z_]/.test(text.charAt(numeral.start - 1))) return numeral;
  const written = text.slice(numeral.start, numeral.end);
  if (!(unit === '年' ? ITEM_AND_YEAR : ITEM_AND_MONTH).test(written)) return numeral;
  const start = numeral.start + written.indexOf('.') + 1;
  return { ...numeral, start, value: Number(text.slice(start, numeral.end)) };
}

/** Calendar words, also where another list holds them (五一 is an idiom, too), outside page furniture: 今天是…星期六 at the head of a page is nobody's date. */
function calendarHits(document: Document): CalendarHit[] {
  const furniture = document.paragraphs.filter((paragraph) => paragraph.kind === 'furniture');
  const found: CalendarHit[] = [];
  let next = 0;
  for (const { term, start, end } of document.terms) {
    const entry = term.calendar;
    if (entry == null) continue;
    if (term.kind !== 'calendar' && isExcluded(document.text, start, end, entry)) continue;
    while (next < furniture.length && (furniture[next] as Span).end <= start) next++;
    const isFurniture = next < furniture.length && (furniture[next] as Span).start <= start;
    if (!isFurniture) found.push({ start, end, entry });
  }
  return found;
}

function isExcluded(text: string, start: number, end: number, { notBefore, notAfter }: CalendarEntry): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  return (before !== '' && (notAfter ?? '').includes(before)) || (after !== '' && (notBefore ?? '').includes(after));
}

/** Offset behind one blank at `offset`: 2018年 10月. */
export function skipBlank(text: string, offset: number): number {
  return text.charCodeAt(offset) === 0x20 ? offset + 1 : offset;
}

const [TO, UP_TO] = [0x81f3, 0x5230];

/** — – - － ~ ～ 〜 ― ─ 至 到 */
function isConnector(code: number): boolean {
  switch (code) {
    case 0x2014:
    case 0x2013:
    case 0x2d:
    case 0xff0d:
    case 0x7e:
    case 0xff5e:
    case 0x301c:
    case 0x2015:
    case 0x2500:
    case TO:
    case UP_TO:
      return true;
    default:
      return false;
  }
}

/** Offset behind what joins the ends of a range (至, 到, —, -, ～), blanks around it included; `offset` itself when there is none. */
export function connectorEnd(text: string, offset: number): number {
  let at = skipBlank(text, offset);
  const mark = text.charCodeAt(at);
  if (!isConnector(mark)) return offset;
  at++;
  if (text.charCodeAt(at) === mark && mark !== TO && mark !== UP_TO) at++;
  return skipBlank(text, at);
}

/** The first of the words that stands at `offset`; they are tried in their order, so longer ones come first. */
export function wordAt(text: string, offset: number, words: readonly string[]): string | null {
  for (const word of words) if (text.startsWith(word, offset)) return word;
  return null;
}
