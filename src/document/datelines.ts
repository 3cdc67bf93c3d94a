import { CharSet } from '../text/char-set.js';
import { isoDate, readFullDate } from './full-date.js';
import type { Line } from './paragraphs.js';

/** 新华社北京3月5日电, 本报云河7月8日讯, 央视网消息（新闻联播）：, 云河日报讯（记者 王明远）. */
export interface Dateline {
  publisher: string | null;
  place: string | null;
  author: string | null;
  /** ISO date when the year is there, else null */
  date: string | null;
  /** MM-DD when the dateline names a day without its year */
  day: string | null;
  /** it opens the text; one in brackets may close it */
  isOpening: boolean;
}

const AGENCY =
  '(新华社|中新社|人民网|新华网|央视网|中新网|光明网|本报|本台|本网|[\\u4e00-\\u9fff]{2,6}(?:日报|晚报|时报|早报|新闻网|社|网))';
const WITH_DAY = new RegExp(
  `${AGENCY}?([\\u4e00-\\u9fff]{2,8}?)?(?:(\\d{4})年)?(\\d{1,2})月(\\d{1,2})日(?:电|讯|消息|专电)(?:[（(]([^（）()]{2,40})[）)])?`,
);
const WITHOUT_DAY = new RegExp(`^[（(]?${AGENCY}(?:讯|消息|电|报道)(?:[（(]([^（）()]{2,40})[）)])?`);

const NOWHERE: Dateline = { publisher: null, place: null, author: null, date: null, day: null, isOpening: false };

/** The dateline of the text: at the head of its first lines or in brackets at the end of its last ones. */
export function readDateline(lines: readonly Line[]): Dateline {
  return openingDateline(lines) ?? closingDateline(lines) ?? NOWHERE;
}

/** First lines of text that are looked at, and last ones. */
const FIRST_LINES = 4;
const LAST_LINES = 2;

function openingDateline(lines: readonly Line[]): Dateline | null {
  let left = FIRST_LINES;
  for (let i = 0; i < lines.length && left > 0; i++) {
    const line = lines[i] as Line;
    if (line.kind !== 'text') continue;
    left--;
    const dateline = datelineIn(line.text.slice(0, 60));
    if (dateline !== null) return { ...dateline, isOpening: true };
  }
  return null;
}

function closingDateline(lines: readonly Line[]): Dateline | null {
  let left = LAST_LINES;
  for (let i = lines.length - 1; i >= 0 && left > 0; i--) {
    const line = lines[i] as Line;
    if (line.kind !== 'text') continue;
    left--;
    const dateline = bracketedDateline(line.text.slice(-70));
    if (dateline !== null) return dateline;
  }
  return null;
}

function bracketedDateline(tail: string): Dateline | null {
  if (!tail.includes('（')) return null;
  const open = Math.max(
    tail.lastIndexOf('（新'),
    tail.lastIndexOf('（本'),
    tail.lastIndexOf('（人'),
    tail.lastIndexOf('（中'),
  );
  return open === -1 ? null : datelineIn(tail.slice(open));
}

/** Characters of 电, 讯, 消息, 专电 and 报道, one of which every dateline has. */
const KEYWORDS = new CharSet('电讯消道');

function holdsKeyword(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (KEYWORDS.has(text.charCodeAt(i))) return true;
  return false;
}

function datelineIn(text: string): Dateline | null {
  if (!holdsKeyword(text)) return null;
  const dated = /日(?:电|讯|消息|专电)/.test(text) ? WITH_DAY.exec(text) : null;
  if (dated !== null && (dated.index <= 1 || /[（(\s]/.test(text.charAt(dated.index - 1)))) {
    const [, agency, place, year, month, day, names] = dated;
    return {
      publisher: agency ?? null,
      place: place ?? null,
      author: writersIn(names),
      date: year === undefined ? null : isoDate(Number(year), Number(month), Number(day)),
      day: isoDate(2000, Number(month), Number(day))?.slice(5) ?? null,
      isOpening: false,
    };
  }
  const undated = WITHOUT_DAY.exec(text);
  return undated === null ? null : { ...NOWHERE, publisher: undated[1] ?? null, author: writersIn(undated[2]) };
}

/** （记者王明远、李清） → 王明远、李清; （新闻联播） names nobody. */
function writersIn(text: string | undefined): string | null {
  const match = /(?:记者|通讯员|评论员)\s*(.{2,30})$/.exec(text ?? '');
  return match === null ? null : (match[1] as string).trim().replace(/[\s\u3000]+(?=[\u4e00-\u9fff])/g, '、');
}

/** 央视网消息（新闻联播）： on a line of its own opens a roundup; it is no text. */
export function isBareDateline(line: Line): boolean {
  return line.text.length <= 30 && line.ending === 'colon' && datelineIn(line.text) !== null;
}

export interface Signature {
  date: string | null;
  signer: string | null;
}

/** The signature (落款) that closes a notice: 云河市人民政府办公室 / 2021年3月5日. */
export function readSignature(lines: readonly Line[]): Signature {
  const last = lines.findLast((line) => line.kind !== 'furniture');
  if (last === undefined || last.text.length > 16 || !last.text.includes('年')) return { date: null, signer: null };
  const rest = lines.filter((line) => line.kind !== 'furniture');
  if (rest.length < 3) return { date: null, signer: null };
  const date = readFullDate(last.text);
  if (date === null || date.start !== 0 || date.end !== last.text.length) return { date: null, signer: null };
  last.kind = 'metadata';
  const before = rest[rest.length - 2] as Line;
  if (before.text.length > 30 || before.ending !== 'none' || before.marker !== null)
    return { date: date.iso, signer: null };
  before.kind = 'metadata';
  return { date: date.iso, signer: before.text };
}
