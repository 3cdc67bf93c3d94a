import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/readers/index.js';
import { makeZip } from './make-zip.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
const listed = (text: string, depth: number, numId = 1): string =>
  paragraph(run(text), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${numId}"/></w:numPr>`);

const NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="7">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
  <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlText w:val="%4"/></w:lvl></w:abstractNum>
  <w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="——"/></w:lvl></w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>`;

const STYLES = `<w:styles ${W}><w:style w:type="paragraph" w:styleId="a"><w:name w:val="Title"/></w:style>
  <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
  <w:style w:type="paragraph" w:styleId="2"><w:name w:val="我的标题"/><w:basedOn w:val="1"/></w:style></w:styles>`;

async function readLines(body: string, others: { name: string; content: string }[] = []): Promise<[string, string][]> {
  const parts = [
    { name: 'word/document.xml', content: `<w:document ${W}><w:body>${body}</w:body></w:document>` },
    { name: 'word/numbering.xml', content: NUMBERING },
    { name: 'word/styles.xml', content: STYLES },
  ];
  const document = await readDocument(makeZip([...parts, ...others]), { name: 'a.doc' });
  return (document.blocks ?? []).map((block) => [block.kind, document.text.slice(block.start, block.end)]);
}

describe('readDocument of DOCX', () => {
  it('writes automatic numbers as Word shows them', async () => {
    const body = ['抓学习', '抓整改']
      .map(
        (text) =>
          listed(text, 0) + listed(`${text}甲`, 1) + listed(`${text}乙`, 1) + listed('细目', 2) + listed('细节', 3),
      )
      .join('');
    expect((await readLines(body)).map(([, text]) => text)).toEqual([
      '一、抓学习',
      '（一）抓学习甲',
      '（二）抓学习乙',
      '1.细目',
      '①细节',
      '二、抓整改',
      '（一）抓整改甲',
      '（二）抓整改乙',
      '1.细目',
      '①细节',
    ]);
  });

  it('counts past ten, starts anew where told, and writes dashes', async () => {
    const items = Array.from({ length: 12 }, (_, i) => listed(`事项${i}`, 0)).join('');
    const lines = await readLines(items + listed('另一件', 0, 3) + listed('重视程度高', 0, 2));
    expect(lines.map(([, text]) => text).slice(-4)).toEqual([
      '十一、事项10',
      '十二、事项11',
      '一、另一件',
      '——重视程度高',
    ]);
  });

  it('knows titles and headings by style, inherited style and bold type', async () => {
    const lines = await readLines(
      paragraph(run('云河市工作会议'), '<w:pStyle w:val="a"/>') +
        paragraph(run('总体要求'), '<w:pStyle w:val="1"/>') +
        paragraph(run('主要任务'), '<w:pStyle w:val="2"/>') +
        paragraph(run('组织保障', '<w:b/>')) +
        paragraph(run('要', '<w:b/>') + run('抓好落实。', '<w:b w:val="0"/>')),
    );
    expect(lines.map(([kind]) => kind)).toEqual(['title', 'heading', 'heading', 'heading', 'paragraph']);
  });

  it('leaves out what a reviser struck out, hidden text and the copy for older programs', async () => {
    const lines = await readLines(
      paragraph(
        `${run('坚持')}<w:del><w:r><w:delText>四个</w:delText></w:r></w:del><w:ins>${run('三个')}</w:ins>${run('密', '<w:vanish/>')}${run('务必')}`,
      ) +
        `<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph(run('文本框'))}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph(run('文本框'))}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    );
    expect(lines.map(([, text]) => text)).toEqual(['坚持三个务必', '文本框']);
  });

  it('reads rows of figures as rows, and soft line ends as lines', async () => {
    const cell = (text: string): string => `<w:tc>${paragraph(run(text))}</w:tc>`;
    const lines = await readLines(
      `<w:tbl><w:tr>${cell('清江县')}${cell('458')}</w:tr></w:tbl>${paragraph(`${run('第一行')}<w:r><w:br/></w:r>${run('第二行')}`, '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>')}`,
    );
    expect(lines).toEqual([
      ['table', '清江县\t458'],
      ['paragraph', '第一行'],
      ['paragraph', '第二行'],
    ]);
  });

  it('puts footnotes at the end, under the mark in the text', async () => {
    const footnotes = `<w:footnotes ${W}><w:footnote w:id="-1"><w:p/></w:footnote><w:footnote w:id="1">${paragraph(run('“三高四新”：见省委文件。'))}</w:footnote></w:footnotes>`;
    const lines = await readLines(
      paragraph(`${run('落实“三高四新”')}<w:r><w:footnoteReference w:id="1"/></w:r>${run('战略。')}`),
      [{ name: 'word/footnotes.xml', content: footnotes }],
    );
    expect(lines.map(([, text]) => text)).toEqual(['落实“三高四新”[1]战略。', '[1]“三高四新”：见省委文件。']);
  });

  it('does not resolve entities or references', async () => {
    const body = `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${paragraph(run('甲&a;乙'))}`;
    expect((await readLines(body)).map(([, text]) => text)).toEqual(['甲&a;乙']);
  });
});
