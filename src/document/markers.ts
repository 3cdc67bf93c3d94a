import type { Numeral } from '../language/numerals.js';
import { CharClass, charClasses, eachBesideHan } from '../text/char-class.js';
import { CharSet } from '../text/char-set.js';
import type { Span } from '../text/span.js';
import type { Marker } from './document.js';
import { markFrom } from './marks.js';

/** A marker may stand in Chinese figures (一), Arabic ones (1) or both. */
interface NumeralShape {
  family: string;
  before: string;
  forms: 'han' | 'digits' | 'any';
  /** what follows the numeral, longest first; it belongs to the marker */
  after: readonly string[];
  /** what must stand behind the marker; it stays outside */
  ahead?: string;
  /** only at the head of a paragraph or behind 。；： */
  needsSentenceStart: boolean;
}

/** 一是, 一要, 第一，, 其一, （一）, 一、, 1. — the first that fits is taken. */
const SHAPES: readonly NumeralShape[] = [
  { family: '一是', before: '', forms: 'han', after: ['是要', '是', '则'], needsSentenceStart: false },
  { family: '一要', before: '', forms: 'han', after: ['要'], needsSentenceStart: false },
  { family: '其一', before: '其', forms: 'han', after: [''], ahead: '，、：是', needsSentenceStart: false },
  {
    family: '第一',
    before: '第',
    forms: 'any',
    after: ['是要', '是', '要', ''],
    ahead: '，、：',
    needsSentenceStart: true,
  },
  { family: '第一', before: '第', forms: 'han', after: ['是要', '是', '要'], needsSentenceStart: false },
  { family: '（一）', before: '（', forms: 'han', after: ['）'], needsSentenceStart: true },
  { family: '（1）', before: '（', forms: 'digits', after: ['）'], needsSentenceStart: true },
  { family: '一、', before: '', forms: 'han', after: ['、', '．', '.'], needsSentenceStart: true },
  { family: '1.', before: '', forms: 'digits', after: ['.', '．', '、'], needsSentenceStart: true },
  { family: '1）', before: '', forms: 'digits', after: ['）'], needsSentenceStart: true },
];

/** Words that number without a numeral; 最后 closes whatever list is open. */
const WORDS: readonly { form: string; family: string; ordinal: number | null }[] = [
  { form: '首先', family: '首先', ordinal: 1 },
  { form: '其次', family: '首先', ordinal: 2 },
  { form: '再次', family: '首先', ordinal: 3 },
  { form: '再者', family: '首先', ordinal: 3 },
  { form: '最后', family: '首先', ordinal: null },
  { form: '一方面', family: '一方面', ordinal: 1 },
  { form: '另一方面', family: '一方面', ordinal: 2 },
];

const BULLETS = ['——', '—', '－', '•', '·', '●', '■', '◆', '▲', '★', '※', '○', '◇', '□', '▪', '- '];

const BULLET_OPENERS = new CharSet(BULLETS.map((form) => form.charAt(0)).join(''));
const WORD_OPENERS = new CharSet(WORDS.map(({ form }) => form.charAt(0)).join(''));

/** What may stand first in a marker: leads, numerals, and the first characters of `WORDS`. */
const OPENERS = '第其（首再最另0123456789〇零一二三四五六七八九十百千万亿两双壹贰叁肆伍陆柒捌玖拾佰仟几数NX';

const CIRCLED_ONE = 0x2460;
const CIRCLED_TWENTY = 0x2473;
const LARGEST_ORDINAL = 40;

/** The marker that a paragraph begins with, null when it begins with none. */
export function readMarker(text: string, span: Span, numerals: readonly Numeral[], from: number): Marker | null {
  const bullet = bulletAt(text, span);
  if (bullet !== null || markerOpeners()[text.charCodeAt(span.start)] !== OPENER) return bullet;
  return markerAt(text, span.start, span.end, numerals, from, true);
}

function bulletAt(text: string, span: Span): Marker | null {
  if (!BULLET_OPENERS.has(text.charCodeAt(span.start))) return null;
  const bullet = BULLETS.find((form) => text.startsWith(form, span.start));
  if (bullet === undefined || span.start + bullet.length >= span.end) return null;
  return {
    start: span.start,
    end: span.start + bullet.length,
    label: bullet.trim(),
    family: bullet.trim(),
    ordinal: null,
  };
}

/** What a character behind a mark can be to a marker: it can begin one, or be passed over. */
const [OPENER, PASSED] = [1, 2];

let openers: Uint8Array | null = null;

/** Characters that a marker other than a bullet can begin with, and what may stand before it: most clauses cost one look. */
function markerOpeners(): Uint8Array {
  if (openers !== null) return openers;
  const table = new Uint8Array(65536).fill(OPENER, CIRCLED_ONE, CIRCLED_TWENTY + 1);
  eachBesideHan((code, kind) => {
    if (kind === CharClass.close || kind === CharClass.blank) table[code] = PASSED;
  });
  for (const first of OPENERS) table[first.charCodeAt(0)] = OPENER;
  openers = table;
  return table;
}

/** Calls with every code unit that can stand behind the mark before a marker. */
export function eachOpener(visit: (code: number) => void): void {
  for (const first of OPENERS) visit(first.charCodeAt(0));
  for (let code = CIRCLED_ONE; code <= CIRCLED_TWENTY; code++) visit(code);
  eachBesideHan((code, kind) => {
    if (kind === CharClass.close || kind === CharClass.blank) visit(code);
  });
}

