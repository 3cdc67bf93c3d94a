import { describe, expect, it } from 'vitest';
import { readFullDate } from '../../src/document/full-date.js';
import { readByline } from '../../src/document/metadata.js';
import { BODY, read } from './support.js';

const TITLE = '清江县启动夏收工作方案';
const metadataOf = (above: string, below = '') => read(`${TITLE}\n${above}\n${BODY}\n${BODY}\n${below}`).metadata;

describe('published', () => {
  it.each([
    ['发布时间：2021-03-05'],
    ['2021-03-05 13:10'],
    ['2021.03.05'],
    ['2021年3月5日 13时10分'],
    ['来源：云河日报 责任编辑：李清 发布时间：2021-03-05'],
    ['来源:|2 責任編輯:李清 發布時間:2021-03-05'],
    ['时间：2021年03月05日'],
    ['2021-03-05 云河日报'],
    ['云河日报 2021-03-05'],
    ['来源：\n云河日报\n2021年03月05日 07时41分'],
    ['[2021-03-05]'],
    ['发表于 2021-03-05 10:11:12'],
    ['2021/3/5 9:12:33 阅读 1024 次'],
    ['王明远 2021-03-05'],
    ['发布日期：2021-03-05 浏览次数：1024 字号：[大 中 小]'],
    ['文章来源：云河政法网 发表时间：2021-03-05 点击数：23'],
  ])('%s', (stamp) => expect(metadataOf(stamp).published).toBe('2021-03-05'));

  it('is read from the printed issue behind the text', () => {
    expect(metadataOf('', '《云河日报》（2021年03月05日 02 版）').published).toBe('2021-03-05');
    expect(
      read(`${BODY.repeat(3)}（新华社云河3月4日电）《 云河日报 》（ 2021年03月05日 02 版）`).metadata,
    ).toMatchObject({
      published: '2021-03-05',
      publisher: '云河日报',
    });
  });

  it.each([
    ['今天是2024年12月28日 星期六'],
    ['© 2014-2024 云河日报社'],
    ['（2021年3月5日）'],
    ['2021年3月5日在清江县第三次会议上'],
    ['时间：上午九点 地点：县礼堂'],
  ])('%s says nothing about it', (line) => expect(metadataOf(line).published).toBeNull());
});

describe('dateline', () => {
  it.each([
    ['新华社云河3月5日电', '新华社', '云河', '03-05'],
    ['本报清江县3月5日讯（记者 王明远）', '本报', '清江县', '03-05'],
  ])('%s', (head, publisher, place, day) =>
    expect(read(`${head}${BODY}`).metadata).toMatchObject({ publisher, place, datelineDay: day, dateline: null }),
  );

  it('takes its year from the publication, the one before when the day lies after it', () => {
    expect(read(`${TITLE}\n2021-03-06\n新华社云河3月5日电 ${BODY}`).metadata.dateline).toBe('2021-03-05');
    expect(read(`${TITLE}\n2021-01-01\n新华社云河12月31日电 ${BODY}`).metadata.dateline).toBe('2020-12-31');
  });

  it('is the day of the meeting for a speech or report', () => {
    expect(metadataOf('——2025年1月14日在清江县第三次会议上').dateline).toBe('2025-01-14');
    expect(metadataOf('（二〇二二年九月十五日）').dateline).toBe('2022-09-15');
  });

  it('is the signature that closes a notice', () => {
    const { metadata, kindsOf } = read(`${TITLE}\n${BODY}\n${BODY}\n清江县人民政府办公室\n2021年3月5日`);
    expect(metadata).toMatchObject({ dateline: '2021-03-05', published: null, publisher: '清江县人民政府办公室' });
    expect(kindsOf('metadata')).toEqual(['清江县人民政府办公室', '2021年3月5日']);
  });
});

describe('people', () => {
  it.each([
    ['本报记者 王明远 通讯员 李清', '王明远、李清'],
    ['云河日报·掌上云河记者/齐望远 通讯员/徐行', '齐望远、徐行'],
    ['云河市市长 王明远', '王明远'],
    ['清江县人民政府县长　周 正', '周正'],
    ['作者：李清', '李清'],
  ])('%s', (line, author) => expect(metadataOf(line).author).toBe(author));

  it.each([
    '清江县农民抢收小麦。本报记者 王明远摄',
    '市长 亲自挂帅',
    '记者从市发展改革委获悉，夏收过半。',
    '欢迎作者踊跃投稿',
  ])('%s is no byline', (line) => expect(readByline(line)).toBeNull());

  it('reads the name that stands alone under a headline, and who edited the page', () => {
    expect(read(`夏收好风光\n2024-06-05\n王明远\n${BODY}\n责任编辑：李清`).metadata).toMatchObject({
      author: '王明远',
      editor: '李清',
    });
  });
});

describe('genre', () => {
  it.each([
    ['speech', `在全市夏收工作会议上的讲话\n同志们：\n今天，我们召开夏收工作会议。${BODY}\n下面，我讲三点意见。`],
    ['news', `清江县召开夏收动员会\n6月1日，清江县召开夏收动员会。会议强调，要抢抓农时。\n会议要求，颗粒归仓。`],
    ['report', `政府工作报告\n各位代表：\n一年来，全县地区生产总值增长6%。\n今年预期目标是增长7%。`],
    ['report', '推动产业升级。加快项目建设。深化国企改革。完善社会保障。新增就业五千人。'],
    ['communique', `中国共产党清江县第三次全体会议公报\n全会认为，成绩来之不易。\n全会强调，要团结奋斗。`],
    [
      'article',
      `擦亮生态底色\n王明远\n我们要深刻认识生态保护的意义。习近平总书记指出，绿水青山就是金山银山。${BODY}\n${BODY}\n${BODY}`,
    ],
  ])('%s', (genre, source) => expect(read(source).metadata.genre).toBe(genre));
});

describe('readFullDate', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['二〇二一年十二月三十一日', '2021-12-31'],
    ['2021 年 3 月 5 日', '2021-03-05'],
  ])('%s', (text, iso) => expect(readFullDate(text)?.iso).toBe(iso));

  it.each(['2021年2月29日', '2021-13-01', '2021年3月', '1.2021.3.555', '〔2021〕8号'])('%s is no date', (text) =>
    expect(readFullDate(text)).toBeNull(),
  );
});
