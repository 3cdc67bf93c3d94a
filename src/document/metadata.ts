import { CharClass, charClasses } from '../text/char-class.js';
import { readFullDate } from './full-date.js';
import { type FieldRole, fieldRole } from './furniture.js';
import { Trait } from './line-traits.js';
import { isBody, type Line } from './paragraphs.js';
import { isPersonalName } from './people.js';

/** What the document's own particulars say: 来源：云河日报 发布时间：2021-03-05. */
export interface Particulars {
  published: string | null;
  publisher: string | null;
  author: string | null;
  editor: string | null;
}

const FIELD_LINE = 120;
const BYLINE = 50;
const TIME_OF_DAY =
  /^(?:\s*(?:T|上午|下午)?\s*\d{1,2}[:：时]\d{2}(?:[:：分]\d{2}秒?|分)?|\s*(?:星期|周)[一二三四五六日天])+/;

/** Who publishes, beside a date: 2021-03-05 云河日报. */
const PUBLISHER = /^[^，。、：；\s]{1,12}(?:报|网|社|台|中心|政府|办公室|办|委|局|院|厅|部|发布|频道|客户端)$/;

/** 发表于 2021-03-05, 更新时间 2021-03-05: words before a date that need no colon. */
const STAMPED = /^[[【（(]?\s*(?:发表于|发布于|更新于|编辑于|发布时间|发布日期|更新时间|日期|时间)\s*/;

/** 阅读 1024 次: what pages count behind the date. */
const COUNTER = /(?:阅读|浏览|点击|评论|人气|分享|字数|已有|[\]】）)]).{0,14}$/;

/** 云政发〔2021〕8号 */
const DOCUMENT_NUMBER = /^[^，。；：\s]{2,16}[〔[（(【]\d{4}[〕\]）)】]\s*第?\s*\d{1,4}\s*号$/;

/** Offices that stand before a name in a byline: 云河市市长 王明远. */
const OFFICE =
  /(?:书记|市长|省长|县长|区长|州长|镇长|乡长|主席|主任|院长|检察长|局长|部长|厅长|会长|董事长|校长|总理|委员长|理事长|司令员|秘书长|行长)$/;

/** Roles that name who wrote: 本报记者 王明远 通讯员 李清. */
const WRITER = /(?:记者|通讯员|实习生|评论员|作者|撰稿|供稿)[\s\u3000/／:：]*/;

