import { describe, expect, it } from 'vitest';
import { readDatesOf } from '../../support/read-dates-of.js';

function anchorOf(text: string): [string | null, string | null] {
  const { anchor, anchorFrom } = readDatesOf(text);
  return [anchor, anchorFrom];
}

describe('the date that a text is read against', () => {
  it.each([
    [
      'published stamp before anything in the text',
      '云河市召开推进会\n来源：云河日报 发布时间：2021-03-16\n3月5日，云河市召开动员会，2020年9月启动试点。',
      ['2021-03-16', 'published'],
    ],
    [
      'page furniture never',
      '欢迎访问云河政法网 今天是 2024年12月28日 星期六\n云河市召开推进会\n3月5日，云河市召开动员会。\n© 2014-2024 云河日报社',
      [null, null],
    ],
    [
      'latest full date spoken of as past',
      '2021年3月5日动员部署，2021年4月20日总结验收，计划于2021年6月30日前通报。',
      ['2021-04-20', 'text'],
    ],
    ['截至 counts as past', '截至2021年4月20日，全市办结线索120件。', ['2021-04-20', 'text']],
    ['no goal, no base', '力争2025年建成，比2015年增长一倍，10月17日召开会议。', [null, null]],
    [
      'the year beside a day without one',
      '4月12日，云河市将2018年增长预期调整为6%。4月11日，省里发布报告。',
      ['2018-04-12', 'text'],
    ],
    [
      '今年 with a meeting of the year',
      '2月26日部署。在今年总结表彰暨2021年工作会议上，表彰了先进。4月14日再部署。',
      ['2021-04-14', 'text'],
    ],
    [
      'figures of last year say nothing in January',
      '1月25日，云河市召开会议。2017年，全市生产总值增长7%。',
      [null, null],
    ],
    [
      'a year looked back on is not its own',
      '一、2024年工作回顾\n9月26日，市委常委会召开会议，部署下一步经济工作。',
      [null, null],
    ],
    ['first year of a plan', '今年是“十四五”开局之年，全市上下要起好步。', ['2021', 'text']],
    ['last year of a plan', '今年是“十三五”规划收官之年，要确保完成目标。', ['2020', 'text']],
    ['year stated as the plan’s first', '2026年是“十五五”开局之年，做好各项工作意义重大。', ['2026', 'text']],
    ['year planned for', '一、2025年工作回顾\n全年增长5%。\n二、2026年重点工作\n抓好项目建设。', ['2026', 'text']],
    [
      'congress session with its day',
      '十三届全国人大五次会议8日上午在北京举行第二次全体会议，听取报告。',
      ['2022-03-08', 'text'],
    ],
    [
      'dateline’s day in the year stated',
      '新华社云河3月5日电 2021年是“十四五”开局之年，各地抓好落实。',
      ['2021-03-05', 'text'],
    ],
    ['anniversary kept this year', '云河市3月5日召开会议。今年是新中国成立75周年。', ['2024-03-05', 'text']],
    ['a day appointed is to come', '会议决定，清江县第十五届人民代表大会第一次会议于2022年1月5日召开。', [null, null]],
    [
      'a full date beside days of another month',
      '2017年12月22日，系统部署完毕。\n13日，云河市通报进展情况。',
      [null, null],
    ],
    ['a date long told about', '1941年9月23日，五名战士掩护群众转移。', [null, null]],
    ['older than what the text names', '2003年10月16日，飞船返回。新时代的航天人接续奋斗。', [null, null]],
    ['nothing to serve', '会议强调，要抓好落实。', [null, null]],
  ] as const)('%s', (_, text, expected) => {
    expect(anchorOf(text)).toEqual(expected);
  });

  it('is the option where one is given', () => {
    const { anchor, anchorFrom, dates } = readDatesOf('发布时间：2021-03-16\n今年完成。', '2020-01-05');
    expect([anchor, anchorFrom]).toEqual(['2020-01-05', 'option']);
    expect(dates[dates.length - 1]?.value).toBe('2020');
  });

  it('says how a missing part was filled in', () => {
    const { dates } = readDatesOf('2020年11月28日抵达，30日返回。\n今年完成。党的十八大以来成效显著。', '2021-03-16');
    expect(dates.map((date) => date.resolvedBy)).toEqual(['explicit', 'context', 'anchor', 'lexicon']);
  });

  it('takes the year of a heading for what stands under it', () => {
    const { dates } = readDatesOf(
      '一、2024年工作回顾\n9月26日，市委常委会召开会议，部署下一步经济工作。\n二、今后打算\n抓好落实，开创新局面。',
    );
    expect(dates.map((date) => date.value)).toContain('2024-09-26');
  });
});

describe('bounds for range queries', () => {
  it.each([
    ['2021年3月', '2021-03-01', '2021-03-31'],
    ['上半年', '2021-01-01', '2021-06-30'],
    ['2018年以来', '2018-01-01', null],
    ['2025年前', null, '2024-12-31'],
    ['10月底前', null, '2021-10-31'],
    ['5月1日以后', '2021-05-01', null],
    ['2018年之后', '2019-01-01', null],
    ['20天左右', null, null],
    ['目前', '2021-03-16', '2021-03-16'],
    ['今年冬季', '2021-12-01', '2022-02-28'],
  ])('%s', (text, earliest, latest) => {
    const [date] = readDatesOf(text, '2021-03-16').dates;
    expect([date?.earliest, date?.latest]).toEqual([earliest, latest]);
  });
});
