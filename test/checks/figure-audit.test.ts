import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/extractor/extractor.js';

interface Case {
  title: string;
  text: string;
  expected: string;
}

function readCases(name: string): Case[] {
  const file = readFileSync(new URL(`../../fixtures/phrases/${name}`, import.meta.url), 'utf8');
  return file
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [head = '', expected = ''] = block.split('\n---\n');
      const [title = '', ...lines] = head.split('\n');
      return { title, text: lines.join('\n'), expected: expected.trim() };
    });
}

const extractor = createExtractor();

/** `code` and the figures it speaks of, one check a line. */
function audit(text: string): string {
  const report = extractor.extract(text);
  const texts = new Map(report.statistics.map((record) => [record.id, record.text]));
  return report.checks
    .map((check) => `${check.code} ${check.records.map((id) => texts.get(id)).join(' | ')}`)
    .join('\n');
}

describe.each(['checks-sound.txt', 'checks-broken.txt'])('%s', (name) => {
  const cases = readCases(name);

  it('holds thirty groups of figures or more', () => {
    expect(cases.length).toBeGreaterThanOrEqual(30);
  });

  it.each(cases.map((test) => [test.title, test] as const))('%s', (_, test) => {
    expect(audit(test.text)).toBe(test.expected);
  });
});

describe('messages', () => {
  it('give the arithmetic', () => {
    const [check] = extractor.extract('云河区法院新收案件1240件，旧存75件，结案1102件，结案率88.3%。').checks;
    expect(check?.message).toBe('1102 ÷ (1240 + 75) = 83.8 %, but the text says 结案率88.3%.');
  });
});
