import { describe, expect, it } from 'vitest';
import countedNouns from '../../corpus/counted-nouns.json';
import { createExtractor } from '../../src/index.js';

const extractor = createExtractor({ numerals: true });

function rolesIn(text: string): [string, string][] {
  return (extractor.extract(text).numerals ?? []).map((numeral) => [numeral.text, numeral.role]);
}

describe('roles of numerals that no record has', () => {
  it.each([
    ['全面贯彻党的十九大精神，学习贯彻市委二十届四中全会部署。', 'ordinal'],
    ['市十六届人大三次会议听取了报告。', 'ordinal'],
    ['腊月初八，正月十五，小分队照常上路巡查。', 'ordinal'],
    ['清江县推出一批优秀文艺作品。', 'statistic'],
    ['三国外长就共同关心的问题交换了意见。', 'statistic'],
    ['财政、住建等四部门联合发文。', 'statistic'],
    ['在16城市开展试点。', 'statistic'],
    ['推动碳排放总量和强度双控，社会消费品零售稳步回升。', 'idiom'],
    ['新老朋友齐聚一堂，隐患动态清零。', 'idiom'],
    ['世界500强企业落户云河，90后青年返乡创业。', 'name'],
    ['云河市开展“净网2018”专项行动。', 'name'],
    ['实施安全生产治本攻坚三年行动。', 'date'],
    ['视频见 https://tv.example.cn/2021/03/05/a12.shtml 栏目。', 'furniture'],
  ])('%s', (text, role) => {
    const roles = rolesIn(text);
    expect(roles.length).toBeGreaterThan(0);
    expect(roles.filter(([, found]) => found !== role)).toEqual([]);
  });

  it('says unknown where nothing tells', () => {
    expect(rolesIn('改造贫矿，金川四矿区扩能。')).toEqual([['四', 'unknown']]);
  });
});

describe('nouns counted without a measure word', () => {
  it('are sorted, each once', () => {
    const forms = countedNouns.map((entry) => entry.form);
    expect(forms).toEqual([...new Set(forms)].sort());
  });

  it.each(countedNouns.map((entry) => [entry.form, entry.example]))('%s', (form, example) => {
    const numeral = (extractor.extract(`${example}。`).numerals ?? []).find(({ end }) => example.startsWith(form, end));
    expect(['statistic', 'slogan']).toContain(numeral?.role);
  });
});
