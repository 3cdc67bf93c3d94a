import { WordTrie } from '../lexicon/word-trie.js';

/** Finds any of a few hundred words anywhere in a text: most characters begin none of them and cost one look. */
export class WordFinder {
  private readonly trie: WordTrie;
  /** where the word found by the last call of `next` begins */
  start = 0;

  constructor(words: readonly string[]) {
    this.trie = new WordTrie(words);
  }

  /** end of the word found by the last call of `next` */
  get end(): number {
    return this.start + this.trie.matchLength;
  }

  /** Number of the first and longest word between `offset` and `limit`, -1 when there is none; `start` and `end` say where it stands. */
  next(text: string, offset: number, limit = text.length): number {
    const { trie } = this;
    for (let at = trie.nextStart(text, offset, limit); at < limit; at = trie.nextStart(text, at + 1, limit)) {
      const word = trie.longestAt(text, at, limit);
      if (word === -1) continue;
      this.start = at;
      return word;
    }
    return -1;
  }
}
