import { describe, expect, it } from 'vitest';
import { readScript, simplify } from '../../src/text/script.js';

describe('readScript', () => {
  it.each([
    ['会议强调，要抓好三个环节。', 'hans'],
    ['會議強調，要抓好三個環節，認真開展專項整治。', 'hant'],
    ['', 'hans'],
    ['3.5%', 'hans'],
    ['云河市委书记雷晋乾主持会议，發表讲话。', 'hans'],
    [`會議強調，${'要抓好重点工作，完成年度任务，'.repeat(6)}`, 'mixed'],
  ])('%s', (text, script) => {
    expect(readScript(text)).toBe(script);
  });
});

describe('simplify', () => {
  it.each([
    ['承擔著三個著力點，沿著老路', '承担着三个着力点，沿着老路'],
    ['著名學者的原著成效顯著，著有《論法》', '著名学者的原著成效显著，著有《论法》'],
    ['會議強調三個環節', '会议强调三个环节'],
    ['乾隆年間', '乾隆年间'],
    ['頭髮與發展', '头发与发展'],
    ['資訊網路', '资讯网路'],
  ])('%s', (text, simplified) => {
    expect(simplify(text)).toBe(simplified);
  });

  it('keeps the length, lone halves and characters outside the basic plane included', () => {
    for (const text of ['𠮷會😀議', '會\ud83d議', '𪚥龍']) expect(simplify(text)).toHaveLength(text.length);
  });
});
