import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decode, toEncoding } from '../../src/text/decode.js';

const HANS =
  '云河市召开政法队伍教育整顿总结会议，王明远同志强调，要聚焦“六大顽瘴痼疾”，一要抓学习教育，二要抓查纠整改，三要抓建章立制。截至3月底，全市共查结案件1379件，办结率69.11%。\n清江县委书记李清出席会议并讲话。\n';
const HANT =
  '雲河市召開政法隊伍教育整頓總結會議，王明遠同志強調，要聚焦「六大頑瘴痼疾」，一要抓學習教育，二要抓查糾整改，三要抓建章立制。截至3月底，全市共查結案件1379件，辦結率69.11%。\n清江縣委書記李清出席會議並講話。\n';

const SAMPLES: readonly [name: string, text: string, encoding: string][] = [
  ['utf-8', HANS, 'utf-8'],
  ['gbk', HANS, 'gb18030'],
  ['gb18030', HANS, 'gb18030'],
  ['big5', HANT, 'big5'],
  ['utf-16le', HANS, 'utf-16le'],
  ['utf-16be', HANS, 'utf-16be'],
];

/** Stretches of `size` bytes that begin at every fifth character of a text. */
function stretches(text: string, encoding: string, size: number): Uint8Array[] {
  const starts = Array.from({ length: Math.floor((text.length - 30) / 5) }, (_, i) => i * 5);
  return starts.map((start) =>
    iconv.encode(text.slice(start, start + size), encoding, { addBOM: false }).subarray(0, size),
  );
}

describe('decode', () => {
  it.each(SAMPLES)('tells %s by its content', (encoding, text, expected) => {
    const decoded = decode(iconv.encode(text, encoding, { addBOM: false }));
    expect(decoded).toMatchObject({ text, encoding: expected, issues: [] });
    expect(decoded.confidence).toBeGreaterThan(0.5);
  });

  it.each(SAMPLES)('tells %s from 30 bytes', (encoding, text, expected) => {
    const pieces = stretches(text, encoding, 30);
    const right = pieces.filter((piece) => decode(piece).encoding === expected).length;
    expect(right / pieces.length).toBeGreaterThanOrEqual(0.97);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('takes the byte order mark of %s off', (encoding) => {
    expect(decode(iconv.encode(HANS, encoding, { addBOM: true }))).toMatchObject({
      text: HANS,
      encoding,
      confidence: 1,
    });
  });

  it('believes valid UTF-8 more than a declaration', () => {
    expect(decode(new TextEncoder().encode(HANS), 'gb2312')).toMatchObject({ text: HANS, encoding: 'utf-8' });
  });

  it('corrects a wrong declaration and says so', () => {
    const decoded = decode(iconv.encode(HANT, 'big5'), 'gb2312');
    expect(decoded).toMatchObject({ text: HANT, encoding: 'big5' });
    expect(decoded.issues.map((issue) => issue.code)).toEqual(['encoding-corrected']);
  });

  it('believes a declaration where the bytes say little', () => {
    expect(decode(iconv.encode('甲', 'big5'), 'big5').encoding).toBe('big5');
    expect(decode(iconv.encode('甲', 'gbk'), 'gbk').encoding).toBe('gb18030');
  });

  it('reads four-byte characters and those of GB18030-2005', () => {
    const bytes = Uint8Array.from([
      ...iconv.encode('王', 'gbk'),
      0x95,
      0x32,
      0x90,
      0x31,
      ...iconv.encode('同志主持会议', 'gbk'),
    ]);
    expect(decode(bytes).text).toBe('王\u{20087}同志主持会议');
  });

  it.each(['utf-8', 'gbk', 'utf-16le'])(
    'reads a file of %s that was cut inside a character as far as it goes',
    (encoding) => {
      const bytes = iconv.encode(HANS.trimEnd(), encoding, { addBOM: false });
      const decoded = decode(bytes.subarray(0, bytes.length - 1));
      expect(HANS.startsWith(decoded.text)).toBe(true);
      expect(decoded.issues.map((issue) => issue.code)).toEqual(['text-cut']);
    },
  );

  it('reads lines of another encoding in a file of UTF-8', () => {
    const other = '清江县委书记李清出席会议并讲话。\n';
    const decoded = decode(Buffer.concat([Buffer.from(HANS), iconv.encode(other, 'gbk'), Buffer.from(HANS)]));
    expect(decoded.text).toBe(HANS + other + HANS);
    expect(decoded.issues).toMatchObject([
      { code: 'encoding-mixed', start: HANS.length, end: HANS.length + other.length },
    ]);
  });

  it('keeps a text of UTF-8 with one bad byte and names the place', () => {
    const bytes = Buffer.from(HANS.repeat(3));
    bytes[100] = 0xff;
    const decoded = decode(bytes);
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.issues.map((issue) => issue.code)).toContain('undecodable-bytes');
  });

  it('reads ASCII and nothing', () => {
    expect(decode(new TextEncoder().encode('2021-03-16 69.11%'))).toMatchObject({
      text: '2021-03-16 69.11%',
      encoding: 'utf-8',
    });
    expect(decode(new Uint8Array())).toMatchObject({ text: '', issues: [] });
  });

  it('reads any bytes without an error', () => {
    for (let seed = 1; seed < 200; seed++) {
      const bytes = Uint8Array.from({ length: seed }, (_, i) => (seed * 7919 + i * i * 31) % 256);
      expect(typeof decode(bytes).text).toBe('string');
    }
  });
});

describe('toEncoding', () => {
  it.each([
    ['GB2312', 'gb18030'],
    ['gbk', 'gb18030'],
    ['x-gbk', 'gb18030'],
    ['Big5-HKSCS', 'big5'],
    ['UTF8', 'utf-8'],
    ['utf-16', 'utf-16le'],
    ['iso-8859-1', null],
    ['no such thing', null],
    [null, null],
  ])('%s is %s', (label, expected) => expect(toEncoding(label)).toBe(expected));
});
