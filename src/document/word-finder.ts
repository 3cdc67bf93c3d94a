import { WordTrie } from '../lexicon/word-trie.js';

/**
 * Finds any of a few hundred words anywhere in a text. A table of first characters keeps the walk cheap: most characters begin
 * none of the words and cost one look.
 */
export class WordFinder {
  private readonly trie: WordTrie;
  private readonly isFirst = new Uint8Array(65536);

  constructor(words: readonly string[]) {
    this.trie = new WordTrie(words);
    for (const word of words) this.isFirst[word.charCodeAt(0)] = 1;
  }

  /** Calls `found` with the number of each longest word and its place, left to right; stops when it returns true. */
  each(text: string, found: (word: number, at: number) => boolean): boolean {
    for (let at = 0; at < text.length; at++) {
      if (this.isFirst[text.charCodeAt(at)] === 0) continue;
      const word = this.trie.longestAt(text, at);
      if (word === -1) continue;
      if (found(word, at)) return true;
      at += this.trie.matchLength - 1;
    }
    return false;
  }
}
