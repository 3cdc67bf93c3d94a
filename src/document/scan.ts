import { NUMERAL_PARTS, type Numeral, numeralAt } from '../language/numerals.js';
import type { TermHit, TermIndex } from '../lexicon/term-index.js';
import { bitOfSecond } from '../lexicon/word-trie.js';
import { eachBesideHan } from '../text/char-class.js';
import { markTable } from './marks.js';

/** What stands in a text, each kind in text order: the same as `readNumerals`, `readMarks` and `TermIndex.match` find. */
export interface Scan {
  numerals: Numeral[];
  marks: number[];
  terms: TermHit[];
}

/**
 * A cell of the table says what a character can be: in the upper half the part of a numeral, or a mark, in the lower one the characters
 * with which it can begin a word, as the index of words tells them.
 */
const PART = 7 << 16;
const MARK = 8 << 16;

/** One table for each index of words, made at the first text. */
const tables = new WeakMap<TermIndex, Int32Array>();

function tableFor(terms: TermIndex): Int32Array {
  const known = tables.get(terms);
  if (known !== undefined) return known;
  const table = new Int32Array(65536);
  table.set(terms.seconds);
  const add = (code: number, bits: number): void => {
    table[code] = (table[code] as number) | bits;
  };
  for (const [characters, part] of NUMERAL_PARTS)
    for (const character of characters) add(character.charCodeAt(0), part << 16);
  const marks = markTable();
  eachBesideHan((code) => {
    if (marks[code] === 1) add(code, MARK);
  });
  tables.set(terms, table);
  return table;
}

/** Numerals, marks and words of the lexicon in one walk: most characters are none of them and cost one look. */
export function scanText(text: string, terms: TermIndex): Scan {
  const table = tableFor(terms);
  const scan: Scan = { numerals: [], marks: [], terms: [] };
  const { length } = text;
  let [numeralEnd, termEnd] = [0, 0];
  let next = length > 0 ? text.charCodeAt(0) : 0;
  for (let i = 0; i < length; i++) {
    const code = next;
    next = i + 1 < length ? text.charCodeAt(i + 1) : 0;
    const kind = (table[code] as number) & (PART | MARK | bitOfSecond(next));
    if (kind === 0) continue;
    if ((kind & MARK) !== 0) scan.marks.push(i);
    else if ((kind & PART) !== 0 && i >= numeralEnd) numeralEnd = addNumeral(scan, text, i, kind >> 16);
    if ((kind & SECONDS) !== 0 && i >= termEnd) termEnd = addTerm(scan, text, i, terms);
  }
  return scan;
}

const SECONDS = 0xffff;

/** Where the numeral at `offset` ends; `offset` where none is. */
function addNumeral({ numerals }: Scan, text: string, offset: number, part: number): number {
  const numeral = numeralAt(text, offset, part);
  if (numeral === null) return offset;
  numerals.push(numeral);
  return numeral.end;
}

function addTerm(scan: Scan, text: string, offset: number, terms: TermIndex): number {
  const hit = terms.hitAt(text, offset);
  if (hit === null) return offset;
  scan.terms.push(hit);
  return hit.end;
}
