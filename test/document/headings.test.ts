import { describe, expect, it } from 'vitest';
import { BODY, read } from './support.js';

const lines = (...parts: string[]) => parts.join('\n');

describe('headings', () => {
  it.each([
    [
      '一、 and （一）',
      lines('一、总体要求', BODY, '二、重点任务', '（一）加强领导', BODY),
      ['一、总体要求', '二、重点任务', '（一）加强领导'],
    ],
    [
      '第一， with 。 and text below',
      lines('第一，认清形势，坚定信心。', BODY, '第二，突出重点，狠抓落实。', BODY),
      ['第一，认清形势，坚定信心。', '第二，突出重点，狠抓落实。'],
    ],
    ['chapters', lines('第一章 发展基础', BODY, '第二章 主要目标', BODY), ['第一章 发展基础', '第二章 主要目标']],
    ['place names of a roundup', lines(BODY, '清江县', BODY, '石桥县', BODY), ['清江县', '石桥县']],
    ['plain phrases', lines(BODY, '压实责任 织密防护网', BODY), ['压实责任 织密防护网']],
    [
      'bare sentences that alternate with paragraphs',
      lines('扩大有效投资。', BODY, '激发市场活力。', BODY),
      ['扩大有效投资。', '激发市场活力。'],
    ],
    [
      'a last one that an excerpt cut off',
      lines('聚焦改革，增强发展动力。', BODY, '聚焦民生，办好暖心实事。'),
      ['聚焦改革，增强发展动力。', '聚焦民生，办好暖心实事。'],
    ],
    [
      'a colon behind a marked one',
      lines('一、主要做法：', BODY, '二、工作成效：', BODY),
      ['一、主要做法：', '二、工作成效：'],
    ],
    [
      'signs of newspapers',
      lines(BODY, '■ 压实责任促整改', BODY, '■ 建章立制管长远', BODY),
      ['■ 压实责任促整改', '■ 建章立制管长远'],
    ],
    ['Markdown, without its mark', lines('## 夏收', BODY, '## 秋播', BODY), ['夏收', '秋播']],
  ])('%s', (_, source, headings) => expect(read(source).headingTexts).toEqual(headings));

  it.each([
    [
      'items of a list on lines of their own',
      lines('提出三点意见：', '一是加强协作。', '二是严格考核。', '三是搞好保障。'),
    ],
    ['marked items without text below', lines('提出两项措施：', '一、支持银行展期。', '二、鼓励企业回购。')],
    ['a lead clause inside its paragraph', lines(`一是机构到位。${BODY}`, `二是人员到位。${BODY}`)],
    ['one short sentence among paragraphs', lines(BODY, '各项工作有序推进。', BODY, BODY, BODY)],
    ['a line that announces', lines('重点做好六个方面工作：', BODY)],
    ['items of a list with text below', lines('申请材料：', '1.身份证复印件', '2.营业执照', BODY)],
    ['a document’s number', lines('云政发〔2021〕8号', '各县（区）人民政府，市直各部门：', BODY)],
    ['an address', lines('各位代表：', BODY, '同志们：', BODY)],
    ['a photographer’s line', lines('清江县农民抢收小麦。本报记者 王明远摄', BODY)],
    ['a byline', lines(BODY, '云河市市长 王明远', BODY)],
    ['a line of a text cut to one width', (BODY + BODY + BODY).replace(/.{24}/g, '$&\n')],
    ['a word in bold that broke the line', lines(`${BODY.slice(0, -1)}，企业`, '揭榜', `攻关，${BODY}`)],
    ['a caption between the gaps of pictures', `某某纪实\n${BODY}\n\n\n\n网格员走访老人\n\n\n\n${BODY}\n${BODY}`],
  ])('%s is none', (_, source) => expect(read(source).headingTexts).toEqual([]));

  it('nests by the order in which styles come', () => {
    const { headings } = read(
      lines(
        '一、回顾',
        BODY,
        '（一）产业',
        BODY,
        '（二）城乡',
        BODY,
        '二、任务',
        '（一）扩内需',
        '1.促消费',
        BODY,
        '2.扩投资',
        BODY,
      ),
    );
    expect(headings.map((heading) => heading.level)).toEqual([1, 2, 2, 1, 2, 3, 3]);
  });

  it('tells every paragraph the heading it stands under', () => {
    const { paragraphs } = read(lines(BODY, '清江县', BODY, BODY, '石桥县', BODY));
    expect(paragraphs.map((paragraph) => paragraph.heading)).toEqual([null, null, 0, 0, 0, 1]);
  });

  it('takes levels from a reader that knows them', () => {
    const source = lines('总体要求', BODY, BODY);
    const hints = { blocks: [{ start: 0, end: 4, kind: 'heading', level: 3 }] };
    expect(read(source, hints).headings).toMatchObject([{ start: 0, end: 4, level: 3 }]);
  });

  it('sets others one below the level that the reader knows', () => {
    const source = lines('联播快讯', '清江县启动夏收', BODY, '石桥县加固水库', BODY);
    const hints = { blocks: [{ start: 0, end: 4, kind: 'heading', level: 3 }] };
    expect(read(source, hints).headings.map((heading) => heading.level)).toEqual([3, 4, 4]);
  });
});
