import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Segmenter } from '../../src/language/segmenter.js';
import { cutTokens } from '../../src/language/tokens.js';
import { loadSegmenter } from '../../src/segmenters/load-segmenter.js';
import { loadNodeRs } from '../../src/segmenters/node-rs.js';
import { loadNodejieba } from '../../src/segmenters/nodejieba.js';
import { createView } from '../../src/text/view.js';

const words = ['四个意识', '三严三实', '两个维护', '一岗双责', '双随机', '六大顽瘴痼疾'].map((text) => ({
  text,
  tag: 'nz',
}));
const otherWords = [{ text: '清江经验', tag: 'nz' }];

const SENTENCES = [
  '2024年，清江县办结民事案件1,379件，结案率69.11%。',
  '会议强调，要增强“四个意识”、落实“一岗双责”，COVID-19期间不查不放过。',
  '云河市推行“双随机、一公开”和“六+N”模式，\r\n\r\n整治六大顽瘴痼疾。',
  '𠮷祥街道、〇一二号楼。',
];

const documents = fileURLToPath(new URL('../../fixtures/documents/', import.meta.url));

function readFixtures(): [name: string, text: string][] {
  return readdirSync(documents, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => [entry.name, readFileSync(`${documents}${entry.name}/source.txt`, 'utf8')]);
}

/** Where nodejieba has no binary there is nothing to compare; the other engine is tested all the same. */
function hasNodejieba(): boolean {
  try {
    createRequire(import.meta.url)('nodejieba/build/Release/nodejieba.node');
    return true;
  } catch {
    return false;
  }
}

function surface(text: string, segmenter: Segmenter): string[] {
  return cutTokens(text, segmenter).map((token) => `${text.slice(token.start, token.end)}/${token.tag}`);
}

describe('node-rs', () => {
  let segmenter: Segmenter;
  beforeAll(() => {
    segmenter = loadNodeRs(words);
  });

  it('keeps the words of the lexicon whole and cuts figures, letters and marks by itself', () => {
    expect(surface(SENTENCES[0] as string, segmenter).slice(0, 3)).toEqual(['2024/m', '年/m', '，/w']);
    expect(surface(SENTENCES[0] as string, segmenter)).toContain('1,379/m');
    expect(surface(SENTENCES[1] as string, segmenter)).toEqual(
      expect.arrayContaining(['四个意识/nz', '一岗双责/l', 'COVID-19/eng']),
    );
  });

  it('loses nothing but blanks, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const joined = cutTokens(text, segmenter)
          .map((token) => text.slice(token.start, token.end))
          .join('');
        return joined === text.replace(/\s/g, '');
      }),
    );
  });
});

describe.skipIf(!hasNodejieba())('nodejieba and node-rs', () => {
  let engines: [Segmenter, Segmenter];
  beforeAll(() => {
    engines = [loadNodejieba(words), loadNodeRs(words)];
  });

  it.each(SENTENCES)('cut alike: %s', (text) => {
    expect(surface(text, engines[0])).toEqual(surface(text, engines[1]));
  });

  it.each(readFixtures())('cut alike: %s', (_, source) => {
    const { text } = createView(source);
    expect(surface(text, engines[0])).toEqual(surface(text, engines[1]));
  });

  it('names itself, and refuses other words while it holds the first', () => {
    expect(engines.map((engine) => engine.name)).toEqual(['nodejieba', '@node-rs/jieba']);
    expect(() => loadNodejieba(otherWords)).toThrow(/one dictionary/);
    expect(loadSegmenter().name).toBe('@node-rs/jieba');
  });
});
