import { describe, expect, it } from 'vitest';
import { WordFinder } from '../../src/document/word-finder.js';

const WORDS = ['责任编辑', '责任', '版权', '转'];
const text = '责任编辑：王明远，责令改正，版权所有，请勿转';

function wordsIn(finder: WordFinder, from = 0, limit = text.length): string[] {
  const found: string[] = [];
  for (let word = finder.next(text, from, limit); word !== -1; word = finder.next(text, finder.end, limit)) {
    expect(text.slice(finder.start, finder.end)).toBe(WORDS[word]);
    found.push(WORDS[word] as string);
  }
  return found;
}

describe('WordFinder', () => {
  it('finds the longest words from left to right, one of a single character at the very end too', () => {
    expect(wordsIn(new WordFinder(WORDS))).toEqual(['责任编辑', '版权', '转']);
  });

  it('finds only what ends by the limit', () => {
    expect(wordsIn(new WordFinder(WORDS), 0, 3)).toEqual(['责任']);
    expect(wordsIn(new WordFinder(WORDS), 0, 1)).toEqual([]);
    expect(wordsIn(new WordFinder(WORDS), 5, text.length - 1)).toEqual(['版权']);
  });
});
