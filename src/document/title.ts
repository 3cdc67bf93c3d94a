import { CharSet } from '../text/char-set.js';
import type { Span } from '../text/span.js';
import { isBareDateline, readDateline } from './datelines.js';
import { isAddress, isCaption, isOccasion, isSubtitle } from './line-roles.js';
import { Trait } from './line-traits.js';
import { isBody, type Line } from './paragraphs.js';

/** Tags that a site sets before a headline; they are no part of it: [视频]国内联播快讯. */
const TAG =
  /^(?:#\s+|\[[^\]\n]{1,8}\]\s*|【(?:视频|图文|组图|图片|图解|直播|转载|高清|动图)】\s*|[（(](?:组图|图|视频|图文)[）)]\s*)+/;

/** Kinds of document that stand at the end of a title: …工作会议上的讲话, …政府工作报告. */
const KINDS = `
  讲话 致辞 贺词 演讲 发言 报告 公报 公告 通告 通知 通报 声明 宣言 决定 决议 意见 方案 规划 纲要 计划 要点
  办法 条例 规定 细则 总结 综述 纪实 侧记 纪要 说明 批复 倡议书 答记者问
`
  .trim()
  .split(/\s+/);

const KIND_OF_DOCUMENT = new RegExp(`(?:${KINDS.join('|')})(?:[（(][^（）()]{2,12}[）)])?$`);

/** Last characters of what it matches. */
const KIND_ENDS = new CharSet(`${KINDS.map((kind) => kind.charAt(kind.length - 1)).join('')}）)`);

/** A pattern for the end of a line is tried at no more than its last characters: 答记者问（征求意见稿第二次稿）. */
const LONGEST_ENDING = 20;

/** The site or the section above the headline: 云河市委政法委员会, 县区动态. */
const SITE_NAME =
  /^[^，、：！？\s“”]{2,14}(?:网|网站|委员会|人民政府|政府|日报|晚报|频道|客户端|要闻|动态|栏目|专栏|平台|公众号|之窗|在线)$/;

function isKindOfDocument({ text }: Line): boolean {
  return KIND_ENDS.has(text.charCodeAt(text.length - 1)) && KIND_OF_DOCUMENT.test(text.slice(-LONGEST_ENDING));
}

const LONGEST_SITE_NAME = 18;

/** What a browser shows in its tab: 清江县启动夏收_云河政法网 */
const PAGE_TITLE = /\S\s*[_|｜]\s*\S|-\s?[^-，。：]{2,14}(?:网|网站|政府|在线|频道|客户端)$/;

/** A first half that calls for the second: 王明远在动员会上强调 / 以严的标准推进教育整顿. */
const OPEN_HEADLINE = /(?:强调|指出|要求|表示|提出|时说|会上说)[：:]?$/;

function isOpenHeadline(line: Line): boolean {
  return OPEN_HEADLINE_ENDS.has(line.text.charCodeAt(line.text.length - 1)) && OPEN_HEADLINE.test(line.text.slice(-4));
}

const OPEN_HEADLINE_ENDS = new CharSet('调出求示说：:');

/** Lines above the text that are looked at; menus of sites can be long. */
const LONGEST_HEAD = 40;

const TITLE_LENGTH = 90;

/** Characters of text that no brief of a roundup has. */
const LONGER_THAN_A_BRIEF = 600;

/** A tagged line is a headline however long it is. */
const TAGGED_TITLE_LENGTH = 200;

export interface Title {
  span: Span;
  /** index of the last line that belongs to the headline, subtitle included */
  lastLine: number;
}

/** Why a line may be the title, with the weight of each reason; the line with the most wins, of equals the first. */
const WEIGHTS = {
  hint: 10,
  tag: 4,
  beforeSubtitle: 4,
  kindOfDocument: 3,
  beforeParticulars: 2,
  spacedHeadline: 1,
  longEnough: 2,
  siteName: -3,
  repeated: -4,
  belowGap: -2,
  belowParticulars: -3,
} as const;

/**
 * Finds the headline in the lines above the text, marks it with its kicker and subtitle and returns its place.
 * A short line above a single paragraph is the heading of a brief, not the title of a document, unless something says so.
 */
export function chooseTitle(lines: readonly Line[]): Title | null {
  const head = headLines(lines);
  const candidates = head.filter((i) => isCandidate(lines[i] as Line));
  const best = bestOf(candidates, lines);
  if (best === null || !isTitleOfDocument(lines, best, head)) return null;
  return markTitle(lines, best);
}

/** Indexes of the lines above the first line of text: a whole sentence, an address (各位代表：) or a marked heading. */
function headLines(lines: readonly Line[]): number[] {
  const head: number[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.kind === 'furniture') continue;
    if (isBareDateline(line)) break;
    const isText = isBody(line) || isAddress(line) || isMarkedHeading(line);
    if (isText && line.hint?.kind !== 'title' && !isTagged(line)) break;
    head.push(i);
    if (head.length > LONGEST_HEAD) break;
  }
  return head;
}

