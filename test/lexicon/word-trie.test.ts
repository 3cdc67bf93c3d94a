import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WordTrie } from '../../src/lexicon/word-trie.js';

const WORDS = ['党', '党建', '党建引领', '三农', '三农工作', '农', '工作'];
const trie = new WordTrie(WORDS);

describe('WordTrie', () => {
  it.each([
    ['党建引领治理', 0, '党建引领'],
    ['党建工作', 0, '党建'],
    ['抓好三农工作', 2, '三农工作'],
    ['抓好三农', 2, '三农'],
    ['三', 0, null],
    ['机关', 0, null],
    ['', 0, null],
    ['党', 1, null],
    ['党', 7, null],
  ])('%s at %i: %s', (text, offset, word) => {
    const found = trie.longestAt(text, offset);
    expect(found === -1 ? null : WORDS[found]).toBe(word);
    if (word !== null) expect(trie.matchLength).toBe(word.length);
  });

  it('ends by the limit, also where the limit lies behind the text', () => {
    expect(WORDS[trie.longestAt('党建引领', 0, 3)]).toBe('党建');
    expect(WORDS[trie.longestAt('党建', 0, 9)]).toBe('党建');
    expect(trie.longestAt('党', 0, 0)).toBe(-1);
    expect(trie.longestAt('党', 1, 5)).toBe(-1);
  });

  it('knows its words and nothing shorter or longer', () => {
    for (const word of WORDS) expect(trie.has(word)).toBe(true);
    for (const word of ['', '党建引', '三', '党建引领力']) expect(trie.has(word)).toBe(false);
  });

  it('gives equal words the number of the first, and passes over empty ones', () => {
    const twice = new WordTrie(['', '三农', '三农']);
    expect(twice.longestAt('三农', 0)).toBe(1);
    expect(new WordTrie([]).longestAt('三农', 0)).toBe(-1);
  });

  it('finds what a search over all words finds', () => {
    const genre = fc.string({ unit: fc.constantFrom(...'党建引领三农工作'), maxLength: 12 });
    fc.assert(
      fc.property(genre, fc.nat(13), fc.nat(16), (text, offset, limit) => {
        const fitting = WORDS.filter((word) => text.startsWith(word, offset) && offset + word.length <= limit);
        const longest = fitting.sort((a, b) => b.length - a.length)[0] ?? null;
        const found = trie.longestAt(text, offset, limit);
        expect(found === -1 ? null : WORDS[found]).toBe(longest);
      }),
    );
  });
});
