import { NUMERAL_PARTS, type Numeral, numeralAt } from '../language/numerals.js';
import { type TermHit, TermIndex } from '../lexicon/term-index.js';
import { bitOfSecond, WordTrie } from '../lexicon/word-trie.js';
import { eachBesideHan } from '../text/char-class.js';
import { disclaimerWords } from './furniture.js';
import { genreWords, type PlacedWord } from './genre.js';
import { eachOpener } from './markers.js';
import { markTable } from './marks.js';

/** What stands in a text, each kind in text order; numerals and words of the lexicon overlap none of their own kind. */
export interface TextScan {
  numerals: Numeral[];
  marks: number[];
  /** the marks behind which an enumerator can begin */
  openings: number[];
  terms: TermHit[];
  /** words that speak for a genre */
  genreWords: PlacedWord[];
  /** where the words of disclaimers begin */
  disclaimers: number[];
}

/** Words of genres and, behind them, of disclaimers. */
interface SignWords {
  forms: readonly string[];
  trie: WordTrie;
  /** how many are of genres */
  genres: number;
}

let signs: SignWords | null = null;

function signWords(): SignWords {
  if (signs !== null) return signs;
  const genres = genreWords();
  const forms = [...genres, ...disclaimerWords()];
  signs = { forms, trie: new WordTrie(forms), genres: genres.length };
  return signs;
}

/**
 * A cell of the table says what a character can be: with which second characters something begins (sixteen bits, as `bitOfSecond`
 * has them; all for what needs no second), what part of a numeral it is, whether it is a mark or can follow one, and with which
 * second characters it begins a sign (eight bits).
 */
const ANY_SECOND = 0xffff;
const PART = 7 << 16;
const MARK = 8 << 16;
const FIRST_SIGN = 20;
/** it can stand first behind the mark before an enumerator */
const OPENER = 1 << 28;

function bitOfSign(second: number): number {
  return 1 << (FIRST_SIGN + (second & 7));
}

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
    for (const character of characters) add(character.charCodeAt(0), (part << 16) | ANY_SECOND);
  const marks = markTable();
  eachBesideHan((code) => {
    if (marks[code] === 1) add(code, MARK | ANY_SECOND);
  });
  eachOpener((code) => add(code, OPENER));
  for (const word of signWords().forms) {
    const second = word.charCodeAt(1);
    add(word.charCodeAt(0), bitOfSecond(second) | bitOfSign(second));
  }
  tables.set(terms, table);
  return table;
}

let noTerms: TermIndex | null = null;

function emptyIndex(): TermIndex {
  noTerms ??= new TermIndex([]);
  return noTerms;
}

/** Memory for the places of texts of ordinary length, kept so that each does not get its own. */
const KEPT_ROOM = 65_536;
let room: Int32Array | null = null;

function roomFor(length: number): Int32Array {
  if (length > KEPT_ROOM) return new Int32Array(length);
  room ??= new Int32Array(KEPT_ROOM);
  return room;
}

/**
 * Writes down where something can begin and returns how many such places there are. Nothing is decided here: a branch that is taken
 * at every sixth character costs more than all else.
 */
function findPlaces(text: string, table: Int32Array, found: Int32Array): number {
  const { length } = text;
  if (length === 0) return 0;
  let count = 0;
  let next = text.charCodeAt(0);
  for (let i = 1; i < length; i++) {
    const code = next;
    next = text.charCodeAt(i);
    found[count] = i - 1;
    count += ((table[code] as number) >>> (next & 15)) & 1;
  }
  found[count] = length - 1;
  return count + ((table[next] as number) & 1);
}

/**
 * Numerals, marks and words in one walk: most characters are none of them and cost one look.
 * @param terms the words of the lexicon; none when absent
 */
export function scanText(text: string, terms: TermIndex = emptyIndex()): TextScan {
  const table = tableFor(terms);
  const scan: TextScan = { numerals: [], marks: [], openings: [], terms: [], genreWords: [], disclaimers: [] };
  const places = roomFor(text.length);
  const count = findPlaces(text, table, places);
  let [numeralEnd, termEnd, signEnd] = [0, 0, 0];
  for (let k = 0; k < count; k++) {
    const i = places[k] as number;
    const kind = table[text.charCodeAt(i)] as number;
    const next = i + 1 < text.length ? text.charCodeAt(i + 1) : 0;
    if ((kind & MARK) !== 0) {
      scan.marks.push(i);
      if (((table[next] as number) & OPENER) !== 0) scan.openings.push(i);
      continue;
    }
    if ((kind & PART) !== 0 && i >= numeralEnd) numeralEnd = addNumeral(scan, text, i, (kind & PART) >> 16);
    if (i >= termEnd) termEnd = addTerm(scan, text, i, terms);
    if ((kind & bitOfSign(next)) !== 0 && i >= signEnd) signEnd = addSign(scan, text, i);
  }
  return scan;
}

/** Where the numeral at `offset` ends; `offset` where none is. */
function addNumeral({ numerals }: TextScan, text: string, offset: number, part: number): number {
  const numeral = numeralAt(text, offset, part);
  if (numeral === null) return offset;
  numerals.push(numeral);
  return numeral.end;
}

function addTerm(scan: TextScan, text: string, offset: number, terms: TermIndex): number {
  const hit = terms.hitAt(text, offset);
  if (hit === null) return offset;
  scan.terms.push(hit);
  return hit.end;
}

function addSign({ genreWords, disclaimers }: TextScan, text: string, offset: number): number {
  const { trie, genres } = signWords();
  const word = trie.longestAt(text, offset);
  if (word === -1) return offset;
  const end = offset + trie.matchLength;
  if (word < genres) genreWords.push({ start: offset, end, word });
  else disclaimers.push(offset);
  return end;
}
