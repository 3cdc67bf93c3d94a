import { describe, expect, it } from 'vitest';
import { BODY, read } from './support.js';

const LEAD = `央视网消息（新闻联播）：${BODY}`;

describe('title', () => {
  it.each([
    ['the tag of a site is no part of it', `[视频]清江县启动夏收\n${LEAD}`, '清江县启动夏收'],
    ['a kind of document at the end is enough', `在全市夏收工作会议上的讲话\n${BODY}`, '在全市夏收工作会议上的讲话'],
    ['particulars below', `清江县启动夏收\n2024-06-01 来源：云河日报\n${BODY}`, '清江县启动夏收'],
    [
      'a kicker above, a subtitle below',
      `夏收进行时\n清江县机声隆隆 颗粒归仓\n——清江县夏收纪实\n${BODY}`,
      '清江县机声隆隆 颗粒归仓',
    ],
    [
      'menu words above',
      `首页\n要闻\n要闻\n清江县2025年政府工作报告\n来源：云河日报\n各位代表：\n${BODY}`,
      '清江县2025年政府工作报告',
    ],
    [
      'a site’s menu and name',
      `时政\n法治\n图片\n专题\n云河市委政法委员会\n县区动态\n清江县启动夏收\n2024-06-01\n${BODY}`,
      '清江县启动夏收',
    ],
    ['the browser’s title above', `清江县启动夏收_云河政法网\n清江县启动夏收\n2024-06-01\n${BODY}`, '清江县启动夏收'],
    [
      'two halves, the first left open',
      `王明远在夏收动员会上强调\n颗粒归仓 应收尽收\n2024-06-01\n${BODY}`,
      '王明远在夏收动员会上强调\n颗粒归仓 应收尽收',
    ],
    ['a Markdown heading', `# 清江县启动夏收\n\n${BODY}`, '清江县启动夏收'],
    ['three paragraphs below', `清江县启动夏收\n${BODY}\n${BODY}\n${BODY}`, '清江县启动夏收'],
  ])('%s', (_, source, title) => expect(read(source).titleText).toBe(title));

  it.each([
    ['a text that begins at once', `${BODY}\n${BODY}`],
    ['the heading of a single brief', `清江县三座水库今日开闸\n${BODY}`],
    ['a line that announces a list', `围绕夏收，要做到“三个确保”：\n${BODY}\n${BODY}\n${BODY}`],
    ['the address of a report', `各位代表：\n${BODY}\n${BODY}\n${BODY}`],
    [
      'the first item of a roundup',
      `云河网消息：\n清江县启动夏收\n${BODY}\n石桥县加固水库\n${BODY}\n白沙县开镰\n${BODY}`,
    ],
  ])('%s has none', (_, source) => expect(read(source).titleText).toBeNull());

  it('takes the reader’s word for it', () => {
    const source = `清江县\n清江县启动夏收\n${BODY}`;
    const hints = { blocks: [{ start: 4, end: 11, kind: 'title', level: null }] };
    expect(read(source, hints).titleText).toBe('清江县启动夏收');
  });

  it('is split from the text it was glued to, and so are its author and headings', () => {
    const glued = `提高水库安全能力王明远党的十八大以来，各地重视水库安全。提高水库安全能力，责任重大。一、深刻认识提高水库安全能力的重大意义我国水库众多，${BODY.repeat(12)}`;
    const { titleText, headingTexts, metadata } = read(glued);
    expect(titleText).toBe('提高水库安全能力');
    expect(metadata.author).toBe('王明远');
    expect(headingTexts).toEqual(['一、深刻认识提高水库安全能力的重大意义']);
  });
});