const TAG_OPENERS = new CharSet('#[【（(');

function tagLength(line: Line): number {
  return isTagged(line) ? (TAG.exec(line.text)?.[0].length ?? 0) : 0;
}

function isTagged(line: Line): boolean {
  return TAG_OPENERS.has(line.text.charCodeAt(0)) && TAG.test(line.text);
}

function isMarkedHeading(line: Line): boolean {
  return line.marker !== null && line.marker.ordinal !== null && line.hint?.kind !== 'title' && !isTagged(line);
}

function isCandidate(line: Line): boolean {
  if (line.kind !== 'text' || isSubtitle(line)) return false;
  const length = line.text.length;
  const longest = isTagged(line) ? TAGGED_TITLE_LENGTH : TITLE_LENGTH;
  if (length < 4 || length > longest || isCaption(line)) return false;
  if (line.text.endsWith('。')) return false;
  return line.ending === 'none' || line.ending === 'stop' || isOpenHeadline(line);
}

function bestOf(candidates: readonly number[], lines: readonly Line[]): number | null {
  let best: number | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const i of candidates) {
    const score = scoreOf(i, lines);
    if (score > bestScore) [best, bestScore] = [i, score];
  }
  return best;
}

function scoreOf(i: number, lines: readonly Line[]): number {
  const line = lines[i] as Line;
  const next = nextLine(lines, i);
  let score = 0;
  if (line.hint?.kind === 'title') score += WEIGHTS.hint;
  if (isTagged(line)) score += WEIGHTS.tag;
  if (next !== undefined && isSubtitle(next)) score += WEIGHTS.beforeSubtitle;
  if (isKindOfDocument(line)) score += WEIGHTS.kindOfDocument;
  if (next?.kind === 'metadata') score += WEIGHTS.beforeParticulars;
  if ((line.traits & Trait.blank) !== 0 && /\S[\s\u3000]+\S/.test(line.text)) score += WEIGHTS.spacedHeadline;
  if (line.text.length >= 8) score += WEIGHTS.longEnough;
  if (isSiteName(line)) score += WEIGHTS.siteName;
  if (lines[i + 1]?.text === line.text || lines[i - 1]?.text === line.text) score += WEIGHTS.repeated;
  if (line.gap >= 3 && lines.findIndex((other) => other.kind !== 'furniture') < i) score += WEIGHTS.belowGap;
  if (isBelowParticulars(lines, i)) score += WEIGHTS.belowParticulars;
  return score;
}

function nextLine(lines: readonly Line[], i: number): Line | undefined {
  let next = i + 1;
  while (lines[next]?.kind === 'furniture') next++;
  return lines[next];
}

