import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { flatten, measure } from '../../src/extractor/source-text.js';

const texts: [string, string][] = [
  ['none', ''],
  ['short', '会议强调，要抓好三个环节。'],
  ['with characters outside the basic plane', '𠮷林😀'],
  ['with a lone half of one', '三个\ud83d环节'],
  ['just as long as the memory that is kept', '会'.repeat(21_845)],
  ['longer', '会'.repeat(21_846)],
  ['much longer', '增长5.3%，'.repeat(50_000)],
];

describe('a text', () => {
  it.each(texts)('%s: is the same in one piece', (_, text) => {
    expect(flatten(text)).toBe(text);
    expect(flatten(`${text}${text}`.slice(text.length))).toBe(text);
  });

  it.each(texts)('%s: has the id of its UTF-8 bytes', (_, text) => {
    const bytes = Buffer.from(text);
    expect(measure(text)).toEqual({ id: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length });
  });
});
