import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/lexicon.js';
import { nearest } from '../../src/lookup/nearest.js';

describe('nearest', () => {
  it.each([
    ['四个意思', '四个意识'],
    ['四个自觉', '四个自信'],
    ['三严三史', '三严三实'],
    ['两个百年', '两个一百年'],
    ['六大顽瘴', '六大顽瘴痼疾'],
    ['八项规定精神', '八项规定'],
  ])('finds for %s among others %s', async (query, key) => {
    expect((await nearest(query)).map((entry) => entry.key)).toContain(key);
  });

  it('gives each label once, at most n, the closest first', async () => {
    const keys = (await nearest('三个环节', 5)).map((entry) => entry.key);
    expect(keys[0]).toBe('三个环节');
    expect(new Set(keys).size).toBe(5);
  });

  it('gives nothing when nothing is alike', async () => {
    expect(await nearest('xyz')).toEqual([]);
    expect(await nearest('')).toEqual([]);
  });

  it('looks in the lexicon it is given', async () => {
    const own = loadLexicon().extend([{ key: '云河五条' }]);
    expect((await nearest('云河六条', 1, own)).map((entry) => entry.key)).toEqual(['云河五条']);
  });
});
