import { describe, expect, it } from 'vitest';
import furniture from '../../corpus/furniture.json';
import { fieldRole } from '../../src/document/furniture.js';
import { BODY, read } from './support.js';

type Entry = { form: string; match: string; role?: string; example: string };
const entries = furniture as Entry[];
const of = (...matches: string[]) => entries.filter((entry) => matches.includes(entry.match));

/** Kind of a line that stands above a text. */
const kindAbove = (line: string) => read(`${line}\n\n${BODY}\n${BODY}`).paragraphs[0]?.kind;

describe('corpus/furniture.json', () => {
  it('is sorted, without doubles, with an example for every entry', () => {
    const forms = entries.map((entry) => entry.form);
    expect(forms).toEqual([...new Set(forms)].sort());
    for (const entry of entries) expect(entry.example.length).toBeGreaterThan(0);
  });

  it.each(of('whole', 'start', 'within', 'number', 'disclaimer').map((entry) => [entry.form, entry.example]))(
    '%s: %s is furniture',
    (_, example) => expect(kindAbove(example)).toBe('furniture'),
  );

  it.each(of('field').map((entry) => [entry.form, entry.role]))('%s is a label of role %s', (form, role) =>
    expect(fieldRole(form)).toBe(role),
  );

  it.each(of('heading').map((entry) => entry.example))('%s is a heading by itself', (example) =>
    expect(read(`${example}\n\n${BODY}`).headingTexts).toEqual([example]),
  );

  it.each(of('tail').map((entry) => entry.example))('what stands below %s is furniture', (example) => {
    const { paragraphs } = read(`${BODY}\n${example}\n清江县召开夏收动员会\n石桥县排查水库隐患`);
    expect(paragraphs.map((paragraph) => paragraph.kind)).toEqual(['text', 'furniture', 'furniture', 'furniture']);
  });
});

describe('page furniture', () => {
  it.each([
    '【',
    '|',
    '×',
    '• +1',
    '- 3 -',
    '第3页 共12页',
    '3/12',
    '首页 > 政法要闻 > 正文',
    '首页>>要闻>>正文',
    '首页 | 新闻 | 图片 | 登录',
    '【打印正文】 【关闭窗口】',
    '3f786850e387550fdab836ed7e6dc881:',
  ])('%s is furniture', (line) => expect(kindAbove(line)).toBe('furniture'));

  it.each([
    '下载量突破三百万次，用户好评如潮。',
    '今天是全国第三十个土地日，云河市举办宣传活动。',
    '登录云河政务服务网即可办理，全程不见面。',
    '各地要加强版权所有人权益保护，依法查处侵权行为。',
    '扫码支付覆盖全县所有集贸市场，老人也能方便买菜。',
  ])('%s is text', (line) => expect(read(`${BODY}\n${line}\n${BODY}`).paragraphs[1]?.kind).toBe('text'));

  it('says once how many lines were left out', () => {
    const { issues } = read(`首页\n登录\n${BODY}`);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ code: 'furniture', severity: 'info' });
  });

  it('marks the headline that a page repeats below its text', () => {
    const { paragraphs } = read(`清江县部署夏收工作方案\n${BODY}\n${BODY}\n清江县部署夏收工作方案`);
    expect(paragraphs.map((paragraph) => paragraph.kind)).toEqual(['title', 'text', 'text', 'furniture']);
  });
});
