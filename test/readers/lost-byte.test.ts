import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/readers/index.js';

const SENTENCE = '全市政法机关开展教育整顿，要坚持“四个意识”，落实各项任务';
const OTHER = '会议强调，要抓好学习教育、查纠整改、总结提升3个环节，确保取得实效。';

/** Bytes of a text in GBK, without the second byte of the first 育. */
function withoutByte(text: string): Buffer {
  const at = iconv.encode(text.slice(0, text.indexOf('育') + 1), 'gbk').length - 1;
  const bytes = iconv.encode(text, 'gbk');
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
}

describe('readDocument of a file that lost a byte', () => {
  it('repairs a page in the view: the byte that was left over is known behind the tags too', async () => {
    const page = `<html><head><meta charset="gb2312"><title>云河市召开会议</title></head><body><div class="TRS_Editor"><p>${SENTENCE}</p><p>${OTHER}</p></div></body></html>`;
    const read = await readDocument(withoutByte(page));
    expect(read.text).toContain('\ufffd');
    expect(read.text).not.toMatch(/[\uf780-\uf7ff]/);
    const [repair, ...more] = read.repairs ?? [];
    expect(more).toEqual([]);
    expect(repair?.replacement).toMatch(/^育整顿，要坚持“四个意识”，落实各项任务$/);
  });

  it('repairs a last line that has no end', async () => {
    const read = await readDocument(withoutByte(`${OTHER.replace('育', '')}\n${SENTENCE}`));
    expect(read.repairs).toMatchObject([
      { replacement: '育整顿，要坚持“四个意识”，落实各项任务', end: read.text.length },
    ]);
  });

  it('leaves a file alone that is only cut', async () => {
    const bytes = iconv.encode(`${OTHER}\n${SENTENCE}`, 'gbk');
    const read = await readDocument(bytes.subarray(0, -1));
    expect(read.repairs ?? []).toEqual([]);
    expect(read.issues.map((issue) => issue.code)).toEqual(['text-cut']);
  });
});
