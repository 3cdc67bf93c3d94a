import type { Numeral, NumeralRole } from '../../language/numerals.js';
import { CharClass, classAt } from '../../text/char-class.js';
import { Sign } from './signs.js';
import { wordTables } from './word-tables.js';

/** 2.9∶1 is a ratio, 4·11 a day, 9+1 a name, 24/7 neither a fraction nor a count. */
const JOINTS = new Set(['∶', ':', '·', '+', '＋', '_', '@', '=', '&', '#', '．']);
const HYPHENS = new Set(['-', '–', '－', '‐']);
/** 〔2021〕8号, ［5］: numbers of documents and of footnotes. */
const NOTE_OPENERS = new Set(['〔', '［', '[', '【']);

/**
 * What a numeral is that counts nothing, told by the characters that touch it: part of a name (PM2.5, 5G, 歼-20, “9+1”),
 * of a note ［5］, an ordinal (第三). null for all others.
 */
export function roleBesideText(text: string, numeral: Numeral): NumeralRole | null {
  const { signs } = wordTables();
  const isTold =
    ((signs[text.charCodeAt(numeral.start - 1)] ?? 0) & Sign.tellsBehind) |
    ((signs[text.charCodeAt(numeral.end)] ?? 0) & Sign.tellsBefore);
  if (isTold === 0) return null;
  const before = text.charAt(numeral.start - 1);
  const after = text.charAt(numeral.end);
  if (before === '第') return 'ordinal';
  if (classAt(text, numeral.start - 1) === CharClass.latin || JOINTS.has(before) || JOINTS.has(after)) return 'name';
  if (NOTE_OPENERS.has(before)) return 'furniture';
  if (HYPHENS.has(before)) return isModelNumber(text, numeral.start - 2) ? 'name' : null;
  if (before === '“' && after === '”') return 'name';
  // 三个100亿: the number is itself the thing counted; 四届192次会议: sessions are numbered
  if (before === '个' || before === '届') return 'name';
  if (before === '每' && isRound(numeral.value)) return 'name';
  return null;
}

/** 每10万人口, 每百户: per so many, which is no count. */
function isRound(value: number | null): boolean {
  return value !== null && value >= 100 && 10 ** Math.round(Math.log10(value)) === value;
}

/** 歼-20, F-35, 天问-1: a hyphen behind a letter or a Han character, not behind a figure. */
function isModelNumber(text: string, offset: number): boolean {
  return /[A-Za-z\u4e00-\u9fff]/.test(text.charAt(offset));
}

const [TITLE_START, TITLE_END, LINE_FEED, FULL_STOP] = [...'《》\n。'].map((mark) => mark.charCodeAt(0));

const LONGEST_TITLE = 40;

/** Whether `offset` stands in the title of a work 《…》 that opened 40 characters before at most: a number in it counts nothing. */
export function isInTitle(text: string, offset: number): boolean {
  const from = Math.max(0, offset - LONGEST_TITLE);
  for (let i = offset - 1; i >= from; i--) {
    const code = text.charCodeAt(i);
    if (code === TITLE_START) return true;
    if (code === TITLE_END || code === LINE_FEED || code === FULL_STOP) return false;
  }
  return false;
}
