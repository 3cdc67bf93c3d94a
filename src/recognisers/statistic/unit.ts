import { isDigit } from '../../text/char-class.js';
import { type UnitEntry, wordTables } from './word-tables.js';

/** The unit (计量单位) or measure word (量词) that stands behind a number. */
export interface Unit {
  form: string;
  /** null for a measure word, "" is never returned */
  dimension: string | null;
  end: number;
}

const LONGEST_UNIT = 8;
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
  if (text[single.end] !== PER) return single;
  return perUnit(text, single) ?? single;
}

function singleUnit(text: string, start: number): Unit | null {
  const { units, unitEntries } = wordTables();
  const index = units.longestAt(text, start, Math.min(text.length, start + LONGEST_UNIT));
  if (index === -1) return null;
  const end = start + units.matchLength;
  const entry = unitEntries[index];
  return entry === undefined || isLatinRun(text, end) ? unitInWord(text, start, end) : unitOf({ entry, end });
}

/** Offset behind the measure word (量词) that stands at `start`: 个, 批; -1 where a unit of measure or none stands there. */
export function measureWordEnd(text: string, start: number): number {
  const { units, unitEntries } = wordTables();
  const index = units.longestAt(text, start, Math.min(text.length, start + LONGEST_UNIT));
  return index !== -1 && unitEntries[index]?.dimension === null ? start + units.matchLength : -1;
}

/** A unit as the tables have it, and where it ends. */
interface Found {
  entry: UnitEntry;
  end: number;
}

function unitOf({ entry, end }: Found): Unit {
  return { form: entry.unit, dimension: entry.dimension, end };
}

/** 人次口 is none, but a shorter unit may still fit: 人 where 人次 does not. `end` is that of the longest match. */
function unitInWord(text: string, start: number, end: number): Unit | null {
  const longest = longestUnit(text, start, end);
  if (longest === null) return null;
  if (standsAlone(text, start, longest)) return unitOf(longest);
  const shorter = longestUnit(text, start, longest.end - 1);
  return shorter !== null && standsAlone(text, start, shorter) ? unitOf(shorter) : null;
}

/** Of the matches that end by `limit` the longest that is a unit. */
function longestUnit(text: string, start: number, limit: number): Found | null {
  const { units, unitEntries } = wordTables();
  for (let last = limit; last > start; ) {
    const index = units.longestAt(text, start, last);
    if (index === -1) return null;
    const end = start + units.matchLength;
    const entry = unitEntries[index];
    if (entry !== undefined) return { entry, end };
    last = end - 1;
  }
  return null;
}

/** 人 is no unit in 人口, which the tables name beside it. */
function standsAlone(text: string, start: number, { entry, end }: Found): boolean {
  if (isLatinRun(text, end)) return false;
  for (const word of entry.within) if (text.startsWith(word, start)) return false;
  return true;
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
