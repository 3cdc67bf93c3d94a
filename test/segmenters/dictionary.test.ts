import { describe, expect, it } from 'vitest';
import { mergeDictionary, wordsOfTerms } from '../../src/segmenters/dictionary.js';

const base = new TextEncoder().encode('意识 5000 n\n四风 3 nz\n教育 9000 vn');

function merged(words: { text: string; tag: string }[]): string[] {
  return new TextDecoder().decode(mergeDictionary(base, words)).trimEnd().split('\n');
}

describe('mergeDictionary', () => {
  it('adds words behind the base, each with a frequency of its own', () => {
    const lines = merged([
      { text: '四个意识', tag: 'nz' },
      { text: '两个维护', tag: 'nz' },
    ]);
    expect(lines.slice(0, 3)).toEqual(['意识 5000 n', '四风 3 nz', '教育 9000 vn']);
    expect(lines.slice(3).map((line) => line.split(' ')[0])).toEqual(['两个维护', '四个意识']);
    expect(new Set(lines.slice(3).map((line) => line.split(' ')[1])).size).toBe(2);
  });

  it('leaves words of the base as they are, and names each word once', () => {
    expect(merged([{ text: '四风', tag: 'x' }])).toHaveLength(3);
    expect(merged(Array(2).fill({ text: '三农', tag: 'nz' }))).toHaveLength(4);
  });

  it('takes runs of Han characters only, since engines are given nothing else', () => {
    expect(
      merged([
        { text: '1+8', tag: 'nz' },
        { text: '六+N', tag: 'nz' },
        { text: '六', tag: 'nz' },
      ]),
    ).toHaveLength(3);
  });

  it('gives every kind of term a tag', () => {
    const words = wordsOfTerms([
      { form: '四个意识', kind: 'formulation', key: '四个意识' },
      { form: '一盘棋', kind: 'idiom', key: '' },
    ]);
    expect(words).toEqual([
      { text: '四个意识', tag: 'nz' },
      { text: '一盘棋', tag: 'l' },
    ]);
  });
});
