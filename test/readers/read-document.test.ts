import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { isTifaError } from '../../src/errors.js';
import { readDocument } from '../../src/readers/index.js';
import { limits } from '../../src/readers/limits.js';
import { makeZip } from './make-zip.js';

const TEXT = '云河市召开会议，部署“六稳”“六保”工作。\r\n会议强调，要抓好三项任务。\r\n';

describe('readDocument of text', () => {
  it('gives the decoded content unchanged', async () => {
    const document = await readDocument(iconv.encode(TEXT, 'gbk'), { name: '讲话.txt' });
    expect(document).toMatchObject({
      text: TEXT,
      blocks: null,
      metadata: {},
      issues: [],
      source: {
        path: null,
        name: '讲话.txt',
        mediaType: 'text/plain',
        encoding: 'gb18030',
        bytes: iconv.encode(TEXT, 'gbk').length,
      },
    });
    expect(document.id).toMatch(/^[0-9a-f]{64}$/);
  });

  it('keeps tags when it is told that the file is plain text', async () => {
    const text = '<p>云河市召开会议。</p>\n<p>会议强调。</p>\n';
    expect((await readDocument(Buffer.from(text), { mediaType: 'text/plain' })).text).toBe(text);
  });

  it('reads the marks of Markdown', async () => {
    const markdown =
      '# 云河市工作会议\n\n## 一、总体要求\n\n坚持**“四个意识”**，见[全文](http://example.cn/a)。\n\n- 抓学习\n\n| 地区 | 案件 |\n|---|---|\n| 清江县 | 458 |\n';
    const document = await readDocument(Buffer.from(markdown));
    expect(document.source.mediaType).toBe('text/markdown');
    expect(
      (document.blocks ?? []).map((block) => [block.kind, block.level, document.text.slice(block.start, block.end)]),
    ).toEqual([
      ['heading', 1, '云河市工作会议'],
      ['heading', 2, '一、总体要求'],
      ['paragraph', null, '坚持“四个意识”，见全文。'],
      ['list-item', 1, '抓学习'],
      ['table', null, '地区\t案件'],
      ['table', null, '清江县\t458'],
    ]);
  });

  it.each(['base64', 'quoted-printable'])('reads a saved web archive in %s', async (transfer) => {
    const html = iconv.encode('<html><body><p>云河市召开会议，部署“六保”工作。</p></body></html>', 'gbk');
    const body =
      transfer === 'base64'
        ? html.toString('base64')
        : [...html]
            .map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`)
            .join('')
            .replace(/.{72}/g, '$&=\r\n');
    const mht = `From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html"; boundary="--b1"\r\n\r\n----b1\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n${body}\r\n----b1--\r\n`;
    const document = await readDocument(Buffer.from(mht), { name: 'a.doc' });
    expect(document.text).toBe('云河市召开会议，部署“六保”工作。\n');
    expect(document.source.mediaType).toBe('multipart/related');
  });
});

describe('readDocument of RTF', () => {
  it('reads code pages, Unicode, list numbers and tables', async () => {
    const gbk = (text: string): string =>
      [...iconv.encode(text, 'gbk')].map((byte) => `\\'${byte.toString(16)}`).join('');
    const rtf = `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 ${gbk('宋体')};}}{\\info{\\title x}}\\pard\\f0 ${gbk('会议强调，坚持“四个意识”。')}\\par{\\listtext\\pard ${gbk('一、')}\\tab}\\u25235\\'3f\\u23398?\\par\\trowd ${gbk('县')}\\cell 458\\cell\\row{\\*\\hidden no}}`;
    const document = await readDocument(Buffer.from(rtf, 'latin1'), { name: '报告.doc' });
    expect(document.text).toBe('会议强调，坚持“四个意识”。\n一、抓学\n县\t458\n');
    expect(document.source.mediaType).toBe('application/rtf');
  });

  it('reads a file that was cut as far as it goes', async () => {
    const document = await readDocument(Buffer.from('{\\rtf1\\ansi{\\b\\u20250?\\u35758?', 'latin1'));
    expect(document.text).toBe('会议\n');
    expect(document.issues.map((issue) => issue.code)).toEqual(['text-cut']);
  });
});

