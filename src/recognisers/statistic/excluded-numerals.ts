import type { Numeral, NumeralRole } from '../../language/numerals.js';
import { CharClass, charClasses, classAt } from '../../text/char-class.js';

/** 2.9∶1 is a ratio, 4·11 a day, 9+1 a name, 24/7 neither a fraction nor a count. */
const JOINTS = new Set(['∶', ':', '·', '+', '＋', '_', '@', '=', '&', '#', '．']);
const HYPHENS = new Set(['-', '–', '－', '‐']);
/** 〔2021〕8号, ［5］: numbers of documents and of footnotes. */
const NOTE_OPENERS = new Set(['〔', '［', '[', '【']);

let telling: Uint8Array | null = null;

/** 1 for a character that can make something else of the numeral it touches: most touch none of these. */
function tellingCharacters(): Uint8Array {
  if (telling !== null) return telling;
  const table = charClasses().map((kind) => (kind === CharClass.latin ? 1 : 0));
  for (const character of ['第', '“', '个', '届', '每', ...JOINTS, ...HYPHENS, ...NOTE_OPENERS]) {
    table[character.charCodeAt(0)] = 1;
  }
  telling = table;
  return table;
}

/**
 * What a numeral is that counts nothing, told by the characters that touch it: part of a name (PM2.5, 5G, 歼-20, “9+1”),
 * of a note ［5］, an ordinal (第三). null for all others.
 */
export function roleBesideText(text: string, numeral: Numeral): NumeralRole | null {
  const table = tellingCharacters();
  if (table[text.charCodeAt(numeral.start - 1)] === 0 && table[text.charCodeAt(numeral.end)] === 0) return null;
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

const TITLE_START = '《'.charCodeAt(0);
const TITLE_END = '》'.charCodeAt(0);
const LINE_FEED = '\n'.charCodeAt(0);
const FULL_STOP = '。'.charCodeAt(0);

/** Inside 《…》: a number in the title of a work. Looks back 40 characters at most. */
export function isInTitle(text: string, offset: number): boolean {
  const from = Math.max(0, offset - 40);
  for (let i = offset - 1; i >= from; i--) {
    const code = text.charCodeAt(i);
    if (code === TITLE_END || code === LINE_FEED || code === FULL_STOP) return false;
    if (code === TITLE_START) return true;
  }
  return false;
}
