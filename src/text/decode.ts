import { type Encoding, scoreEncodings } from './encoding-score.js';
import { findLostBytes } from './lost-bytes.js';
import type { Span } from './span.js';

/** What was hard about some bytes, with the place in the decoded text. Codes: `encoding-corrected`, `encoding-mixed`, `encoding-unsure`, `text-cut`, `undecodable-bytes`. */
export interface DecodeIssue extends Span {
  code: string;
  severity: 'info' | 'warning';
  message: string;
}

export interface DecodedText {
  text: string;
  /** WHATWG label; gb2312 and gbk are read as their superset gb18030 */
  encoding: Encoding;
  /** 1 for a byte order mark, else how sure the reading is, 0 to 1 */
  confidence: number;
  issues: DecodeIssue[];
  /** GB18030: the byte of each U+FFFD, and of the half character at the end that was left out; empty in other encodings */
  lost: readonly number[];
}

const REPLACEMENT = '\ufffd';
/** A declared encoding is believed unless another one scores better by this much per character. */
const CORRECTION_MARGIN = 0.2;
/** Where no encoding makes frequent characters of the bytes, they are damaged, and the declaration says more than the score. */
const LEAST_OF_CORRECTION = 0.5;

/**
 * Bytes to text. Order of belief: byte order mark, valid UTF-8, the declared encoding, the best score by frequent characters.
 * @param declared label from a `<meta charset>` or an HTTP header, in any spelling; a wrong one is corrected with an issue
 */
export function decode(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const marked = decodeMarked(bytes);
  if (marked !== null) return marked;
  if (!hasNulls(bytes)) {
    const utf8 = decodeUtf8(bytes);
    if (utf8 !== null) return utf8;
  }
  return decodeScored(bytes, toEncoding(declared));
}

function reads(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

function decodeMarked(bytes: Uint8Array): DecodedText | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return finish(bytes, 'utf-8', 1);
  if (a === 0xff && b === 0xfe) return finish(bytes, 'utf-16le', 1);
  if (a === 0xfe && b === 0xff) return finish(bytes, 'utf-16be', 1);
  if (a === 0x84 && b === 0x31 && c === 0x95 && bytes[3] === 0x33) return finish(bytes.subarray(4), 'gb18030', 1);
  return null;
}

/** A NUL is no text in any encoding but UTF-16. */
function hasNulls(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 65536).includes(0);
}

/** Valid UTF-8, but for a character cut in two at the very end; null when it is anything else. */
function decodeUtf8(bytes: Uint8Array): DecodedText | null {
  const whole = bytes.subarray(0, bytes.length - cutUtf8Length(bytes));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(whole);
  } catch {
    return null;
  }
  // two or three bytes beyond ASCII can be valid by chance, a sentence cannot
  const beyondAscii = whole.length - text.length;
  const confidence = beyondAscii === 0 || beyondAscii >= 12 ? 0.99 : 0.9;
  const issues = whole.length === bytes.length ? [] : [cutIssue(text.length)];
  if (issues.length > 0 && beyondAscii === 0) return null;
  return { text, encoding: 'utf-8', confidence, issues, lost: [] };
}

/** Number of bytes at the end that begin a UTF-8 character and do not finish it. */
function cutUtf8Length(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
    if (byte < 0x80) return 0;
  }
  return 0;
}

function decodeScored(bytes: Uint8Array, declared: Encoding | null): DecodedText {
  const scores = scoreEncodings(bytes);
  const [best, second] = scores as [(typeof scores)[number], (typeof scores)[number]];
  const named = scores.find((score) => score.encoding === declared);
  if (best.encoding === 'utf-8') return decodeMixed(bytes, best.value);
  const isBetter = best.value >= LEAST_OF_CORRECTION && best.value - (named?.value ?? 0) > CORRECTION_MARGIN;
  if (named !== undefined && !isBetter) return finish(bytes, named.encoding, 0.95);
  const margin = best.value - second.value;
  const decoded = finish(bytes, best.encoding, Math.round(Math.max(0.1, Math.min(0.98, 0.5 + margin)) * 100) / 100);
  if (named !== undefined) decoded.issues.unshift(correctedIssue(named.encoding, best.encoding));
  return decoded;
}

const LINE_FEED = 0x0a;

/** Mostly UTF-8 with lines that are not: each such line by its own best score, as when two files were joined. */
function decodeMixed(bytes: Uint8Array, value: number): DecodedText {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const parts: string[] = [];
  const issues: DecodeIssue[] = [];
  let length = 0;
  for (let from = 0; from < bytes.length; ) {
    const feed = bytes.indexOf(LINE_FEED, from);
    const to = feed < 0 ? bytes.length : feed + 1;
    const line = bytes.subarray(from, to);
    let part: string;
    try {
      part = strict.decode(line);
    } catch {
      const encoding = (scoreEncodings(line)[0] as { encoding: Encoding }).encoding;
      part = reads(line, encoding);
      if (encoding !== 'utf-8') issues.push(mixedIssue(encoding, length, length + part.length));
    }
    parts.push(part);
    length += part.length;
    from = to;
  }
  return withByteIssues({
    text: parts.join(''),
    encoding: 'utf-8',
    confidence: Math.round(Math.max(0.3, Math.min(0.9, value)) * 100) / 100,
    issues,
    lost: [],
  });
}

function finish(bytes: Uint8Array, encoding: Encoding, confidence: number): DecodedText {
  const decoded = withByteIssues({ text: reads(bytes, encoding), encoding, confidence, issues: [], lost: [] });
  return encoding === 'gb18030' && decoded.issues.length > 0 ? { ...decoded, lost: findLostBytes(bytes) } : decoded;
}

/** Drops half a character at the end and names the bytes that stand for no character. */
function withByteIssues(decoded: DecodedText): DecodedText {
  if (decoded.text.endsWith(REPLACEMENT)) {
    const text = decoded.text.replace(/\ufffd{1,3}$/, '');
    return withByteIssues({ ...decoded, text, issues: [...decoded.issues, cutIssue(text.length)] });
  }
  const first = decoded.text.indexOf(REPLACEMENT);
  if (first < 0) return decoded;
  const issue: DecodeIssue = {
    code: 'undecodable-bytes',
    severity: 'warning',
    message: `Some bytes stand for no character of ${decoded.encoding}; the first such place is given.`,
    start: first,
    end: first + 1,
  };
  return { ...decoded, issues: [...decoded.issues, issue] };
}

function cutIssue(end: number): DecodeIssue {
  return {
    code: 'text-cut',
    severity: 'warning',
    message: 'The file ends inside a character; it was read as far as it goes.',
    start: end,
    end,
  };
}

function correctedIssue(declared: Encoding, found: Encoding): DecodeIssue {
  return {
    code: 'encoding-corrected',
    severity: 'info',
    message: `The file says ${declared}, but its bytes are ${found}.`,
    start: 0,
    end: 0,
  };
}

function mixedIssue(encoding: Encoding, start: number, end: number): DecodeIssue {
  return {
    code: 'encoding-mixed',
    severity: 'warning',
    message: `This line is ${encoding} in a file of utf-8.`,
    start,
    end,
  };
}

const SUPERSETS: Readonly<Record<string, Encoding>> = {
  'utf-8': 'utf-8',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
};

/** The encoding that a label means, by the WHATWG list of labels (gb2312, x-gbk, big5-hkscs …); null for any other. */
export function toEncoding(label: string | null): Encoding | null {
  if (label === null) return null;
  try {
    return SUPERSETS[new TextDecoder(label.trim()).encoding] ?? null;
  } catch {
    return null;
  }
}