/** 《云河日报》（2023年11月08日 03版）: the printed issue that a page was taken from. */
const PRINTED_ISSUE =
  /《\s*([^《》\s]{2,12})\s*》\s*[（(]?\s*(\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*(?:第?\s*\d{1,3}\s*版)?/;

/** Marks the lines that hold particulars and reads them; the first of a kind counts. */
export function readParticulars(lines: readonly Line[]): Particulars {
  const particulars: Particulars = { published: null, publisher: null, author: null, editor: null };
  let pending: FieldRole | null = null;
  for (const line of lines) {
    if (line.kind !== 'text') {
      pending = null;
      continue;
    }
    pending = readParticularsLine(line, pending, particulars);
  }
  readPrintedIssue(lines, particulars);
  return particulars;
}

/** Reads one line; what is returned is the field whose value is still to come: 来源： / 云河日报 on two lines. */
function readParticularsLine(line: Line, pending: FieldRole | null, particulars: Particulars): FieldRole | null {
  if (pending !== null && line.text.length <= 24 && line.ending === 'none') {
    line.kind = 'metadata';
    note(particulars, pending, line.text);
    return null;
  }
  if (line.text.length > FIELD_LINE || (line.ending === 'stop' && !isBracketed(line.text))) return null;
  if (line.text.endsWith('号') && DOCUMENT_NUMBER.test(line.text)) {
    line.kind = 'metadata';
    return null;
  }
  const text = unbracket(line.text);
  const fields = (line.traits & Trait.colon) === 0 ? NO_FIELDS : readFields(text);
  if (isStamp(line, text, fields, particulars) || isFieldLine(text, fields)) {
    line.kind = 'metadata';
    for (const field of fields) note(particulars, field.role, field.value);
    const last = fields[fields.length - 1];
    return last !== undefined && last.value === '' ? last.role : null;
  }
  const author = (line.traits & (Trait.writer | Trait.blank)) === 0 ? null : readByline(text);
  if (author === null) return null;
  line.kind = 'metadata';
  note(particulars, 'author', author);
  return null;
}

/** （2025年4月18日） under a headline is the day of the speech, not of its publication; [2025-04-18] is a stamp. */
function isStamp(line: Line, text: string, fields: readonly Field[], particulars: Particulars): boolean {
  if ((line.traits & (Trait.digit | Trait.year)) === 0) return false;
  if (text !== line.text && text.includes('年')) return false;
  return readStamp(text, fields[0]?.start ?? text.length, particulars);
}

function isBracketed(text: string): boolean {
  return (text.startsWith('（') || text.startsWith('(')) && /^[（(].*[）)][。]?$/.test(text);
}

function unbracket(text: string): string {
  return isBracketed(text) ? text.replace(/^[（(]\s*|\s*[）)]。?$/g, '') : text;
}

interface Field {
  role: FieldRole;
  label: string;
  start: number;
  value: string;
}

const NO_FIELDS: readonly Field[] = [];

/** Label and value pairs of a line: 来源：云河日报 责任编辑：李清 发布时间：2021-03-05. */
function readFields(text: string): Field[] {
  const fields: Field[] = [];
  for (let colon = colonFrom(text, 0); colon !== -1; colon = colonFrom(text, colon + 1)) {
    const label = labelBefore(text, colon);
    if (label === null) continue;
    const last = fields[fields.length - 1];
    if (last !== undefined)
      last.value = cleanValue(last.value.slice(0, last.value.length - (text.length - label.start)));
    fields.push({ role: label.role, label: label.text, start: label.start, value: text.slice(colon + 1) });
  }
  const last = fields[fields.length - 1];
  if (last !== undefined) last.value = cleanValue(last.value);
  return fields;
}

function colonFrom(text: string, offset: number): number {
  const wide = text.indexOf('：', offset);
  const narrow = text.indexOf(':', offset);
  return wide === -1 || (narrow !== -1 && narrow < wide) ? narrow : wide;
}

const LONGEST_LABEL = 6;

/** The label before a colon, a blank between them passed over; words in front of it do not count: 本文来源： */
function labelBefore(text: string, colon: number): { role: FieldRole; text: string; start: number } | null {
  const end = charClasses()[text.charCodeAt(colon - 1)] === CharClass.blank ? colon - 1 : colon;
  let start = end;
  while (start > 0 && end - start < LONGEST_LABEL && isPlainHan(text.charCodeAt(start - 1))) start--;
  for (const limit = Math.min(end, start + LONGEST_LABEL - 1); start < limit; start++) {
    const role = fieldRole(text.slice(start, end));
    if (role !== null) return { role, text: text.slice(start, end), start };
  }
  return null;
}

function isPlainHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

function cleanValue(text: string): string {
  return text.replace(/^[\s\u3000|｜丨[\]【】]+|[\s\u3000|｜丨[\]【】]+$/g, '');
}

/** A line is one of particulars when it begins with a label and 时间： does not introduce something else. */
function isFieldLine(text: string, fields: readonly Field[]): boolean {
  const first = fields[0];
  if (first === undefined || first.start > 2) return false;
  if (first.role === 'published') return readFullDate(first.value) !== null;
  return first.label.length > 1
    ? text.length <= FIELD_LINE
    : text.length <= 30 && isPersonalName(first.value.slice(0, 4));
}

/** A line that is a date and at most a time and a name: 2021-03-05 13:10, 2021年3月5日 云河日报, 云河日报 2021-03-05. */
function readStamp(text: string, fieldsStart: number, particulars: Particulars): boolean {
  const date = readFullDate(text);
  if (date === null || date.start >= fieldsStart) return false;
  const before = cleanValue(text.slice(0, date.start).replace(STAMPED, ''));
  const after = cleanValue(text.slice(date.end, fieldsStart).replace(TIME_OF_DAY, '').replace(COUNTER, ''));
  if (![before, after].every((name) => name === '' || PUBLISHER.test(name) || isPersonalName(name))) return false;
  note(particulars, 'published', date.iso);
  for (const name of [before, after]) note(particulars, PUBLISHER.test(name) ? 'publisher' : 'author', name);
  return true;
}

function note(particulars: Particulars, role: FieldRole, value: string): void {
  if (role === 'none') return;
  if (role === 'published') {
    particulars.published ??= readFullDate(value)?.iso ?? null;
    return;
  }
  const name = value.replace(/^[^\u4e00-\u9fffA-Za-z]+/, '');
  if (!/[\u4e00-\u9fff]{2}|[A-Za-z]{2}/.test(name)) return;
  particulars[role] ??= role === 'publisher' ? (name.split(/[\s\u3000|｜]/)[0] ?? name) : name;
}

/** The author that a byline names; null when the line is none. Captions (王明远摄) are none. */
export function readByline(text: string): string | null {
  if (text.length > BYLINE || /[。；！？“”：]|摄[）)]?$/.test(text)) return null;
  const writer = WRITER.exec(text);
  if (writer !== null && writer.index <= 20) {
    const names = text
      .slice(writer.index)
      .split(/[\s\u3000/／、，:：]+|记者|通讯员|实习生|评论员|作者|撰稿|供稿/)
      .filter(isPersonalName);
    if (names.length > 0 && names.join('').length * 3 >= text.length - writer.index - 6) return names.join('、');
  }
  return officeByline(text);
}

/** 云河市人民政府市长 王明远; 省长　李清; 市长 周 正. */
function officeByline(text: string): string | null {
  if (!/\s/.test(text)) return null;
  const match = /^(\S{2,24})[\s\u3000]+(\S[\s\u3000]?\S{1,3})$/.exec(text);
  if (match === null || !OFFICE.test(match[1] as string)) return null;
  return isPersonalName(match[2] as string) ? (match[2] as string).replace(/[\s\u3000]/g, '') : null;
}

/** The printed issue stands at the very end or the very beginning of the text, often glued to it. */
function readPrintedIssue(lines: readonly Line[], particulars: Particulars): void {
  const last = lines.findLast(isNoFurniture);
  if (last === undefined || readIssueOf(last, last.text.slice(-80), particulars)) return;
  const first = lines.find(isNoFurniture) as Line;
  readIssueOf(first, first.text.slice(0, 80), particulars);
}

function isNoFurniture(line: Line): boolean {
  return line.kind !== 'furniture';
}

function readIssueOf(line: Line, part: string, particulars: Particulars): boolean {
  const match = part.includes('《') ? PRINTED_ISSUE.exec(part) : null;
  const date = match === null ? null : readFullDate(match[2] as string);
  if (match === null || date === null) return false;
  particulars.published ??= date.iso;
  particulars.publisher ??= match[1] as string;
  if (line.text.length <= 60 && !isBody(line)) line.kind = 'metadata';
  return true;
}
