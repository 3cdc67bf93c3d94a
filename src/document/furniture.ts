import furniture from '../../corpus/furniture.json';
import { Trait } from './line-traits.js';
import { isBody, type Line } from './paragraphs.js';
import { WordFinder } from './word-finder.js';

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

/** Marks that decorate a button or a separator: 【字号：】, » 返回, | ; # only before it. */
const DECORATION = '【】[]（）()<>《》»«|·•●:：×+-—_=*、，> \t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff';
const NUMBER_SIGN = '#'.charCodeAt(0);

let decoration: Uint8Array | null = null;

function decorationTable(): Uint8Array {
  if (decoration !== null) return decoration;
  decoration = new Uint8Array(65536);
  for (const mark of DECORATION) decoration[mark.charCodeAt(0)] = 1;
  for (let blank = 0x2000; blank <= 0x200a; blank++) decoration[blank] = 1;
  return decoration;
}

/** Words by how they match, and finders for those that are looked for inside a line: all for short ones, disclaimers for any. */
interface FurnitureIndex {
  byMatch: Map<Match, Map<string, FurnitureEntry>>;
  disclaimers: WordFinder;
  inner: WordFinder;
  innerEntries: FurnitureEntry[];
}

let index: FurnitureIndex | null = null;

function furnitureIndex(): FurnitureIndex {
  if (index !== null) return index;
  const byMatch = new Map<Match, Map<string, FurnitureEntry>>();
  for (const entry of furniture as FurnitureEntry[]) {
    byMatch.set(entry.match, (byMatch.get(entry.match) ?? new Map<string, FurnitureEntry>()).set(entry.form, entry));
  }
  const innerEntries = (furniture as FurnitureEntry[]).filter(({ match }) =>
    ['start', 'within', 'number', 'disclaimer'].includes(match),
  );
  const disclaimers = new WordFinder([...(byMatch.get('disclaimer')?.keys() ?? [])]);
  index = { byMatch, disclaimers, inner: new WordFinder(innerEntries.map((entry) => entry.form)), innerEntries };
  return index;
}

function entriesOf(match: Match): ReadonlyMap<string, FurnitureEntry> {
  return furnitureIndex().byMatch.get(match) ?? new Map();
}

/** The words that make a line a disclaimer, however long it is. */
export function disclaimerWords(): string[] {
  return [...entriesOf('disclaimer').keys()];
}

function holdsDisclaimer({ text }: Line): boolean {
  return furnitureIndex().disclaimers.next(text, 0) !== -1;
}

/** True when a word stands in the short line where and how its entry asks. */
function holdsFurniture(line: Line, bareStart: number): boolean {
  const { inner, innerEntries } = furnitureIndex();
  const hasStop = line.ending === 'stop';
  for (let word = inner.next(line.text, 0); word !== -1; word = inner.next(line.text, inner.end)) {
    const { match } = innerEntries[word] as FurnitureEntry;
    if (match === 'disclaimer') return true;
    if (match === 'number' && (line.traits & Trait.digit) !== 0) return true;
    if (hasStop) continue;
    if (match === 'within' || (match === 'start' && (inner.start === 0 || inner.start === bareStart))) return true;
  }
  return false;
}

/** The line without the marks around a button: 【字号： → 字号. */
export function bareWords(text: string): string {
  const table = decorationTable();
  let start = 0;
  let end = text.length;
  while (start < end && (table[text.charCodeAt(start)] === 1 || text.charCodeAt(start) === NUMBER_SIGN)) start++;
  while (end > start && table[text.charCodeAt(end - 1)] === 1) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

/**
 * What the page put around the document: menus, buttons, licences, disclaimers, page numbers.
 * @param isDisclaimer asked of lines that are too long to be anything else
 */
export function isFurniture(line: Line, isDisclaimer: (line: Line) => boolean = holdsDisclaimer): boolean {
  const { text } = line;
  if (line.hint?.kind === 'furniture') return true;
  if (text.length > DISCLAIMER_LINE) return false;
  if (text.length > SHORT_LINE) return isDisclaimer(line);
  if (line.ending === 'stop' && text.length > 1) return holdsFurniture(line, 0);
  const bare = bareWords(text);
  if (bare.length <= 1 || isPageCounter(bare) || isHashOrAddress(bare)) return true;
  if ((line.traits & (Trait.parting | Trait.blank)) !== 0 && (isTrail(text) || isMenu(text))) return true;
  return isButton(bare) || holdsFurniture(line, bare.length === text.length ? 0 : text.indexOf(bare));
}

const LONGEST_BUTTON = 8;

function isButton(bare: string): boolean {
  return bare.length <= LONGEST_BUTTON && entriesOf('whole').has(bare);
}

const ORDINAL_SIGN = '第'.charCodeAt(0);

/** Page 3 of 12, 第3页, － 3 －; a year on a line of its own is none. */
function isPageCounter(bare: string): boolean {
  const first = bare.charCodeAt(0);
  if (first > 0x39 && first !== ORDINAL_SIGN) return false;
  return /^(?:\d{1,3}|第?\d{1,3}\s*[/／]\s*\d{1,3}页?|第\s?[\d一二三四五六七八九十]{1,4}\s?页(?:\s*共\s?\d{1,4}\s?页)?)$/.test(
    bare,
  );
}

/** 首页 > 政法要闻 > 正文 */
function isTrail(text: string): boolean {
  if (!/[>»›＞→]/.test(text)) return false;
  const steps = text.split(/\s*(?:>+|»|›|＞+|→|-&gt;)\s*/);
  return steps.length >= 2 && steps.every((step) => step.length <= 16) && /首页|主页|正文|位置|详情/.test(text);
}

/** 首页 | 新闻 | 图片 | 登录: short words in a row, one of them a button, or nothing but buttons. */
function isMenu(text: string): boolean {
  const words = text.split(/[|｜丨\s\u3000]+/);
  let buttons = 0;
  for (const word of words) {
    const bare = bareWords(word);
    if (bare.length > 6) return false;
    if (isButton(bare)) buttons++;
  }
  return buttons > 0 && (buttons === words.length || words.length >= 3);
}

function isHashOrAddress(bare: string): boolean {
  if (bare.charCodeAt(0) > 0x7f) return false;
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

/** Disclaimers stand above or below the text, never within it; other furniture beside them does not count. */
const LINES_ABOVE = 3;
const LINES_BELOW = 4;

/**
 * Marks furniture, and the links that stand under 相关报道： when no text follows them.
 * @param disclaimers where words of `disclaimerWords` begin; they are gone through from the last, as the lines are
 */
export function markFurniture(lines: readonly Line[], disclaimers: readonly number[]): void {
  let last = disclaimers.length - 1;
  const isDisclaimer = ({ start, end }: Line) => {
    while (last >= 0 && (disclaimers[last] as number) >= end) last--;
    return last >= 0 && (disclaimers[last] as number) >= start;
  };
  let below = 0;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as Line;
    const isNearEnd = i < LINES_ABOVE || below < LINES_BELOW;
    if ((isNearEnd || line.text.length <= SHORT_LINE) && isFurniture(line, isDisclaimer)) line.kind = 'furniture';
    else below++;
  }
  markTail(lines);
}

function markTail(lines: readonly Line[]): void {
  let tail = lines.findLastIndex(isBody) + 1;
  while (tail < lines.length && !opensTail(lines[tail] as Line)) tail++;
  for (let i = tail; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.ending !== 'stop' && line.text.length <= SHORT_LINE) line.kind = 'furniture';
  }
}
