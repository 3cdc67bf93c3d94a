import { WordTrie } from '../lexicon/word-trie.js';

/** Finds any of a few hundred words anywhere in a text: most characters begin none of them and cost one look. */
export class WordFinder {
  private readonly trie: WordTrie;

  constructor(words: readonly string[]) {
    this.trie = new WordTrie(words);
  }

  /** Calls `found` with the number of each longest word and its place, left to right; stops when it returns true. */
  each(text: string, found: (word: number, at: number) => boolean): boolean {
    const { trie } = this;
    let at = trie.nextStart(text, 0);
    while (at < text.length) {
      const word = trie.longestAt(text, at);
      if (word !== -1 && found(word, at)) return true;
      at = trie.nextStart(text, word === -1 ? at + 1 : at + trie.matchLength);
    }
    return false;
  }
}
