import { describe, expect, it } from 'vitest';
import { scanText } from '../../src/document/scan.js';
import { type Term, TermIndex } from '../../src/lexicon/term-index.js';

const TERMS: Term[] = [
  { form: '四个意识', kind: 'formulation', key: '四个意识' },
  { form: '三公', kind: 'formulation', key: '三公', notBefore: '里' },
  { form: '统一', kind: 'idiom', key: '', notAfter: '系' },
  { form: '一起', kind: 'idiom', key: '' },
  { form: '三峡', kind: 'name', key: '' },
  { form: '三峡水库', kind: 'name', key: '' },
];
const index = new TermIndex(TERMS);
const forms = (text: string) => scanText(text, index).terms.map((hit) => text.slice(hit.start, hit.end));

describe('TermIndex', () => {
  it.each([
    ['增强“四个意识”', ['四个意识']],
    ['压减三公经费', ['三公']],
    ['长三公里', []],
    ['三公', ['三公']],
    ['统一部署', ['统一']],
    ['系统一期', []],
    ['三峡水库蓄水', ['三峡水库']],
    ['三峡库区', ['三峡']],
    ['统一起来', ['统一']],
    ['', []],
  ])('%s', (text, found) => {
    expect(forms(text)).toEqual(found);
  });

  it('gives hits in order, none overlapping, each with its term', () => {
    const hits = scanText('三峡统一四个意识三公统一起', index).terms;
    expect(hits.map((hit) => hit.term.form)).toEqual(['三峡', '统一', '四个意识', '三公', '统一']);
    hits.forEach((hit, i) => {
      expect(hit.start).toBeGreaterThanOrEqual(hits[i - 1]?.end ?? 0);
    });
  });
});
