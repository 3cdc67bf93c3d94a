import { describe, expect, it } from 'vitest';
import { extract, type Report } from '../../../src/index.js';

const TASKS =
  '王明远在云河市教育整顿动员会上强调，要完成四项重点任务：学好政策法规，查清问题底数，改掉作风毛病，选树身边榜样。';

function slogan(report: Report, label: string): Report['slogans'][number] | undefined {
  return report.slogans.filter((record) => record.label === label).at(-1);
}

/** How the last mention of the label got its list, the label it comes from, and the members. */
function listOf(text: string, label: string): { how: string; from: string | undefined; items: string[] } | null {
  const report = extract(text);
  const list = slogan(report, label)?.list;
  if (list == null) return null;
  const from = report.slogans.find((record) => record.id === list.from)?.label;
  return { how: list.how, from, items: list.items.map((item) => item.label) };
}

describe('mentions that point back', () => {
  it.each([
    ['这四项任务相互联系、相互促进。', '四项任务', '四项重点任务'],
    ['各县区要把上述四项任务抓实抓细。', '四项任务', '四项重点任务'],
    ['以上四大任务缺一不可。', '四大任务', '四项重点任务'],
    ['这“四项任务”是一个整体。', '四项任务', '四项重点任务'],
    ['前述四项重点任务由市委政法委牵头落实。', '四项重点任务', '四项重点任务'],
    ['四项重点任务由市委政法委牵头落实。', '四项重点任务', '四项重点任务'],
  ])('%s', (sentence, label, antecedent) => {
    const list = listOf(`${TASKS}\n${sentence}`, label);
    expect(list).toMatchObject({ how: 'document', from: antecedent });
    expect(list?.items).toEqual(['学好政策法规', '查清问题底数', '改掉作风毛病', '选树身边榜样']);
  });

  it.each([
    ['做好防汛工作要抓住值班值守、巡查排险、转移避险三个环节。\n这三大环节一个也不能少。', '三大环节', '三个环节'],
    ['清江县从组织领导、责任落实、宣传引导、督导检查四个方面推进整顿。\n这四方面要统筹安排。', '四方面', '四个方面'],
  ])('the label differs by its classifier: %s', (text, label, antecedent) => {
    expect(listOf(text, label)).toMatchObject({ how: 'document', from: antecedent });
  });

  it('takes the nearest of two lists', () => {
    const text =
      '第一阶段要做好摸底排查、建立台账、分类处置三项重点工作。第二阶段要做好整改落实、检查验收、总结提升三项主要工作。\n这三项工作由县委办公室负责。';
    expect(listOf(text, '三项工作')).toMatchObject({ from: '三项主要工作' });
  });

  it.each([
    ['a list of its own comes first', `${TASKS}\n这三项任务要同步推进。`, '三项任务'],
    ['another number', `${TASKS}\n这五项任务要同步推进。`, '五项任务'],
    ['another head', `${TASKS}\n这四项制度要同步推进。`, '四项制度'],
    ['nothing points back', `${TASKS}\n市直部门还承担四项任务。`, '四项任务'],
    ['nothing to point to', '这四项任务要同步推进。', '四项任务'],
    ['the list stands behind', `这四项任务很重。\n${TASKS}`, '四项任务'],
  ])('is no slogan: %s', (_, text, label) => {
    expect(slogan(extract(text), label)).toBeUndefined();
  });

  it('其中第二项 is no record', () => {
    const report = extract(`${TASKS}其中第二项最难，第四项最重。`);
    expect(report.slogans.map((record) => record.label)).toEqual(['四项重点任务']);
  });

  it('text comes before the lexicon, and the two are never mixed', () => {
    const text =
      '全体干警要增强“四个意识”。\n会上宣读了“四个意识”即政治意识、大局意识、核心意识、看齐意识的学习要求。\n要用“四个意识”武装头脑。';
    const report = extract(text);
    const hows = report.slogans.map((record) => record.list?.how);
    expect(hows).toEqual(['document', 'following', 'document']);
    for (const { list } of report.slogans) expect(list?.items.every((item) => item.start !== null)).toBe(true);
    const bare = extract('全体干警要增强“四个意识”。').slogans[0]?.list;
    expect(bare).toMatchObject({ how: 'lexicon', from: '四个意识' });
    expect(bare?.items.every((item) => item.start === null && item.end === null)).toBe(true);
  });
});
