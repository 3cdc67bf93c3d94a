import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../src/document/source-document.js';
import { readDocument } from '../../src/readers/index.js';
import { makePdf, type PrintedLine } from './make-pdf.js';

/** Lines of print from the top of a page: 36 characters a line, two characters of indent. */
function setPage(number: number, lines: readonly string[]): PrintedLine[] {
  const body = lines.map((text, i) => ({ text: text.trim(), x: text.startsWith('　') ? 106 : 82, y: 760 - i * 20 }));
  return [
    { text: '云河市人民政府公报', x: 82, y: 810, size: 9 },
    ...body,
    { text: `－ ${number} －`, x: 280, y: 30, size: 9 },
  ];
}

const FIRST =
  '会议指出，全市政法机关聚焦“六大顽瘴痼疾”，坚持刀刃向内、刮骨疗毒，取得了四个方面的成效，为全市经济社会高质量发展提供了坚强的法治保障。';
const SECOND =
  '会议强调，各县区要对照“两个一批”要求，于4月底前完成整改任务，确保件件有着落、事事有回音，让人民群众切身感受到教育整顿带来的新变化新气象。';

/** A paragraph as lines of 36 characters. */
function breakLines(paragraph: string): string[] {
  const text = `　　${paragraph}`;
  const lines = Array.from({ length: Math.ceil(text.length / 36) }, (_, i) => text.slice(i * 36, i * 36 + 36));
  return lines.map((line, i) => (i === 0 ? line : line.trim()));
}

const kinds = (document: SourceDocument): [string, string, string | null][] =>
  (document.blocks ?? []).map((block) => [block.kind, document.text.slice(block.start, block.end), block.origin]);

describe('readDocument of PDF', () => {
  it('joins the lines of a face that is not embedded to paragraphs, across pages too', async () => {
    const [a = [], b = []] = [breakLines(FIRST), breakLines(SECOND)];
    const pages = [setPage(1, [...a, ...b.slice(0, 1)]), setPage(2, [...b.slice(1), ...a]), setPage(3, a)];
    const document = await readDocument(makePdf(pages));
    expect(document.source.mediaType).toBe('application/pdf');
    const body = kinds(document).filter(([kind]) => kind !== 'furniture');
    expect(body).toEqual([
      ['paragraph', FIRST, 'page 1'],
      ['paragraph', SECOND, 'page 1'],
      ['paragraph', FIRST, 'page 2'],
      ['paragraph', FIRST, 'page 3'],
    ]);
  });

  it('marks running heads and page numbers', async () => {
    const lines = breakLines(FIRST);
    const document = await readDocument(makePdf([setPage(1, lines), setPage(2, lines), setPage(3, lines)]));
    const furniture = kinds(document)
      .filter(([kind]) => kind === 'furniture')
      .map(([, text]) => text);
    expect(furniture.filter((text) => text === '云河市人民政府公报')).toHaveLength(3);
    expect(furniture.filter((text) => /^－ \d －$/.test(text))).toHaveLength(3);
  });

  it('knows title and headings by the size of type', async () => {
    const lines = breakLines(FIRST).map((text, i) => ({ text: text.trim(), x: i === 0 ? 106 : 82, y: 640 - i * 20 }));
    const document = await readDocument(
      makePdf([
        [
          { text: '云河市政府工作报告', x: 180, y: 760, size: 22 },
          { text: '一、总体情况', x: 106, y: 680, size: 15 },
          ...lines,
        ],
      ]),
    );
    expect(kinds(document).map(([kind]) => kind)).toEqual(['title', 'heading', 'paragraph']);
    expect(document.metadata.title).toBe('云河市政府工作报告');
  });

  it('reads rows of figures as rows', async () => {
    const rows = [
      ['清江县', '458'],
      ['白石县', '321'],
    ].flatMap(([name = '', count = ''], i) => [
      { text: name, x: 106, y: 600 - i * 20 },
      { text: count, x: 300, y: 600 - i * 20 },
    ]);
    const document = await readDocument(
      makePdf([
        [
          ...breakLines(FIRST).map((text, i) => ({ text: text.trim(), x: i === 0 ? 106 : 82, y: 760 - i * 20 })),
          ...rows,
        ],
      ]),
    );
    expect(kinds(document).slice(1)).toEqual([
      ['table', '清江县\t458', 'page 1'],
      ['table', '白石县\t321', 'page 1'],
    ]);
  });

  it('drops characters that are drawn twice', async () => {
    const line = { text: '云河市召开会议，部署三项任务。', x: 82, y: 760 };
    expect((await readDocument(makePdf([[line, { ...line, x: 82.4 }]]))).text).toBe('云河市召开会议，部署三项任务。\n');
  });

  it('says that a scan has no text, and that a file has a password', async () => {
    await expect(readDocument(makePdf([[]]), { name: '扫描件.pdf' })).rejects.toMatchObject({
      code: 'file-unsupported',
      message: '“扫描件.pdf” holds only pictures of its pages and no text.',
    });
    const key = 'ab'.repeat(32);
    const encrypt = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${key}>/U<${key}>>>/ID[<${'00'.repeat(16)}><${'00'.repeat(16)}>]`;
    await expect(readDocument(makePdf([[{ text: '甲', x: 82, y: 700 }]], encrypt))).rejects.toMatchObject({
      code: 'file-unsupported',
      message: 'The file is protected by a password.',
    });
  });

  it('names pages without text in a file that has some', async () => {
    const document = await readDocument(makePdf([[{ text: '云河市召开会议。', x: 82, y: 700 }], []]));
    expect(document.issues).toMatchObject([{ code: 'pages-without-text', message: 'Pages without a text layer: 2.' }]);
  });

  it('reads what is left of a file that was cut, or says that it is damaged', async () => {
    const whole = makePdf([[{ text: '云河市召开会议。', x: 82, y: 700 }]]);
    const read = await readDocument(whole.subarray(0, whole.length - 120)).catch(
      (error: { code: string }) => error.code,
    );
    expect(typeof read === 'string' ? read : read.text).toMatch(/^(?:file-damaged|云河市召开会议。\n)$/);
    await expect(readDocument(whole.subarray(0, 200))).rejects.toMatchObject({ code: 'file-damaged' });
  });
});
