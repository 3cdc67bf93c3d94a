import { isDigit } from '../../text/char-class.js';
import { type UnitEntry, wordTables } from './word-tables.js';

/** The unit (计量单位) or measure word (量词) that stands behind a number. */
export interface Unit {
  form: string;
  /** null for a measure word, "" is never returned */
  dimension: string | null;
  end: number;
}

const SCALE = /^[十百千万亿]{1,3}/;
/** A unit of money or trade per unit of population or land: 元/吨, 人/百亿元, 张/千人. */
const PER = '/';

/**
 * The unit at `start`: 名, 万千瓦时 without its 万, 元/吨, 人次.
 * A measure word that only begins another word is none: 人 in 人口, 家 in 家庭.
 */
export function readUnit(text: string, start: number): Unit | null {
  const single = singleUnit(text, start);
  if (single === null) return null;
  if (text.charAt(single.end) !== PER) return single;
  return perUnit(text, single) ?? single;
}

function singleUnit(text: string, start: number): Unit | null {
  const { units, unitEntries } = wordTables();
  const limit = Math.min(text.length, start + 8);
  const index = units.longestAt(text, start, limit);
  if (index === -1) return null;
  const end = start + units.matchLength;
  const entry = unitEntries[index] as UnitEntry;
  if (isPartOfWord(text, start, end, entry.within) || isLatinRun(text, end)) return shorterUnit(text, start, end);
  return { form: entry.unit ?? entry.form, dimension: entry.dimension, end };
}

/** 人次口 is none, but a shorter unit may still fit: 人 where 人次 does not. */
function shorterUnit(text: string, start: number, end: number): Unit | null {
  const { units, unitEntries } = wordTables();
  if (end - start < 2) return null;
  const index = units.longestAt(text, start, end - 1);
  if (index === -1) return null;
  const entry = unitEntries[index] as UnitEntry;
  const at = start + units.matchLength;
  return isPartOfWord(text, start, at, entry.within) || isLatinRun(text, at)
    ? null
    : { form: entry.unit ?? entry.form, dimension: entry.dimension, end: at };
}

function isPartOfWord(text: string, start: number, end: number, words: string[] | undefined): boolean {
  if (words === undefined) return false;
  const next = text.charCodeAt(end);
  for (const word of words) if (word.charCodeAt(end - start) === next && text.startsWith(word, start)) return true;
  return false;
}

/** km in km, but m not in mRNA. */
function isLatinRun(text: string, end: number): boolean {
  return isLetter(text.charCodeAt(end - 1)) && isLetter(text.charCodeAt(end));
}

/** a to z in either case; false for NaN, beyond the text. */
function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

/** 微克/立方米, 万元/人, 人/百亿元, 张/千人: all of it is the unit. */
function perUnit(text: string, numerator: Unit): Unit | null {
  let at = numerator.end + 1;
  while (isDigit(text, at)) at++;
  at += SCALE.exec(text.slice(at, at + 3))?.[0].length ?? 0;
  const denominator = singleUnit(text, at) ?? timeUnit(text, at) ?? areaName(text, at);
  if (denominator === null) return null;
  const form = text.slice(numerator.end - numerator.form.length, denominator.end);
  return { form, dimension: numerator.dimension === 'currency' ? 'currency' : 'rate', end: denominator.end };
}

function timeUnit(text: string, at: number): Unit | null {
  const match = /^(?:小时|分钟|秒|年|月|日|天|周|时)/.exec(text.slice(at, at + 2));
  return match === null ? null : { form: match[0], dimension: 'time', end: at + match[0].length };
}

function areaName(text: string, at: number): Unit | null {
  return text.startsWith('人口', at) ? { form: '人口', dimension: null, end: at + 2 } : null;
}