/** First numeral at or behind `offset`, counted on from `from`. */
function numeralFrom(numerals: readonly Numeral[], from: number, offset: number): Numeral | undefined {
  let i = from;
  while (i < numerals.length && (numerals[i] as Numeral).start < offset) i++;
  return numerals[i];
}

function markerAt(
  text: string,
  offset: number,
  limit: number,
  numerals: readonly Numeral[],
  from: number,
  isSentenceStart: boolean,
): Marker | null {
  const code = text.charCodeAt(offset);
  if (code >= CIRCLED_ONE && code <= CIRCLED_TWENTY)
    return { start: offset, end: offset + 1, label: text.charAt(offset), family: '①', ordinal: code - CIRCLED_ONE + 1 };
  return wordMarkerAt(text, offset) ?? numeralMarkerAt(text, offset, limit, numerals, from, isSentenceStart);
}

function wordMarkerAt(text: string, offset: number): Marker | null {
  if (!WORD_OPENERS.has(text.charCodeAt(offset))) return null;
  const word = WORDS.find((candidate) => text.startsWith(candidate.form, offset));
  if (word === undefined) return null;
  const end = offset + word.form.length;
  const is = text.startsWith('是', end) ? 1 : 0;
  return { start: offset, end: end + is, label: word.form, family: word.family, ordinal: word.ordinal };
}

function numeralMarkerAt(
  text: string,
  offset: number,
  limit: number,
  numerals: readonly Numeral[],
  from: number,
  isSentenceStart: boolean,
): Marker | null {
  const first = text.charAt(offset);
  const lead = first === '第' || first === '其' || first === '（' ? 1 : 0;
  const numeral = numeralFrom(numerals, from, offset + lead);
  if (numeral === undefined || numeral.start !== offset + lead || numeral.end > limit) return null;
  if (
    numeral.value === null ||
    numeral.value < 1 ||
    numeral.value > LARGEST_ORDINAL ||
    !Number.isInteger(numeral.value)
  )
    return null;
  const before = lead === 1 ? first : '';
  for (const shape of SHAPES) {
    if (shape.before !== before || (shape.needsSentenceStart && !isSentenceStart)) continue;
    if (shape.forms !== 'any' && shape.forms !== numeral.form) continue;
    const end = shapeEnd(text, numeral.end, shape);
    if (end === -1) continue;
    return { start: offset, end, label: text.slice(offset, end), family: shape.family, ordinal: numeral.value };
  }
  return null;
}

/** End of the marker when the shape's tail stands at `offset`, else -1. 1.5 is no marker. */
function shapeEnd(text: string, offset: number, shape: NumeralShape): number {
  for (const tail of shape.after) {
    if (!text.startsWith(tail, offset)) continue;
    const end = offset + tail.length;
    if (shape.ahead !== undefined && !shape.ahead.includes(text.charAt(end) || '\n')) continue;
    if (shape.family === '1.' && charClasses()[text.charCodeAt(end)] === CharClass.digit) continue;
    return end;
  }
  return -1;
}

export interface PlacedMarker {
  marker: Marker;
  paragraph: number;
  /** it opens its paragraph */
  opensParagraph: boolean;
}

/**
 * Every marker of the document at the head of a paragraph or of a clause, in text order.
 * @param openings the marks behind which one can begin
 */
export function readMarkers(
  text: string,
  paragraphs: readonly (Span & { kind: string; marker: Marker | null })[],
  numerals: readonly Numeral[],
  openings: readonly number[],
): PlacedMarker[] {
  const placed: PlacedMarker[] = [];
  let [from, opening] = [0, 0];
  for (let index = 0; index < paragraphs.length; index++) {
    const paragraph = paragraphs[index] as Span & { kind: string; marker: Marker | null };
    while (from < numerals.length && (numerals[from] as Numeral).end <= paragraph.start) from++;
    opening = markFrom(openings, opening, paragraph.start);
    if (paragraph.kind === 'furniture' || paragraph.kind === 'metadata') continue;
    if (paragraph.marker !== null) placed.push({ marker: paragraph.marker, paragraph: index, opensParagraph: true });
    placeInnerMarkers(text, paragraph, index, numerals, from, openings, opening, placed);
  }
  return placed;
}

function placeInnerMarkers(
  text: string,
  paragraph: Span & { marker: Marker | null },
  index: number,
  numerals: readonly Numeral[],
  from: number,
  openings: readonly number[],
  first: number,
  placed: PlacedMarker[],
): void {
  const classes = charClasses();
  const opens = markerOpeners();
  let next = from;
  for (let k = markFrom(openings, first, paragraph.marker?.end ?? paragraph.start); k < openings.length; k++) {
    const i = openings[k] as number;
    if (i >= paragraph.end - 1) break;
    let at = i + 1;
    while (opens[text.charCodeAt(at)] === PASSED) at++;
    if (opens[text.charCodeAt(at)] !== OPENER) continue;
    while (next < numerals.length && (numerals[next] as Numeral).start < at) next++;
    const kind = classes[text.charCodeAt(i)] as number;
    if (kind === CharClass.lineEnd) continue;
    const isSentenceStart = kind === CharClass.sentenceEnd || text[i] === '；' || text[i] === '：';
    const marker = markerAt(text, at, paragraph.end, numerals, next, isSentenceStart);
    if (marker !== null) placed.push({ marker, paragraph: index, opensParagraph: false });
  }
}
