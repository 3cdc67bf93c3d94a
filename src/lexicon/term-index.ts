import type { Span } from '../text/span.js';
import type { CalendarEntry } from './calendar.js';
import { WordTrie } from './word-trie.js';

/**
 * What a word of the lexicon is for. `formulation`: 四个意识; `idiom`: 一盘棋, 统一 (a 一 that counts nothing); `name`: 三峡, 四川;
 * `calendar`: 党的十八大以来, 今年, 春节.
 */
export type TermKind = 'formulation' | 'idiom' | 'name' | 'calendar';

export interface Term {
  form: string;
  kind: TermKind;
  /** key of the entry in its own list: the formulation's key, the calendar entry's key; '' for idioms and names */
  key: string;
  /** characters that may not follow: 一起 (together) is no word before 案 */
  notBefore?: string;
  /** characters that may not stand before */
  notAfter?: string;
  /** its entry in the calendar; words of other lists can have one, too: 五一 is an idiom and a day */
  calendar?: CalendarEntry | null;
}

export interface TermHit extends Span {
  term: Term;
}

/** All words of the lexicon, found in one walk over the text. */
export class TermIndex {
  private readonly trie: WordTrie;
  /** 1 for words that may not stand everywhere; the others need not be looked at */
  private readonly isGuarded: Uint8Array;

  constructor(private readonly terms: readonly Term[]) {
    this.trie = new WordTrie(terms.map((term) => term.form));
    this.isGuarded = Uint8Array.from(terms, (term) => ((term.notBefore ?? '') + (term.notAfter ?? '') === '' ? 0 : 1));
  }

  /** By code unit one bit for each second character of the words that begin with it, see `bitOfSecond`. */
  get seconds(): Readonly<Uint16Array> {
    return this.trie.seconds;
  }

  /** The longest word that begins at `offset` and may stand there. */
  hitAt(text: string, offset: number): TermHit | null {
    const found = this.trie.longestAt(text, offset);
    if (found === -1) return null;
    const end = offset + this.trie.matchLength;
    const term = this.terms[found] as Term;
    return this.isGuarded[found] === 1 && isExcluded(text, offset, end, term) ? null : { start: offset, end, term };
  }
}

function isExcluded(text: string, start: number, end: number, { notBefore = '', notAfter = '' }: Term): boolean {
  return stands(text, end, notBefore) || stands(text, start - 1, notAfter);
}

/** True when the character at `offset` is one of these; outside the text stands none. */
function stands(text: string, offset: number, characters: string): boolean {
  const character = text.charAt(offset);
  return character !== '' && characters.includes(character);
}
