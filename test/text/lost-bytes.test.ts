import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/text/decode.js';
import { findLostBytes, markLostBytes, takeLostBytes } from '../../src/text/lost-bytes.js';

describe('findLostBytes', () => {
  it.each([
    ['clean text', iconv.encode('会议强调，要抓好3项任务。\n', 'gb18030'), []],
    ['a half before a figure', Buffer.from([0xbb, 0xe1, 0xd2, 0x33, 0x0a]), [0xd2]],
    ['a half at the end', Buffer.from([0xbb, 0xe1, 0xd2]), [0xd2]],
    ['a byte that begins nothing', Buffer.from([0xff, 0xbb, 0xe1]), [0xff]],
    ['a character of four bytes', iconv.encode('㐂𠮷', 'gb18030'), []],
  ])('gives the byte of each U+FFFD: %s', (_, bytes, lost) => {
    expect(findLostBytes(bytes)).toEqual(lost);
    const replaced = new TextDecoder('gb18030').decode(bytes).split('\ufffd').length - 1;
    expect(replaced).toBe(lost.length);
  });

  it('has as many as the decoder replaces, whatever the bytes are', () => {
    for (let seed = 1; seed < 200; seed++) {
      const bytes = Uint8Array.from(
        { length: 40 },
        (_, i) => (Math.imul(seed * 97 + i * 31, 2654435761) >>> 24) & 0xff,
      );
      const text = new TextDecoder('gb18030').decode(bytes);
      const marked = takeLostBytes(markLostBytes(text, findLostBytes(bytes)));
      expect(marked.text).toBe(text);
      expect(findLostBytes(bytes)).toHaveLength(text.split('\ufffd').length - 1);
    }
  });
});

describe('decode', () => {
  it('keeps the bytes that make no character, with the half at the end', () => {
    const bytes = Buffer.concat([
      iconv.encode('会议强调要学', 'gb18030').subarray(0, -1),
      Buffer.from('3\n'),
      Buffer.from([0xbb]),
    ]);
    expect(decode(bytes, 'gb2312')).toMatchObject({ text: '会议强调要\ufffd3\n', lost: [0xd1, 0xbb] });
  });
});