function isSiteName(line: Line): boolean {
  if (line.text.length <= LONGEST_SITE_NAME && SITE_NAME.test(line.text)) return true;
  return (line.traits & Trait.parting) !== 0 && PAGE_TITLE.test(line.text);
}

/** Particulars and a longer line of text stand above it. */
function isBelowParticulars(lines: readonly Line[], i: number): boolean {
  let [hasParticulars, hasText] = [false, false];
  for (let above = 0; above < i; above++) {
    const { kind, text } = lines[above] as Line;
    hasParticulars ||= kind === 'metadata';
    hasText ||= kind === 'text' && text.length >= 8;
  }
  return hasParticulars && hasText;
}

/** Something must say that the line heads a document and not one brief of several. */
function isTitleOfDocument(lines: readonly Line[], best: number, head: readonly number[]): boolean {
  const line = lines[best] as Line;
  if (line.hint?.kind === 'title' || isTagged(line) || isKindOfDocument(line)) return true;
  if (head.some((i) => (lines[i] as Line).kind === 'metadata' || isSubtitle(lines[i] as Line))) return true;
  if (lines.some((other) => other.kind === 'metadata')) return true;
  return headsMuch(lines, best) || opensWithDateline(lines, best);
}

/** Several paragraphs, a long one, or a speech stand below the line. */
function headsMuch(lines: readonly Line[], best: number): boolean {
  let [bodies, length] = [0, 0];
  for (let i = best + 1; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.kind === 'text' && isAddress(line)) return true;
    if (!isBody(line)) continue;
    bodies++;
    length += line.text.length;
    if (bodies >= 3 || length >= LONGER_THAN_A_BRIEF) return true;
  }
  return false;
}

function opensWithDateline(lines: readonly Line[], best: number): boolean {
  const first = lines.find((line, i) => i > best && line.kind === 'text');
  return first !== undefined && readDateline([first]).publisher !== null;
}

function markTitle(lines: readonly Line[], best: number): Title {
  const [first, last] = headlineLines(lines, best);
  for (let i = 0; i < first; i++) markKicker(lines[i] as Line);
  for (let i = first; i <= last; i++) (lines[i] as Line).kind = 'title';
  let lastLine = last;
  while (isBareSubtitle(lines[lastLine + 1])) {
    lastLine++;
    (lines[lastLine] as Line).kind = 'title';
  }
  for (let i = best; i < Math.min(best + 12, lines.length); i++) {
    const other = lines[i] as Line;
    if (other.kind === 'text' && isOccasion(other)) other.kind = 'title';
  }
  markRepeats(lines, best);
  const [opening, closing] = [lines[first] as Line, lines[last] as Line];
  return { span: { start: opening.start + tagLength(opening), end: closing.end }, lastLine };
}

/** First and last line of the headline: two when the first half calls for the second. */
function headlineLines(lines: readonly Line[], best: number): [number, number] {
  const isOpen = (line: Line | undefined) => line !== undefined && isOpenHeadline(line) && isCandidate(line);
  if (isOpen(lines[best - 1])) return [best - 1, best];
  const second = lines[best + 1];
  const isClosed = second !== undefined && isCandidate(second) && !isBody(second) && second.marker === null;
  return isOpen(lines[best]) && isClosed ? [best, best + 1] : [best, best];
}

function isBareSubtitle(line: Line | undefined): boolean {
  return line !== undefined && isSubtitle(line) && line.stops === 0;
}

/** What stands above the headline: a kicker (肩题) belongs to it, a word of a menu does not. */
function markKicker(line: Line): void {
  if (line.kind !== 'text') return;
  line.kind = line.text.length >= 8 ? 'title' : 'furniture';
}

/** Pages repeat the headline below the text, as the caption of a button. */
function markRepeats(lines: readonly Line[], best: number): void {
  const title = lines[best] as Line;
  for (let i = best + 1; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.kind === 'text' && line.text === title.text) line.kind = 'furniture';
  }
}
