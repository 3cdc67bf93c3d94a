import { describe, expect, it } from 'vitest';
import { createExtractor } from '../../src/index.js';

const STAMP = '云河市召开教育整顿动员会\n2021-03-16 09:30 来源：云河日报\n';
const extractor = createExtractor();

function checksOf(text: string): string[] {
  const report = extractor.extract(text);
  const texts = new Map(report.dates.map((date) => [date.id, date.text]));
  return report.checks
    .filter((check) => check.code === 'date-order')
    .map((check) => check.records.map((id) => texts.get(id)).join());
}

describe('date-order', () => {
  it.each([
    ['活动于2021年3月15日至3月5日举行。', '2021年3月15日至3月5日'],
    ['规划期为2025年至2021年。', '2025年至2021年'],
    [`${STAMP}2021年8月5日，云河市召开了动员会。`, '2021年8月5日'],
  ])('%s', (text, date) => {
    expect(checksOf(text)).toEqual([date]);
  });

  it.each([
    '活动于2021年3月5日至15日举行。',
    '2020年11月至2021年2月，全市开展了专项整治。',
    `${STAMP}2021年3月5日，云河市召开了动员会。`,
    `${STAMP}2021年8月5日，云河市将召开总结会。`,
    `${STAMP}到2025年底，全面建成覆盖城乡的服务体系。`,
  ])('is silent: %s', (text) => {
    expect(checksOf(text)).toEqual([]);
  });
});
