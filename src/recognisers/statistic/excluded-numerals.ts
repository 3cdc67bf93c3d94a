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

const TITLE_END = '》'.charCodeAt(0);
const LINE_FEED = '\n'.charCodeAt(0);
const FULL_STOP = '。'.charCodeAt(0);

const LONGEST_TITLE = 40;

/** Walks the titles of works 《…》 beside the numerals: a number inside one counts nothing. */
export class TitleCursor {
  private opened = -1;
  private next: number;

  constructor(private readonly text: string) {
    this.next = text.indexOf('《');
  }

  /** Whether `offset` stands in a title that opened 40 characters before at most. Offsets must not go back. */
  holds(offset: number): boolean {
    while (this.next !== -1 && this.next < offset) {
      this.opened = this.next;
      this.next = this.text.indexOf('《', this.next + 1);
    }
    if (this.opened === -1 || this.opened < offset - LONGEST_TITLE) return false;
    for (let i = this.opened + 1; i < offset; i++) {
      const code = this.text.charCodeAt(i);
      if (code === TITLE_END || code === LINE_FEED || code === FULL_STOP) return false;
    }
    return true;
  }
}
