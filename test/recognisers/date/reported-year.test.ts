import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extractor/extractor.js';

function datesOf(title: string, stamp: string, body: string): Record<string, string | null> {
  const filler = '各项工作有序推进，群众满意度稳步提高。'.repeat(40);
  const { dates } = extract(`${title}\n${stamp}\n\n${body}\n${filler}\n`);
  return Object.fromEntries(dates.map((date) => [date.label, date.value]));
}

describe('a title that names the year before the text’s own', () => {
  const dates = datesOf(
    '云河市2022年国民经济和社会发展统计公报',
    '（2023年2月28日）',
    '全年地区生产总值386.4亿元，比上年增长5.6%。年末常住人口231万人。会议将于3月5日召开。今年继续努力。',
  );

  it('is what 全年, 年末 and 上年 go by', () => {
    expect(dates).toMatchObject({ 全年: '2022', 年末: '2022-12-31', 上年: '2021' });
  });

  it('says nothing of a day, nor of 今年', () => {
    expect(dates).toMatchObject({ 今年: '2023' });
    expect(Object.values(dates)).toContain('2023-03-05');
  });
});

describe('titles that report on no other year', () => {
  it.each([
    ['two years', '云河市2022年预算执行情况和2023年预算草案的报告'],
    ['its own year', '云河市2023年工作要点'],
    ['a year long past', '云河市2015年抗洪抢险回忆'],
    ['a year to come', '云河市2035年远景规划说明'],
  ])('%s', (_, title) => {
    expect(datesOf(title, '（2023年2月28日）', '全年新增就业3120人。').全年).toBe('2023');
  });
});
