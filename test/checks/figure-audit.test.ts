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

describe('agreements, told when asked for', () => {
  const telling = createExtractor({ agreements: true });
  const told = (text: string) => telling.extract(text).checks.map(({ severity, message }) => `${severity}: ${message}`);

  it.each([
    [
      '一季度云河区法院新收案件1379件，旧存68件，结案1000件，结案率69.11%。',
      '1000 ÷ (1379 + 68) = 69.11 %, agrees with',
    ],
    ['全县专业合作社由250户增加到430户，增长72%。', '(430 - 250) ÷ 250 = 72 %, agrees with a rise of 72%'],
    ['全县收到问题线索120件，其中已办结80件，正在核查30件，其他10件。', '80 + 30 + 10 = 120, agrees with'],
    ['会议应出席代表310人，出席298人，缺席12人。', '298 + 12 = 310, agrees with'],
  ])('%s', (text, expected) => {
    expect(told(text).some((line) => line.startsWith(`info: ${expected}`))).toBe(true);
    expect(extractor.extract(text).checks).toEqual([]);
  });

  it('are no contradictions in sound groups', () => {
    for (const { text } of readCases('checks-sound.txt'))
      expect(told(text).filter((line) => line.startsWith('warning'))).toEqual([]);
  });
});

describe('messages', () => {
  it('give the arithmetic', () => {
    const [check] = extractor.extract('云河区法院新收案件1240件，旧存75件，结案1102件，结案率88.3%。').checks;
    expect(check?.message).toBe('1102 ÷ (1240 + 75) = 83.8 %, but the text says 结案率88.3%.');
  });
});
