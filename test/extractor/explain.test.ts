import { describe, expect, it } from 'vitest';
import { explain, extract } from '../../src/index.js';

const TEXT =
  '王明远强调，要完成四项重点任务：筑牢政治忠诚，清除害群之马，整治顽瘴痼疾，弘扬英模精神。这四项任务要抓好学习教育、查纠整改、总结提升三个环节，增强“四个意识”。清江县有三个方面不足。';
const steps = explain(TEXT);
const step = (label: string) => steps.find((slogan) => slogan.label === label);

describe('explain', () => {
  it('shows every place that looks like a formulation, with its place in the source', () => {
    expect(steps.map((slogan) => [slogan.text, slogan.isSlogan])).toEqual([
      ['四项重点任务', true],
      ['四项任务', true],
      ['三个环节', true],
      ['四个意识', true],
      ['三个方面不足', false],
    ]);
    for (const { start, end, text } of steps) expect(TEXT.slice(start, end)).toBe(text);
  });

  it('says what was proposed and why the winner won', () => {
    const winner = step('三个环节')?.proposals.find((proposal) => proposal.isChosen);
    expect(winner).toMatchObject({ how: 'apposition' });
    expect(winner?.items.map((item) => item.label)).toEqual(['学习教育', '查纠整改', '总结提升']);
    expect(winner?.cost).toBeLessThanOrEqual(winner?.limit ?? -Infinity);
    expect(winner?.reasons).not.toEqual([]);
    expect(step('三个环节')?.verdict).toMatch(/^apposition costs .* and may cost .*\.$/);
  });

  it('says where a list comes from that is not spelled out', () => {
    expect(step('四项任务')).toMatchObject({ how: 'document', because: 'It points back to a mention with a list.' });
    expect(step('四项任务')?.verdict).toContain('The list is that of 四项重点任务');
    expect(step('四个意识')).toMatchObject({ how: 'lexicon' });
    expect(step('四个意识')?.verdict).toContain("lexicon's entry 四个意识");
  });

  it('says why something is none', () => {
    expect(step('三个方面不足')).toMatchObject({ how: null, verdict: 'No list was proposed.' });
    expect(step('三个方面不足')?.because).toContain('no list');
  });

  it('agrees with the report', () => {
    const slogans = steps.filter((slogan) => slogan.isSlogan).map(({ label, how }) => [label, how]);
    expect(slogans).toEqual(extract(TEXT).slogans.map(({ label, list }) => [label, list?.how ?? null]));
  });

  it('says nothing of a text without numerals', () => {
    expect(explain('会议强调要抓好落实。')).toEqual([]);
    expect(explain('')).toEqual([]);
  });
});
