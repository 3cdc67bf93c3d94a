import { hanNumber } from '../../language/han-number.js';
import type { Numeral } from '../../language/numerals.js';
import { CharSet } from '../../text/char-set.js';
import { readUnit, type Unit } from './unit.js';

/** A number or a range, 多 and 余 included, with its unit where one follows. */
export interface Amount {
  start: number;
  /** behind the number and its 多, before the unit */
  end: number;
  value: number;
  upper: number | null;
  unit: Unit | null;
  /** 多, 余, 几: more than it says */
  isOver: boolean;
  /** begins with a Chinese figure */
  isHan: boolean;
  /** 千, 百万: a scale without a figure */
  isBareScale: boolean;
  /** index of the first numeral behind it */
  next: number;
}

const RANGE_MARKS = ['——', '—', '－', '-', '–', '~', '～', '〜', '至', '到', '―'];
/** Characters between the ends of a range at most: 3——5. */
export const LONGEST_MARK = 2;
const SCALE_AT_END = /[万亿]+$/;
const SCALES: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };

export function readAmount(text: string, numerals: readonly Numeral[], i: number): Amount | null {
  const first = oneAmount(text, numerals, i);
  if (first === null) return null;
  return rangeFrom(text, numerals, first) ?? first;
}

function oneAmount(text: string, numerals: readonly Numeral[], i: number): Amount | null {
  const numeral = numerals[i] as Numeral;
  const isHan = numeral.form !== 'digits' && numeral.form !== 'letter';
  const range = isHan ? rangeInWords(text, numeral) : null;
  const value = range === null ? numeral.value : range.value;
  if (value === null) return null;
  const hasMore = isMore(text, numeral.end);
  const end = numeral.end + (hasMore ? 1 : 0);
  const sign = SIGNS.has(text.charCodeAt(numeral.start - 1)) ? signBefore(text, numeral) : 0;
  return {
    start: numeral.start - sign,
    end,
    value: sign > 0 ? -value : value,
    upper: range === null ? null : range.upper,
    unit: readUnit(text, end),
    isOver: numeral.approximate || hasMore || numeral.form === 'vague',
    isHan,
    isBareScale: numeral.form === 'han' && SCALE_WORDS.has(text.charCodeAt(numeral.start)),
    next: i + 1,
  };
}

/** 两三个, 数百: what Chinese figures say of a range; null where they name one number or none. */
function rangeInWords(text: string, numeral: Numeral): { value: number; upper: number | null } | null {
  return neighbours(text, numeral) ?? (numeral.value === null ? vague(text, numeral) : null);
}

/** Scales that can stand without a figure before them. */
const SCALE_WORDS = new CharSet('百千万亿');

/** 多, 余 and 几 behind a number; the last characters of 零下 and of a minus sign before one. */
const MORE = new CharSet('多余几');
const SIGNS = new CharSet('下-－−');

const ENDS_NOT_MORE = new CharSet('元样边乎下额');
const NOT_MORE = /^(?:多元|多样|多边|几乎|余下|余额)/;

/** 800多套, 260余篇, 十几个. */
function isMore(text: string, offset: number): boolean {
  if (!MORE.has(text.charCodeAt(offset))) return false;
  return !ENDS_NOT_MORE.has(text.charCodeAt(offset + 1)) || !NOT_MORE.test(text.slice(offset, offset + 2));
}

const NEIGHBOURS = new CharSet('二三四五六七八九');

/** 两三个, 三五百, 十七八万: two neighbouring figures are a range. */
function neighbours(text: string, numeral: Numeral): { value: number; upper: number } | null {
  if (numeral.form !== 'han' || numeral.end - numeral.start < 2) return null;
  // 三十, 五百, 十五: most numerals of several characters are no range
  const second = numeral.start + (text[numeral.start] === '十' ? 2 : 1);
  if (second >= numeral.end || !NEIGHBOURS.has(text.charCodeAt(second))) return null;
  const match = /^(十?)([一二两三四五六七八])([二三四五六七八九])([十百千万亿]*)$/.exec(
    text.slice(numeral.start, Math.min(numeral.end, numeral.start + 8)),
  );
  if (match === null) return null;
  const [low, high] = [hanNumber(match[2] as string) ?? 0, hanNumber(match[3] as string) ?? 0];
  if (high <= low || high - low > 2) return null;
  let factor = 1;
  for (const scale of match[4] as string) factor *= SCALES[scale] as number;
  const tens = match[1] === '' ? 0 : 10;
  return { value: (tens + low) * factor, upper: (tens + high) * factor };
}

/** 数百, 几千, 数十万: at least the scale itself. A lone 几 names no number. */
function vague(text: string, numeral: Numeral): { value: number; upper: null } | null {
  if (numeral.form !== 'vague' || numeral.end - numeral.start < 2) return null;
  let value = 1;
  for (const scale of text.slice(numeral.start + 1, numeral.end)) value *= SCALES[scale] ?? 1;
  return { value, upper: null };
}

/** Length of the sign before a number that makes it negative, 0 for none: 零下12℃, -2.3%. */
function signBefore(text: string, numeral: Numeral): number {
  if (text.charAt(numeral.start - 1) === '下' && text.charAt(numeral.start - 2) === '零') return 2;
  return isNegative(text, numeral) ? 1 : 0;
}

/** -2.3%: a minus sign behind a Han character or a mark, before a percentage or a temperature. */
function isNegative(text: string, numeral: Numeral): boolean {
  const sign = text.charAt(numeral.start - 1);
  return (
    (sign === '-' || sign === '－' || sign === '−') &&
    !/[A-Za-z0-9%℃]/.test(text.charAt(numeral.start - 2)) &&
    /[%℃‰]/.test(text.charAt(numeral.end))
  );
}

/** 3至5个, 10%—15%, 100至200亿元. 从5%到6% is no range but a change from one figure to another. */
function rangeFrom(text: string, numerals: readonly Numeral[], first: Amount): Amount | null {
  const second = numerals[first.next];
  if (second === undefined || second.value === null || second.role !== null || first.upper !== null) return null;
  const from = first.unit?.end ?? first.end;
  if (second.start - from > LONGEST_MARK || second.start === from) return null;
  const mark = rangeMarkAt(text, from);
  if (mark === undefined || second.start !== from + mark.length) return null;
  if (mark === '到' && /[从由自]$/.test(text.slice(Math.max(0, first.start - 1), first.start))) return null;
  const last = oneAmount(text, numerals, first.next);
  if (last === null || !isSameUnit(first.unit, last.unit)) return null;
  const value = first.value * sharedFactor(text, first, last);
  if (value >= last.value) return null;
  return { ...last, start: first.start, value, upper: last.value, isHan: first.isHan };
}

const FIRST_OF_MARK = new CharSet('—－-–~～〜至到―');

function rangeMarkAt(text: string, offset: number): string | undefined {
  if (!FIRST_OF_MARK.has(text.charCodeAt(offset))) return undefined;
  return RANGE_MARKS.find((mark) => text.startsWith(mark, offset));
}

function isSameUnit(first: Unit | null, last: Unit | null): boolean {
  return first === null || (last !== null && first.form === last.form);
}

/** 100至200亿元: the scale stands once, for both. */
function sharedFactor(text: string, first: Amount, last: Amount): number {
  if (first.unit !== null || SCALE_AT_END.test(text.slice(first.start, first.end))) return 1;
  const scale = SCALE_AT_END.exec(text.slice(last.start, last.end))?.[0] ?? '';
  let factor = 1;
  for (const character of scale) factor *= SCALES[character] as number;
  return factor;
}
