import { describe, expect, it } from 'vitest';
import { WordEndings } from '../../src/lexicon/word-endings.js';

describe('WordEndings', () => {
  const offices = new WordEndings(['书记', '记', '委书记', '𠮷野']);

  it('finds the longest word that ends at a place', () => {
    expect(offices.longestBefore('云河市委书记王明远', 6)).toBe(2);
    expect(offices.matchLength).toBe(3);
  });

  it('looks no further back than it may', () => {
    expect(offices.longestBefore('云河市委书记', 6, 4)).toBe(0);
    expect(offices.longestBefore('云河市委书记', 6, 5)).toBe(1);
    expect(offices.longestBefore('云河市委书记', 6, 6)).toBe(-1);
  });

  it('finds nothing where no word ends, at the head of a text and in an empty one', () => {
    expect(offices.longestBefore('云河市委书记', 4)).toBe(-1);
    expect(offices.longestBefore('云河市委书记', 0)).toBe(-1);
    expect(offices.longestBefore('', 0)).toBe(-1);
  });

  it('reads characters outside the basic plane', () => expect(offices.longestBefore('区长𠮷野', 5)).toBe(3));
});
