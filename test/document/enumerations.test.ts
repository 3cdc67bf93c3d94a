import { describe, expect, it } from 'vitest';
import { createExtractor, type EnumerationRecord } from '../../src/index.js';

const extractor = createExtractor();

/** `level marker: labels`, one for each enumeration in text order. */
function listsOf(text: string): string[] {
  return extractor.extract(text).enumerations.map((list) => `${list.level} ${list.marker}: ${labels(list)}`);
}

function labels(list: EnumerationRecord): string {
  return list.items.map((item) => item.label).join(' | ');
}

describe('enumerations', () => {
  it.each([
    [
      'in one sentence',
      '要做到：一是提高认识，二是压实责任，三是严格督导。',
      ['1 一是: 提高认识 | 压实责任 | 严格督导'],
    ],
    ['in one paragraph', '一要提高认识。二要压实责任。三要严格督导。', ['1 一要: 提高认识 | 压实责任 | 严格督导']],
    [
      'over paragraphs',
      '会议提出要求。\n一是提高认识。各级要学深悟透。\n二是压实责任。层层签订责任书。\n三是严格督导。开展明察暗访。',
      ['1 一是: 提高认识 | 压实责任 | 严格督导'],
    ],
    ['第一，', '第一，提高认识，学深悟透。第二，压实责任。', ['1 第一: 提高认识 | 压实责任']],
    ['其一', '问题有三。其一，认识不高。其二，责任不实。', ['1 其一: 认识不高 | 责任不实']],
    [
      'words that number',
      '首先，要提高认识。其次，要压实责任。最后，要严格督导。',
      ['1 首先: 要提高认识 | 要压实责任 | 要严格督导'],
    ],
    ['circled figures', '分工如下：①县委办负责统筹；②县府办负责保障。', ['1 ①: 县委办负责统筹 | 县府办负责保障']],
    [
      'dashes',
      '全县呈现两个特点：\n——重视程度高。主要负责人带头。\n——推进力度大。每周调度一次。\n下一步继续抓好落实。',
      ['1 ——: 重视程度高 | 推进力度大'],
    ],
    [
      'dots',
      '全县呈现两个特点：\n● 重视程度高。\n● 推进力度大。\n下一步继续抓好落实。',
      ['1 ●: 重视程度高 | 推进力度大'],
    ],
    [
      'nested in one paragraph',
      '第一，提高认识。一要加强学习，二要深化宣传。第二，压实责任。一要明确分工，二要严格考核。',
      ['1 第一: 提高认识 | 压实责任', '2 一要: 加强学习 | 深化宣传', '2 一要: 明确分工 | 严格考核'],
    ],
    ['one item is none', '第一，提高认识。', []],
    ['ordinals that do not follow', '第一，提高认识。第三，压实责任。', []],
    ['a figure with a point is no marker', '增长情况：1.5个百分点；2.5个百分点。', []],
  ])('%s', (_, text, lists) => {
    expect(listsOf(text)).toEqual(lists);
  });

  it('nests three deep and says which holds which', () => {
    const text =
      '第一，提高认识。一要加强学习：（1）办好培训班；（2）开好研讨会。二要深化宣传。第二，压实责任。一要明确分工。二要严格考核。';
    const records = extractor.extract(text).enumerations;
    expect(records.map((list) => [list.marker, list.level, list.parent])).toEqual([
      ['第一', 1, null],
      ['一要', 2, 'e1'],
      ['（1）', 3, 'e2'],
      ['一要', 2, 'e1'],
    ]);
  });

  it('gives every item its body, which ends where the next begins', () => {
    const text = '一是提高认识。各级要学深悟透。二是压实责任。层层签订责任书。\n另一段。';
    const items = extractor.extract(text).enumerations[0]?.items ?? [];
    expect(items.map((item) => text.slice(item.body.start, item.body.end))).toEqual([
      '提高认识。各级要学深悟透。',
      '压实责任。层层签订责任书。',
    ]);
  });

  it('goes on over sections, whatever lists stand in them and before them', () => {
    const section = (name: string) => `${name}\n切实抓好各项工作，明确责任分工，加强督促检查，确保按期完成。\n`;
    const text = [
      '云河市工作报告\n五年来，全市各项事业取得明显成效，呈现三个变化。\n',
      '一是实力增强。生产总值稳步增长，产业结构不断优化。\n二是环境变好。空气质量持续改善，水质稳定达标。\n',
      section('（一）壮大特色产业'),
      '持续办好实事。一是建设公办幼儿园，二是改造农村公路。\n',
      section('（二）建设美丽乡村'),
      '健全长效机制。一是开展评比，二是强化管护。\n',
      section('（三）守牢安全底线'),
    ].join('');
    const lists = listsOf(text);
    expect(lists).toContain('1 （一）: 壮大特色产业 | 建设美丽乡村 | 守牢安全底线');
    expect(lists).toContain('2 一是: 建设公办幼儿园 | 改造农村公路');
    expect(lists).toContain('1 一是: 实力增强 | 环境变好');
  });
});
