import { WordTrie } from './word-trie.js';

/** A set of words that a stretch of text may end with: 区委书记 ends with 书记. */
export class WordEndings {
  private readonly trie: WordTrie;

  /** Words are numbered by their place in the array. */
  constructor(words: readonly string[]) {
    this.trie = new WordTrie(words.map((word) => word.split('').reverse().join('')));
  }

  /** length of the word found by the last call of `longestBefore` */
  get matchLength(): number {
    return this.trie.matchLength;
  }

  /** Number of the longest word that ends at `end` and begins at `start` or later, -1 when there is none. */
  longestBefore(text: string, end: number, start = 0): number {
    return this.trie.longestBefore(text, end, start);
  }
}
