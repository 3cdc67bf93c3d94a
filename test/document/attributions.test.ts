import { describe, expect, it } from 'vitest';
import verbs from '../../corpus/attribution-verbs.json';
import { read } from './support.js';

describe('corpus/attribution-verbs.json', () => {
  it('is sorted, without doubles', () => {
    const forms = verbs.map((verb) => verb.form);
    expect(forms).toEqual([...new Set(forms)].sort());
  });

  it.each(verbs.map((verb) => [verb.form, verb.example]))('%s: %s', (form, example) => {
    const { attributions, speakers } = read(`${example}要抢抓农时，确保颗粒归仓。`);
    expect(speakers).toEqual([example.slice(0, -1)]);
    expect(attributions[0]?.verb).toBe(form);
  });
});

describe('attributions', () => {
  it.each([
    ['会议强调，要压实责任。会议要求，要抓好落实。', ['会议强调', '会议要求']],
    ['市委书记王明远指出，要压实责任。', ['市委书记王明远指出']],
    ['在总结讲话中，李清强调，要压实责任。', ['李清强调']],
    ['据统计，全县夏收过半。', ['据统计']],
    ['记者从云河市统计局获悉，夏收过半。', ['记者从云河市统计局获悉']],
    ['《意见》明确，到2025年全面建成。', ['《意见》明确']],
    ['会议强调要压实责任。', ['会议强调']],
    ['全会一致认为：成绩来之不易。', ['全会一致认为']],
    ['云河市统计局发布的数据显示，一季度增长6%。', ['云河市统计局发布的数据显示']],
  ])('%s', (sentence, speakers) => expect(read(sentence).speakers).toEqual(speakers));

  it.each([
    ['按照上级要求，全县迅速行动。'],
    ['根据有关规定，给予处分。'],
    ['达到验收要求，方可交付。'],
    ['会议听取了汇报，审议了方案。'],
    ['没有说，也没有问。'],
    ['这项工作要求高、任务重，必须抓紧。'],
  ])('%s quotes nobody', (sentence) => expect(read(sentence).speakers).toEqual([]));

  it('does not look into headings, particulars and furniture', () => {
    expect(read('会议强调，\n首页\n编者按：').speakers).toEqual(['会议强调']);
  });
});
