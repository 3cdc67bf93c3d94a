import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/readers/index.js';
import { layouts, type PageContent, renderPage, renderPageBytes } from './render-page.js';

const CONTENTS: readonly PageContent[] = [
  {
    title: '云河市召开政法队伍教育整顿总结会议',
    date: '2021-03-16',
    source: '云河日报',
    paragraphs: [
      '3月15日上午，云河市召开政法队伍教育整顿总结会议。市委书记王明远出席会议并讲话，市委副书记、市长李清主持会议。',
      '会议指出，全市政法机关聚焦“六大顽瘴痼疾”，坚持刀刃向内，取得了四个方面的成效：',
      '——政治建设更加有力。开展专题学习29次，谈心谈话458人次。',
      '——查纠整改更加彻底。共受理线索1379件，办结953件，办结率69.11%。',
      '一、深化认识',
      '要把“三个规定”落到实处，做到应报尽报、如实填报。',
      '二、抓好落实',
      '各县（市、区）要对照“两个一批”要求，于4月底前完成整改，确保件件有着落、事事有回音。',
      '云河市人民政府',
      '2021年3月16日',
    ],
  },
  {
    title: '清江县一季度经济运行平稳开局',
    date: '2021-04-20',
    source: '清江县统计局',
    paragraphs: [
      '一季度，全县实现地区生产总值45.6亿元，同比增长5.5%，其中第一产业增加值3.2亿元，增长4.1%。',
      '城镇居民人均可支配收入10230元，A & B类企业产值突破1亿元，规模以上工业增加值增速>6%。',
    ],
  },
];

describe.each(layouts)('page layout %s', (layout) => {
  it.each(CONTENTS)('gives $title: every paragraph, nothing of the frame', async (content) => {
    const bytes = renderPageBytes(layout, content);
    const document = await readDocument(bytes, { name: `${layout}.html` });
    const lines = (document.blocks ?? []).filter((block) => block.kind !== 'furniture');
    const texts = lines.map((block) => document.text.slice(block.start, block.end));
    expect(texts.map((text) => text.replace(/^\[视频\]/, ''))).toEqual([content.title, ...content.paragraphs]);
    expect(lines[0]).toMatchObject({ kind: 'title' });
    expect(document.metadata.title).toContain(content.title);
    expect(document.source).toMatchObject({ mediaType: 'text/html', bytes: bytes.length });
  });

  it('finds the date of publication where the page gives it', async () => {
    const document = await readDocument(renderPageBytes(layout, CONTENTS[0] as PageContent));
    expect(document.metadata.published).toBe('2021-03-16');
  });

  it('says where each paragraph stands in the page', async () => {
    const document = await readDocument(renderPageBytes(layout, CONTENTS[0] as PageContent));
    for (const block of document.blocks ?? []) expect(block.origin).toMatch(/^(?:head > title|[a-z][\w#-]*)/);
  });
});

describe('readDocument of pages', () => {
  it('covers at least fifteen layouts', () => expect(layouts.length).toBeGreaterThanOrEqual(15));

  it.each(layouts)('reads %s without any known name by its running text alone', async (layout) => {
    const content = CONTENTS[0] as PageContent;
    const nameless = renderPage(layout, content)
      .replace(/charset=["']?[\w-]+/g, '')
      .replace(/ (?:class|id)=(?:"[^"]*"|[\w-]+)/g, '')
      .replace(/<(\/?)(?:article|aside|nav|header|footer|main|ucapcontent|ivs_content|founder-content)\b/gi, '<$1div');
    const document = await readDocument(Buffer.from(nameless));
    const texts = document.text.split('\n');
    for (const paragraph of content.paragraphs.slice(0, -2)) expect(texts).toContain(paragraph);
  });

  it('finds publisher, author and editor in names and date lines', async () => {
    const page = renderPageBytes('trs-editor', CONTENTS[0] as PageContent);
    expect((await readDocument(page)).metadata).toMatchObject({ publisher: '云河日报', author: '王明远' });
    const ucap = renderPageBytes('ucap', CONTENTS[0] as PageContent);
    expect((await readDocument(ucap)).metadata).toMatchObject({ publisher: '云河日报', published: '2021-03-16' });
  });

  it('keeps headings, lists and tables as structure', async () => {
    const html = `<!DOCTYPE html><html><body><div class="TRS_Editor"><h2>一、总体情况</h2><p>全市上下齐心协力，工作成效明显。</p>
      <p><strong>二、主要措施</strong></p><ol><li>抓学习，强认识。</li><li>抓整改，见成效。</li></ol>
      <table><tr><th>地区</th><th>案件数</th></tr><tr><td>清江县</td><td>458</td></tr><tr><td>白石县</td><td>321</td></tr></table></div></body></html>`;
    const document = await readDocument(Buffer.from(html));
    const read = (document.blocks ?? []).map((block) => [
      block.kind,
      block.level,
      document.text.slice(block.start, block.end),
    ]);
    expect(read).toEqual([
      ['heading', 2, '一、总体情况'],
      ['paragraph', null, '全市上下齐心协力，工作成效明显。'],
      ['heading', null, '二、主要措施'],
      ['list-item', 1, '1.抓学习，强认识。'],
      ['list-item', 1, '2.抓整改，见成效。'],
      ['table', null, '地区\t案件数'],
      ['table', null, '清江县\t458'],
      ['table', null, '白石县\t321'],
    ]);
  });

  it('joins lines that the source of a page breaks inside a sentence', async () => {
    const html =
      '<html><body><p>会议强调，要坚持\n  “四个意识”，做到\n“两个维护”，落实 A\nB 两项任务。</p></body></html>';
    expect((await readDocument(Buffer.from(html))).text).toBe(
      '会议强调，要坚持“四个意识”，做到“两个维护”，落实 A B 两项任务。\n',
    );
  });

  it('reads text with tags left in it as the text of the tags', async () => {
    const text =
      '[视频]云河市部署“六保”工作\n<p>央视网消息：3月5日，<strong>云河市</strong>召开会议。</p>\n<p>会议要求&ldquo;一岗双责&rdquo;。</p>';
    const document = await readDocument(Buffer.from(text), { name: 'a.txt' });
    expect(document.text).toBe(
      '[视频]云河市部署“六保”工作\n央视网消息：3月5日，云河市召开会议。\n会议要求“一岗双责”。\n',
    );
    expect(document.source.mediaType).toBe('text/html');
  });

  it('leaves out readings above the line, scripts and hidden text', async () => {
    const html =
      '<html><body><p><ruby>習<rp>(</rp><rt>xí</rt><rp>)</rp></ruby>近平強調，要全面從嚴治黨。</p><p style="display:none">看不见的字，很多。</p><script>var a="脚本，不读。"</script></body></html>';
    expect((await readDocument(Buffer.from(html))).text).toBe('習近平強調，要全面從嚴治黨。\n');
  });

  it('refuses a page without a main text', async () => {
    const html =
      '<html><head><title>云河网</title></head><body><a href="/a">要闻</a><a href="/b">专题</a></body></html>';
    await expect(readDocument(Buffer.from(html), { name: '首页.html' })).rejects.toMatchObject({
      code: 'file-unsupported',
      message: '“首页.html” is a page without a main text.',
    });
  });

  it('survives a page nested without end', async () => {
    const html = `<html><body>${'<div>'.repeat(50_000)}<p>会议强调，要抓好落实。</p></body></html>`;
    const document = await readDocument(Buffer.from(html));
    expect(document.text).toContain('会议强调，要抓好落实。');
    expect(document.issues.map((issue) => issue.code)).toContain('limit-met');
  });
});
