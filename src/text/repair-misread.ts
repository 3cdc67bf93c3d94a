import { scoresFromStart } from './common-runs.js';
import type { DecodeIssue } from './decode.js';
import { gbkTable } from './gbk-table.js';
import type { Repair } from './repair.js';

/** A reading must be likelier than the text by this much (ln) for each of its characters. */
const LEAST_GAIN_PER_CHARACTER = 4;

/** Running text scores about −5, characters at random below −10. */
const LEAST_SCORE_PER_CHARACTER = -8;
const CHINESE =
  /^[\u2010-\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\ufffd]*[\u4e00-\u9fff][\u2010-\u2026\u3000-\u303f\u4e00-\u9fff\uff00-\uffef\ufffd]*$/;

/** Bytes 80 to 9F as Windows-1252 shows them; the five that it leaves open stay control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const CONTINUATION = `[\\u0080-\\u00bf\\ufffd${WINDOWS_1252}]`;

/** Characters made of U+FFFD by reading it as GBK: what they stood for is gone. */
const LOST = /(?:锟斤拷?|斤拷)+/g;

/** Places where text was read in an encoding that it was not written in. */
export function findMisreadText(text: string): Repair[] {
  return [...findLatin(text), ...findGbk(text), ...findLost(text)];
}

/** UTF-8 (ä¸­å›½) or GBK (ÖÐ¹ú) read as Latin-1. */
function findLatin(text: string): Repair[] {
  const utf8 = new RegExp(`(?:[\\u00c2-\\u00f4]${CONTINUATION}{1,3}){2,400}`, 'g');
  const repairs: Repair[] = [];
  for (const match of text.matchAll(utf8)) {
    const reading = new TextDecoder().decode(latinBytes(match[0])).replace(/\ufffd+/g, '\ufffd');
    if (CHINESE.test(reading)) repairs.push(repair(match.index, match[0], reading));
  }
  for (const match of text.matchAll(/[\u00a1-\u00fe]{6,400}/g)) {
    const reading = decodeStrictly(latinBytes(match[0]), 'gb18030');
    const isLikely = reading !== null && score(reading) > LEAST_SCORE_PER_CHARACTER * reading.length;
    if (isLikely && CHINESE.test(reading)) repairs.push(repair(match.index, match[0], reading));
  }
  return repairs;
}

function latinBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const special = WINDOWS_1252.indexOf(character);
    if (special >= 0) return 0x80 + special;
    return character === '\ufffd' ? 0xff : character.charCodeAt(0);
  });
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Characters that UTF-8 read as GBK is full of, as its marks and most frequent words become them: ， 。 的 是. */
const TELL_TALE = /[锛銆鐨鏄鍦涓浜鏀浼鍥]/;
const GBK_RUN = /[\u0080-\uffef]{2,400}/g;

/** UTF-8 read as GBK: 鏀挎硶. A last character that lost a byte stays unknown. */
function findGbk(text: string): Repair[] {
  if (!TELL_TALE.test(text)) return [];
  const repairs: Repair[] = [];
  for (const match of text.matchAll(GBK_RUN)) {
    if (!TELL_TALE.test(match[0])) continue;
    const reading = readAsUtf8(match[0]);
    if (reading === null) continue;
    const next = text[match.index + match[0].length];
    const mark = reading.endsWith('\ufffd') && (next === '?' || next === '\ufffd') ? next : '';
    repairs.push(repair(match.index, match[0] + mark, reading));
  }
  return repairs;
}

function readAsUtf8(run: string): string | null {
  const bytes = gbkBytes(run);
  if (bytes === null) return null;
  const reading = new TextDecoder().decode(bytes).replace(/\ufffd+$/, '\ufffd');
  const whole = reading.replace(/\ufffd$/, '');
  if (whole === '' || whole.includes('\ufffd')) return null;
  const gain = score(whole) - score(run);
  return gain > LEAST_GAIN_PER_CHARACTER * whole.length ? reading : null;
}

const score = (text: string): number => scoresFromStart(text).at(-1) as number;

function gbkBytes(run: string): Uint8Array | null {
  const { codes } = gbkTable();
  const bytes: number[] = [];
  for (let i = 0; i < run.length; i++) {
    const code = codes[run.charCodeAt(i)] as number;
    if (run[i] === '€') bytes.push(0x80);
    else if (code === 0) return null;
    else bytes.push(code >> 8, code & 0xff);
  }
  return Uint8Array.from(bytes);
}

function findLost(text: string): Repair[] {
  return [...text.matchAll(LOST)].map((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    return {
      edit: null,
      issue: issue('warning', 'What stood here was lost when the text was read in two wrong encodings.', start, end),
    };
  });
}

function repair(start: number, misread: string, reading: string): Repair {
  const end = start + misread.length;
  const severity = reading.includes('\ufffd') ? 'warning' : 'info';
  return {
    edit: { start, end, replacement: reading },
    issue: issue(severity, `Text in a wrong encoding; read as “${reading}”.`, start, end),
  };
}

function issue(severity: DecodeIssue['severity'], message: string, start: number, end: number): DecodeIssue {
  return { code: 'damaged-text', severity, message, start, end };
}
