import type { Document, Issue, Paragraph } from '../../document/document.js';
import type { Numeral, NumeralRole } from '../../language/numerals.js';
import type { Span } from '../../text/span.js';
import { LONGEST_MARK } from './amount.js';
import { isInTitle, roleBesideText } from './excluded-numerals.js';
import type { Figure } from './figure.js';
import { readFraction } from './fraction.js';
import { readQuantity } from './quantity.js';
import { readRank } from './rank.js';
import { Sign } from './signs.js';
import { measureWordEnd } from './unit.js';
import { type WordTables, wordTables } from './word-tables.js';

/** What was read at a numeral: a figure, or the reason why it is none. `next` is the index of the first numeral not used. */
export interface Reading {
  figure: Figure | null;
  role: NumeralRole | null;
  next: number;
}

/** Every figure (数字 with its unit) of the text that no other recogniser has taken, in text order. */
export function readFigures(document: Document): { figures: Figure[]; issues: Issue[] } {
  const figures: Figure[] = [];
  const issues: Issue[] = [];
  const { numerals, text } = document;
  const tables = wordTables();
  const skipped = new ParagraphCursor(document.paragraphs);
  for (let i = 0; i < numerals.length; ) {
    const numeral = numerals[i] as Numeral;
    if (numeral.role !== null || skipped.isSkipped(numeral.start)) {
      i++;
      continue;
    }
    if (!mayCount(text, numeral, tables)) {
      if (isMalformed(text, numeral)) issues.push(malformed(text, numeral));
      i++;
      continue;
    }
    const broken = numeral.form === 'digits' ? brokenEnd(text, numerals, i) : 0;
    if (broken > 0) {
      issues.push(malformed(text, { start: numeral.start, end: (numerals[broken] as Numeral).end }));
      i = broken + 1;
      continue;
    }
    const reading = readAt(text, numerals, i);
    if (reading.figure !== null) figures.push(reading.figure);
    else if (isMalformed(text, numeral)) issues.push(malformed(text, numeral));
    if (reading.role !== null) take(numerals, i, reading.figure ?? numeral, reading.role);
    i = Math.max(reading.next, i + 1);
  }
  return { figures, issues };
}

/** As `Claims.take` does, but from the numeral `at` of the span on instead of searching for it. */
function take(numerals: readonly Numeral[], at: number, { start, end }: Span, role: NumeralRole): void {
  let i = at;
  while (i > 0 && (numerals[i - 1] as Numeral).end > start) i--;
  for (; i < numerals.length && (numerals[i] as Numeral).start < end; i++) (numerals[i] as Numeral).role ??= role;
}

function readAt(text: string, numerals: readonly Numeral[], i: number): Reading {
  const numeral = numerals[i] as Numeral;
  const role = roleBesideText(text, numeral);
  if (role === 'ordinal') return readRank(text, numerals, i) ?? { figure: null, role, next: i + 1 };
  if (role !== null || isArticle(text, numeral, numerals[i + 1])) return { figure: null, role, next: i + 1 };
  const reading = readFraction(text, numerals, i) ?? readQuantity(text, numerals, i);
  if (reading === null) return { figure: null, role: null, next: i + 1 };
  return isInTitle(text, numeral.start) ? { figure: null, role: 'name', next: reading.next } : reading;
}

const ORDINAL = '第'.charCodeAt(0);

/** A Chinese numeral counts only before a unit, 多, 分之 and the like; most of them stand in words (一些, 统一, 三农) and end here. */
function mayCount(text: string, numeral: Numeral, { signs }: WordTables): boolean {
  if (numeral.form === 'digits') return true;
  if (((signs[text.charCodeAt(numeral.end)] ?? 0) & Sign.countable) !== 0) return true;
  if (text.charCodeAt(numeral.start - 1) === ORDINAL) return true;
  const last = text[numeral.end - 1];
  return last === '万' || last === '亿';
}

/** 一个, 一批: no count but an article, unless a range begins there (一个至三个) or a place in a ranking is meant (前一位). */
function isArticle(text: string, { start, end, value, form }: Numeral, next: Numeral | undefined): boolean {
  if (value !== 1 || form !== 'han' || end - start > 1) return false;
  const behind = measureWordEnd(text, end);
  if (behind === -1 || (next !== undefined && next.start - behind <= LONGEST_MARK)) return false;
  // 一人/平方米 is a rate
  return text[end] !== '位' && text[end] !== '名' && text[behind] !== '/';
}

/** 1..5, 12,34.5.6 and figures too long to hold exactly: seen, but never rounded to something. */
function isMalformed(text: string, numeral: Numeral): boolean {
  if (numeral.value !== null || numeral.form === 'vague' || numeral.form === 'letter') return false;
  if (numeral.form === 'han' && numeral.end - numeral.start < 2) return false;
  return numeral.form !== 'han' || /[十百千万亿].*[百千万亿]/.test(text.slice(numeral.start, numeral.end));
}

/** 1..5: two numerals that only dots or commas part are one broken number. Index of the last of them, 0 for none. */
function brokenEnd(text: string, numerals: readonly Numeral[], i: number): number {
  let last = i;
  while (last < i + 4 && isBroken(text, numerals[last] as Numeral, numerals[last + 1])) last++;
  return last > i ? last : 0;
}

function isBroken(text: string, numeral: Numeral, next: Numeral | undefined): boolean {
  if (next === undefined || next.start - numeral.end < 2 || next.start - numeral.end > 4) return false;
  for (let i = numeral.end; i < next.start; i++) if (text[i] !== '.' && text[i] !== ',') return false;
  return true;
}

function malformed(text: string, numeral: Span): Issue {
  const shown = text.slice(numeral.start, Math.min(numeral.end, numeral.start + 40));
  return {
    code: 'malformed-number',
    severity: 'warning',
    message: `“${shown}” is not a well-formed number or is too large to hold exactly; no statistic was read from it.`,
    start: numeral.start,
    end: numeral.end,
  };
}

/** Walks the paragraphs beside the numerals: page furniture and metadata lines hold no statistics. */
class ParagraphCursor {
  private at = 0;

  constructor(private readonly paragraphs: readonly Paragraph[]) {}

  isSkipped(offset: number): boolean {
    while (this.at < this.paragraphs.length && (this.paragraphs[this.at] as Paragraph).end <= offset) this.at++;
    const paragraph = this.paragraphs[this.at];
    if (paragraph === undefined || paragraph.start > offset) return false;
    return paragraph.kind === 'furniture' || paragraph.kind === 'metadata';
  }
}
