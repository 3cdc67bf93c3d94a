import { CharSet } from '../text/char-set.js';
import type { Span } from '../text/span.js';
import { hanNumber, hanValue } from './han-number.js';

/**
 * What a numeral was taken for. Most with the roles `slogan`, `date` and `statistic` belong to a record; a count too small or vague
 * for one (一批, 三国) is a `statistic` all the same. `idiom`: counts nothing (零售, 齐聚一堂); `name`: part of a name (世界500强).
 */
export type NumeralRole =
  | 'slogan'
  | 'date'
  | 'statistic'
  | 'enumerator'
  | 'ordinal'
  | 'name'
  | 'idiom'
  | 'furniture'
  | 'unknown';

/** One numeral (数词) of the text: 六, 十二, 两万, 3.5万, 1,379, 壹拾, N in 六+N. */
export interface Numeral extends Span {
  /** 万 and 亿 multiplied out; null where it names no number: 几, 数十, N, and where it is malformed: 一百百, 1..5 */
  value: number | null;
  /** `digits`: begins with an Arabic figure (3.5万); `han`: 三百; `formal`: 壹佰; `vague`: 几, 数十; `letter`: the N in 六+N */
  form: 'digits' | 'han' | 'formal' | 'vague' | 'letter';
  /** 多, 余, 几 between digits and scale: 两万多亿, 3400多万 */
  approximate: boolean;
  role: NumeralRole | null;
}

/** What a character can be in a numeral. */
const Part = { none: 0, digit: 1, han: 2, scale: 3, formal: 4, several: 5, few: 6, letter: 7 } as const;

/** The characters of numerals with the part that they are. */
export const NUMERAL_PARTS: readonly (readonly [string, number])[] = [
  ['0123456789', Part.digit],
  ['〇零一二三四五六七八九两双', Part.han],
  ['十百千万亿', Part.scale],
  ['壹贰叁肆伍陆柒捌玖拾佰仟', Part.formal],
  ['几', Part.several],
  ['数', Part.few],
  ['NX', Part.letter],
];

let parts: Uint8Array | null = null;

/** For each code unit the part that it can be; 0 for nearly all. */
function numeralParts(): Uint8Array {
  if (parts !== null) return parts;
  const table = new Uint8Array(65536);
  for (const [characters, part] of NUMERAL_PARTS)
    for (const character of characters) table[character.charCodeAt(0)] = part;
  parts = table;
  return table;
}

/** 多 and 余 stand inside a figure only before a further scale: 两万多亿, 100余万. */
const BETWEEN = new CharSet('多余来几');

/** The numeral that begins at `start`, whose character is that `part`; null when none does. */
export function numeralAt(text: string, start: number, part: number): Numeral | null {
  const table = numeralParts();
  switch (part) {
    case Part.digit:
      return digitNumeral(text, start, table);
    case Part.formal:
      return formalNumeral(text, start, table);
    case Part.letter:
      return letterNumeral(text, start);
    case Part.few:
      return table[text.charCodeAt(start + 1)] === Part.scale ? vagueNumeral(text, start, table) : null;
    case Part.several:
      return vagueNumeral(text, start, table);
    default:
      return hanNumeral(text, start, table);
  }
}

/** End of the run of figures with decimal points and thousands separators: 1,379 · 3.5 · 13697.5. */
function digitsEnd(text: string, start: number, table: Uint8Array): number {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (table[code] === Part.digit) end++;
    else if ((code === 0x2e || code === 0x2c) && table[text.charCodeAt(end + 1)] === Part.digit) end++;
    else break;
  }
  return end;
}

const PLAIN_FIGURE = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

const POINT = 0x2e;

/** Value of figures with a decimal point at most; -1 where more stands between them or they are too many to be held exactly. */
function plainValue(text: string, start: number, end: number): number {
  if (end - start > 15) return -1;
  let value = 0;
  let point = end;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x30) value = value * 10 + code - 0x30;
    else if (code === POINT && point === end) point = i;
    else return -1;
  }
  // a quotient of two whole numbers that are held exactly is the number nearest to the printed one, as when it is read from text
  return point === end ? value : value / 10 ** (end - 1 - point);
}

/** Value of a run of figures; null when it is malformed (1.2.3, 12,34) or too long to hold exactly as a number. */
function figureValue(text: string, start: number, end: number): number | null {
  const plain = plainValue(text, start, end);
  if (plain !== -1) return plain;
  const figure = text.slice(start, end);
  if (figure.length > 40 || !PLAIN_FIGURE.test(figure)) return null;
  const value = Number(figure.replaceAll(',', ''));
  return Number.isFinite(value) && value <= Number.MAX_SAFE_INTEGER ? value : null;
}

