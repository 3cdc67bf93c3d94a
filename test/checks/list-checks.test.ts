import { describe, expect, it } from 'vitest';
import { extract } from '../../src/index.js';

/** Codes and messages of what is said about the lists of a text. */
function checksOf(text: string): string[] {
  return extract(text)
    .checks.filter((check) => check.code.startsWith('list-'))
    .map((check) => `${check.severity} ${check.code}: ${check.message}`);
}

describe('list-count', () => {
  it.each([
    [
      '会议提出五点要求。第一，提高认识。第二，压实责任。第三，严格督导。第四，抓好宣传。',
      'warning list-count: “五点要求” declares 5 members, the text lists 4: 提高认识、压实责任、严格督导、抓好宣传.',
    ],
    [
      '会议部署了四项重点任务：一是筑牢政治忠诚，二是清除害群之马，三是整治顽瘴痼疾。',
      'warning list-count: “四项重点任务” declares 4 members, the text lists 3: 筑牢政治忠诚、清除害群之马、整治顽瘴痼疾.',
    ],
  ])('%s', (text, message) => {
    expect(checksOf(text)).toEqual([message]);
  });

  it.each([
    '清江县抓好学习教育、查纠整改、总结提升三个环节。',
    '清江县实施农田水利、城乡供水等三项工程。',
    '全体干警要增强“四个意识”。',
    '会议部署了三项重点任务：一是筑牢政治忠诚，二是清除害群之马，三是整治顽瘴痼疾。',
    '县里抓好三个环节。\n一是学习教育。办好培训班。\n二是查纠整改。列出清单。\n三是总结提升。开好总结会。\n',
  ])('is silent: %s', (text) => {
    expect(checksOf(text)).toEqual([]);
  });
});

describe('list-differs', () => {
  it('two mentions that mostly agree and are spelled out differently', () => {
    const text =
      '动员会要求抓好动员部署、学习教育、查纠整改、总结提升四个环节。\n推进会要求抓好动员部署、学习教育、查纠整改、建章立制四个环节。';
    expect(checksOf(text)).toEqual([
      'warning list-differs: “四个环节” is spelled out in two ways: 总结提升 against 建章立制.',
    ]);
  });

  it('a fixed formulation with another member', () => {
    const text = '要增强“四个意识”，即政治意识、大局意识、核心意识、法治意识。';
    expect(checksOf(text)).toEqual([
      'info list-differs: “四个意识” differs from the lexicon: 看齐意识 is missing, the text has 法治意识.',
    ]);
  });

  it.each([
    ['the same members', '要增强“四个意识”，即政治意识、大局意识、核心意识、看齐意识。'],
    ['another order', '要增强“四个意识”，即看齐意识、核心意识、大局意识、政治意识。'],
    [
      'short forms',
      '动员会要求抓好动员部署、学习教育、查纠整改、总结提升四个环节。\n推进会要求抓好动员、教育、整改、总结四个环节。',
    ],
    ['two things of one name', '云河区抓好播种、育苗、移栽三个环节。\n清江县抓好采购、加工、销售三个环节。'],
  ])('is silent: %s', (_, text) => {
    expect(checksOf(text)).toEqual([]);
  });
});
