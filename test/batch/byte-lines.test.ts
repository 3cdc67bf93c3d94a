import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../src/batch/byte-lines.js';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function lines(text: string, size: number): Promise<{ text: string; end: number; isWhole: boolean }[]> {
  const found = [];
  for await (const { bytes, end, isWhole } of readLines(inChunks(Buffer.from(text), size)))
    found.push({ text: Buffer.from(bytes).toString(), end, isWhole });
  return found;
}

describe('readLines', () => {
  it('cuts at line feeds, whatever the chunks', async () => {
    const text = '{"a":"云河市"}\n\n{"b":"清江县"}\n';
    for (const size of [1, 2, 3, 7, 100])
      expect((await lines(text, size)).map((line) => line.text)).toEqual(['{"a":"云河市"}', '', '{"b":"清江县"}']);
  });

  it('does not cut at U+2028, U+2029 or a carriage return', async () => {
    expect((await lines('一\u2028二\u2029三\r四\n', 2)).map((line) => line.text)).toEqual(['一\u2028二\u2029三\r四']);
  });

  it('marks a last line that is not whole', async () => {
    expect(await lines('ab\ncd', 3)).toEqual([
      { text: 'ab', end: 3, isWhole: true },
      { text: 'cd', end: 5, isWhole: false },
    ]);
  });

  it('loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), fc.integer({ min: 1, max: 9 }), async (parts, size) => {
        const text = parts.map((part) => `${part.replaceAll('\n', '')}\n`).join('');
        const found = await lines(text, size);
        expect(found.map((line) => `${line.text}\n`).join('')).toBe(Buffer.from(text).toString());
      }),
    );
  });
});