describe('what bad input gets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const ole = (stream: string): Buffer =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(2000),
      Buffer.from(`${stream}\0`, 'utf16le'),
      Buffer.alloc(600),
    ]);
  const protectedDoc = (): Buffer => {
    const bytes = ole('WordDocument');
    bytes.writeUInt16LE(0xa5ec, 512);
    bytes.writeUInt16LE(0x00c1, 514);
    bytes.writeUInt16LE(0x0100, 522);
    return bytes;
  };

  it.each<[string, Uint8Array, string, string]>([
    ['empty file', Buffer.alloc(0), 'file-empty', 'holds no text'],
    ['blanks', Buffer.from(' \n\n'), 'file-empty', 'holds no text'],
    ['picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'file-unsupported', 'is a picture'],
    ['RAR archive', Buffer.from('Rar!\x1a\x07\0', 'latin1'), 'file-unsupported', 'is a RAR archive'],
    [
      'random bytes',
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 7 + i * i) % 32),
      'file-unsupported',
      'is neither text',
    ],
    ['spreadsheet', makeZip([{ name: 'xl/workbook.xml', content: '<x/>' }]), 'file-unsupported', 'is a spreadsheet'],
    ['EPUB', makeZip([{ name: 'META-INF/container.xml', content: '<x/>' }]), 'file-unsupported', 'is an EPUB book'],
    ['archive', makeZip([{ name: 'a.txt', content: TEXT }]), 'file-unsupported', 'is an archive of files'],
    ['protected DOCX', ole('EncryptedPackage'), 'file-unsupported', 'is protected by a password'],
    ['protected DOC', protectedDoc(), 'file-unsupported', 'is protected by a password'],
    ['old spreadsheet', ole('Workbook'), 'file-unsupported', 'is a spreadsheet'],
    ['truncated DOC', ole('WordDocument'), 'file-damaged', 'could not be read'],
    [
      'truncated DOCX',
      makeZip([{ name: 'word/document.xml', content: '<w:document/>' }]).subarray(0, 60),
      'file-damaged',
      'is cut short',
    ],
    [
      'DOCX without text',
      makeZip([{ name: 'word/document.xml', content: '<w:document/>' }]),
      'file-empty',
      'holds no text',
    ],
    ['broken PDF', Buffer.from('%PDF-1.4\n%%EOF'), 'file-damaged', 'is a PDF that could not be read'],
  ])('%s: one sentence with the name', async (_, bytes, code, words) => {
    const error = await readDocument(bytes, { name: '报告.doc' }).catch((reason: unknown) => reason);
    expect(isTifaError(error)).toBe(true);
    expect(error).toMatchObject({ code, message: expect.stringMatching(/^“报告\.doc” [^.]*\.$/) });
    expect((error as Error).message).toContain(words);
  });

  it('takes bytes at random for no text in any encoding', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      // a linear congruence: the high bits of its steps are as even as those of a cipher
      let state = seed;
      const bytes = Uint8Array.from({ length: 3000 }, () => {
        state = (Math.imul(state, 1664525) + 1013904223) | 0;
        return state >>> 24;
      });
      await expect(readDocument(bytes, { name: '报告.txt' })).rejects.toMatchObject({
        code: 'file-unsupported',
        message: expect.stringMatching(/^“报告\.txt” is neither text nor [^.]*\.$/),
      });
    }
  });

  it('names a file that is not there, a folder and one beyond the limit', async () => {
    await expect(readDocument(join(folder, '无.txt'))).rejects.toMatchObject({
      code: 'file-not-found',
      message: '“无.txt” does not exist.',
    });
    await expect(readDocument(folder)).rejects.toMatchObject({ code: 'file-unsupported' });
    const large = join(folder, 'large.txt');
    writeFileSync(large, '');
    truncateSync(large, 200 * 1024 * 1024);
    const began = performance.now();
    await expect(readDocument(large)).rejects.toMatchObject({
      code: 'file-unsupported',
      message: expect.stringContaining(`${limits.fileBytes / 1024 / 1024} MB`),
    });
    expect(performance.now() - began).toBeLessThan(500);
  });
});
