import furniture from '../../corpus/furniture.json';
import type { Line } from './paragraphs.js';

/**
 * How a word tells page furniture (页面杂项): it is the `whole` line, its `start`, stands `within` a short line, within one that
 * holds a `number`, in a `disclaimer` of any length, or opens the `tail` of links below the text. `field`: a label of the document's
 * own particulars (来源：). `heading`: a word that is a heading all by itself (编者按：).
 */
type Match = 'whole' | 'start' | 'within' | 'number' | 'disclaimer' | 'tail' | 'field' | 'heading';

interface FurnitureEntry {
  form: string;
  match: Match;
  role?: string;
  example: string;
}

const SHORT_LINE = 60;
const DISCLAIMER_LINE = 400;

/** Marks that decorate a button or a separator: 【字号：】, » 返回, | */
const DECORATION = /^[【】[\]（）()<>《》»«|·•●\s:：×+\-—_=*#、，>]+|[【】[\]（）()<>《》»«|·•●\s:：×+\-—_=*、，>]+$/g;

let entries: Map<Match, Map<string, FurnitureEntry>> | null = null;

function entriesOf(match: Match): Map<string, FurnitureEntry> {
  if (entries === null) {
    entries = new Map();
    for (const entry of furniture as FurnitureEntry[]) {
      const group = entries.get(entry.match) ?? new Map<string, FurnitureEntry>();
      entries.set(entry.match, group.set(entry.form, entry));
    }
  }
  return entries.get(match) ?? new Map();
}

function holdsOneOf(text: string, match: Match): boolean {
  for (const form of entriesOf(match).keys()) if (text.includes(form)) return true;
  return false;
}

function startsWithOneOf(text: string, match: Match): boolean {
  for (const form of entriesOf(match).keys()) if (text.startsWith(form)) return true;
  return false;
}

/** The line without the marks around a button: 【字号： → 字号. */
export function bareWords(text: string): string {
  return text.replace(DECORATION, '');
}

/** What the page put around the document: menus, buttons, licences, disclaimers, page numbers. */
export function isFurniture(line: Line): boolean {
  const { text } = line;
  if (line.hint?.kind === 'furniture') return true;
  if (text.length > DISCLAIMER_LINE) return false;
  if (text.length > SHORT_LINE) return holdsOneOf(text, 'disclaimer');
  const bare = bareWords(text);
  if (bare.length <= 1 || isPageCounter(bare) || isHashOrAddress(bare)) return true;
  if (entriesOf('whole').has(bare)) return true;
  if (holdsOneOf(text, 'disclaimer') || (/\d/.test(text) && holdsOneOf(text, 'number'))) return true;
  if (line.ending === 'stop') return false;
  return startsWithOneOf(bare, 'start') || startsWithOneOf(text, 'start') || holdsOneOf(text, 'within');
}

/** Page 3 of 12, 第3页, － 3 －; a year on a line of its own is none. */
function isPageCounter(bare: string): boolean {
  return /^(?:\d{1,3}|第?\d{1,3}\s*[/／]\s*\d{1,3}页?|第\s?[\d一二三四五六七八九十]{1,4}\s?页(?:\s*共\s?\d{1,4}\s?页)?)$/.test(
    bare,
  );
}

function isHashOrAddress(bare: string): boolean {
  return /^(?:[0-9a-f]{16,64}|(?:https?:\/\/|www\.)\S+)$/i.test(bare);
}

/** 相关报道： and its like: what follows are links to other documents. */
export function opensTail(line: Line): boolean {
  return line.text.length <= 20 && entriesOf('tail').has(bareWords(line.text));
}

/** 编者按：, 名词解释: headings by themselves. */
export function isHeadingWord(line: Line): boolean {
  return line.text.length <= 12 && entriesOf('heading').has(bareWords(line.text));
}

export type FieldRole = 'publisher' | 'published' | 'editor' | 'author' | 'none';

/** Role of a field label such as 来源 or 发布时间, null for any other word. */
export function fieldRole(label: string): FieldRole | null {
  const entry = entriesOf('field').get(label);
  return entry === undefined ? null : ((entry.role ?? 'none') as FieldRole);
}

/** Marks furniture, and the links below the document when `相关报道：` stands in its second half. */
export function markFurniture(lines: readonly Line[]): void {
  for (const line of lines) if (isFurniture(line)) line.kind = 'furniture';
  const tail = lines.findIndex((line, i) => i * 2 >= lines.length && opensTail(line));
  if (tail === -1) return;
  for (const line of lines.slice(tail)) {
    if (line.ending !== 'stop' && line.text.length <= SHORT_LINE) line.kind = 'furniture';
  }
}
