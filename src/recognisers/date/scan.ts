import type { Document } from '../../document/document.js';
import type { Numeral } from '../../language/numerals.js';
import { type CalendarEntry, calendarEntry } from '../../lexicon/calendar.js';
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

  constructor(document: Document) {
    this.text = document.text;
    this.numerals = document.numerals.map((numeral) => behindItemNumber(document.text, numeral));
    this.hits = calendarHits(document);
  }

  char(offset: number): string {
    return this.text.charAt(offset);
  }

  /** The free numeral that begins at `offset`. */
  numeralAt(offset: number): Numeral | null {
    const found = startingAt(this.numerals, offset);
    return found === null || found.role !== null ? null : found;
  }

  hitAt(offset: number): CalendarHit | null {
    return startingAt(this.hits, offset);
  }
}

const ITEM_AND_YEAR = /^[1-9]\d?\.(?:19|20)\d\d$/;
const ITEM_AND_MONTH = /^[1-9]\d?\.(?:1[0-2]|[1-9])$/;

/** 1.2025年重点工作, 3.1月经济指数: the number of the item has run into the year or month. */
function behindItemNumber(text: string, numeral: Numeral): Numeral {
  const unit = text.charAt(numeral.end);
  if ((unit !== '年' && unit !== '月') || numeral.form !== 'digits') return numeral;
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
    const entry = calendarEntry(term.form);
    if (entry !== null && term.kind !== 'calendar' && isExcluded(document.text, start, end, entry)) continue;
    while (next < furniture.length && (furniture[next] as Span).end <= start) next++;
    const isFurniture = next < furniture.length && (furniture[next] as Span).start <= start;
    if (entry !== null && !isFurniture) found.push({ start, end, entry });
  }
  return found;
}

function isExcluded(text: string, start: number, end: number, { notBefore, notAfter }: CalendarEntry): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  return (before !== '' && (notAfter ?? '').includes(before)) || (after !== '' && (notBefore ?? '').includes(after));
}

function startingAt<T extends Span>(spans: readonly T[], offset: number): T | null {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as T).start < offset) low = middle + 1;
    else high = middle;
  }
  const found = spans[low];
  return found !== undefined && found.start === offset ? found : null;
}

/** Offset behind one blank at `offset`: 2018年 10月. */
export function skipBlank(text: string, offset: number): number {
  return text.charCodeAt(offset) === 0x20 ? offset + 1 : offset;
}

const CONNECTORS = '—–-－~～〜―─至到';

/** Offset behind what joins the ends of a range (至, 到, —, -, ～), blanks around it included; `offset` itself when there is none. */
export function connectorEnd(text: string, offset: number): number {
  let at = skipBlank(text, offset);
  const mark = text.charAt(at);
  if (mark === '' || !CONNECTORS.includes(mark)) return offset;
  at++;
  if (text.charAt(at) === mark && mark !== '至' && mark !== '到') at++;
  return skipBlank(text, at);
}

/** The first of the words that stands at `offset`; they are tried in their order, so longer ones come first. */
export function wordAt(text: string, offset: number, words: readonly string[]): string | null {
  for (const word of words) if (text.startsWith(word, offset)) return word;
  return null;
}
