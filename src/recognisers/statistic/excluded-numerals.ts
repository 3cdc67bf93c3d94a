import type { Numeral, NumeralRole } from '../../language/numerals.js';
import { CharClass, classAt } from '../../text/char-class.js';

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
  const before = text.charAt(numeral.start - 1);
  const after = text.charAt(numeral.end);
  if (before === '第') return 'ordinal';
  if (classAt(text, numeral.start - 1) === CharClass.latin || JOINTS.has(before) || JOINTS.has(after)) return 'name';
  if (NOTE_OPENERS.has(before)) return 'furniture';
  if (HYPHENS.has(before)) return isModelNumber(text, numeral.start - 2) ? 'name' : null;
  if (before === '“' && after === '”') return 'name';
  // 三个100亿: the number is itself the thing counted; 四届192次会议: sessions are numbered
  if (before === '个' || before === '届') return 'name';
  return null;
}

/** 歼-20, F-35, 天问-1: a hyphen behind a letter or a Han character, not behind a figure. */
function isModelNumber(text: string, offset: number): boolean {
  return /[A-Za-z\u4e00-\u9fff]/.test(text.charAt(offset));
}

/** Inside 《…》: a number in the title of a work. Looks back 40 characters at most. */
export function isInTitle(text: string, offset: number): boolean {
  const from = Math.max(0, offset - 40);
  for (let i = offset - 1; i >= from; i--) {
    const character = text.charAt(i);
    if (character === '》' || character === '\n' || character === '。') return false;
    if (character === '《') return true;
  }
  return false;
}