function digitNumeral(text: string, start: number, table: Uint8Array): Numeral {
  const digits = digitsEnd(text, start, table);
  const figure = figureValue(text, start, digits);
  const after = text.charCodeAt(digits);
  if (table[after] !== Part.scale && !BETWEEN.has(after))
    return { start, end: digits, value: figure, form: 'digits', approximate: false, role: null };
  const tail = readScales(text, digits, table);
  return {
    start,
    end: tail.end,
    value: figure === null ? null : multiply(figure, tail.factor),
    form: 'digits',
    approximate: tail.approximate,
    role: null,
  };
}

/** 3.5 × 10⁸ without the dust of binary fractions: 13697.5亿 is 1369750000000. */
export function multiply(figure: number, factor: number): number {
  if (factor === 1) return figure;
  const product = figure * factor;
  const isExact = Number.isInteger(product) && Math.abs(product) < 1e15;
  return isExact ? product : Number(product.toPrecision(15));
}

/** The scales behind a figure, with 多 or 余 between: 万, 万亿, 多万. */
function readScales(
  text: string,
  start: number,
  table: Uint8Array,
): { end: number; factor: number; approximate: boolean } {
  let end = start;
  let factor = 1;
  let approximate = false;
  for (let steps = 0; steps < 4; steps++) {
    let at = end;
    const isBetween = BETWEEN.has(text.charCodeAt(at));
    if (isBetween) at++;
    if (table[text.charCodeAt(at)] !== Part.scale || isUnitPrefix(text, at)) break;
    factor *= hanValue(text.charCodeAt(at)) as number;
    approximate ||= isBetween;
    end = at + 1;
  }
  return { end, factor, approximate };
}

/** 千 in 千瓦, 千克 and 百 in 百帕 belong to the unit: 3.7亿千瓦 is 3.7亿 of them. */
function isUnitPrefix(text: string, offset: number): boolean {
  const next = text.charAt(offset + 1);
  if (text.charAt(offset) === '千') return '瓦克米帕伏卡赫焦'.includes(next) && next !== '';
  return text.charAt(offset) === '百' && next === '帕';
}

function hanNumeral(text: string, start: number, table: Uint8Array): Numeral | null {
  if (isUnitPrefix(text, start)) return null;
  let end = start;
  let approximate = false;
  while (end < text.length) {
    const part = table[text.charCodeAt(end)] as number;
    if (part === Part.han || (part === Part.scale && !(end > start && isUnitPrefix(text, end)))) end++;
    else if (
      end > start &&
      BETWEEN.has(text.charCodeAt(end)) &&
      table[text.charCodeAt(end + 1)] === Part.scale &&
      isBigScale(text, end + 1)
    ) {
      approximate = true;
      end++;
    } else break;
  }
  return { start, end, value: hanValueOf(text, start, end, approximate), form: 'han', approximate, role: null };
}

/** Most numerals are of one character: 一批, 三个. */
function hanValueOf(text: string, start: number, end: number, approximate: boolean): number | null {
  if (end - start === 1) return hanValue(text.charCodeAt(start));
  const run = text.slice(start, end);
  return hanNumber(approximate ? run.replace(/[多余来几]/g, '') : run);
}

/** Only 万 and 亿 close a figure that 多 stands in: 两万多亿, but not 三十多百货. */
function isBigScale(text: string, offset: number): boolean {
  const scale = text.charAt(offset);
  return scale === '万' || scale === '亿';
}

/** 壹拾贰; a single 伍 or 陆 is a surname or part of 队伍. */
function formalNumeral(text: string, start: number, table: Uint8Array): Numeral | null {
  let end = start;
  while (table[text.charCodeAt(end)] === Part.formal || (end > start && isBigScale(text, end))) end++;
  if (end - start < 2) return null;
  return { start, end, value: hanNumber(text.slice(start, end)), form: 'formal', approximate: false, role: null };
}

function vagueNumeral(text: string, start: number, table: Uint8Array): Numeral {
  let end = start + 1;
  while (table[text.charCodeAt(end)] === Part.scale) end++;
  return { start, end, value: null, form: 'vague', approximate: true, role: null };
}

/** N and X number something only beside a plus: 六+N, 1+3+N. */
function letterNumeral(text: string, start: number): Numeral | null {
  if (text.charAt(start - 1) !== '+' && text.charAt(start + 1) !== '+') return null;
  return { start, end: start + 1, value: null, form: 'letter', approximate: false, role: null };
}
