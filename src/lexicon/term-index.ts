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

  constructor(private readonly terms: readonly Term[]) {
    this.trie = new WordTrie(terms.map((term) => term.form));
  }

  /** Longest match from left to right; hits do not overlap and stand in text order. */
  match(text: string): TermHit[] {
    const hits: TermHit[] = [];
    let i = this.trie.nextStart(text, 0);
    while (i < text.length) {
      const found = this.trie.longestAt(text, i);
      const term = found === -1 ? undefined : this.terms[found];
      const isWord = term !== undefined && !isExcluded(text, i, term);
      const end = isWord ? i + term.form.length : i + 1;
      if (isWord) hits.push({ start: i, end, term });
      i = this.trie.nextStart(text, end);
    }
    return hits;
  }
}

function isExcluded(text: string, start: number, term: Term): boolean {
  const end = start + term.form.length;
  return (
    (term.notBefore !== undefined && term.notBefore !== '' && stands(text, end, term.notBefore)) ||
    (term.notAfter !== undefined && term.notAfter !== '' && stands(text, start - 1, term.notAfter))
  );
}

/** True when the character at `offset` is one of these; outside the text stands none. */
function stands(text: string, offset: number, characters: string): boolean {
  const character = text.charAt(offset);
  return character !== '' && characters.includes(character);
}
