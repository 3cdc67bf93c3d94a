import type { Heading } from './document.js';
import { isHeadingWord } from './furniture.js';
import { isBody, type Line } from './paragraphs.js';
import { isAddress, isCaption } from './title.js';

/** Families of markers that can number headings, highest first; the place in the list is the rank. */
const RANKS = ['第一章', '一、', '（一）', '1.', '（1）', '1）', '第一', '一是', '一要', '首先', '①'];

/** Signs that newspapers set before a subheading; dashes and dots head items of a list. */
const HEADING_BULLETS = ['■', '◆', '▲', '★', '●', '※', '□', '◇', '○', '▪'];

const LONGEST_MARKED = 64;
const LONGEST_PLAIN = 48;
const LONGEST_SENTENCE = 36;

/** Texts are cut to lines of at least so many characters; marks that may not open a line make them differ a little. */
const SHORTEST_WRAP = 16;
const WRAP_PLAY = 3;

/** Blank lines that a picture leaves when a page becomes text. */
const PICTURE_GAP = 3;

/** Sisters that begin alike may be longer: 这一年，我们…；这一年，我们…. */
const LONGEST_SISTER = 56;

/** 第一章, 第二部分, 第三节: they are no list markers but always head something. */
const CHAPTER = /^第[一二三四五六七八九十百\d]{1,4}(?:章|部分|编|篇|节|单元)(?:[\s\u3000：:、]|$)/;

/** Words that tell a story or speak to somebody; a heading is a bare phrase: 稳步扩大制度型开放。 */
const NARRATIVE = /[了着过你他她它吗呢吧]|这[个些里]|今天|昨天|记者|会议|出席|参加|发言|举行|指出|表示|强调/;

/** How a line heads what follows. `sentence`: a bare phrase that ends with 。 and comes in a series. */
type Style = { rank: number; name: string };

/** Finds the lines that head a section, marks them and returns them in text order. */
export function chooseHeadings(lines: readonly Line[], isNews: boolean): Heading[] {
  const places = lines.flatMap((line, index) => (line.kind === 'text' ? [index] : []));
  const order = places.map((index) => lines[index] as Line);
  const width = wrapWidth(order);
  const styles = order.map((_, i) => (isContinuation(order, i, width) ? null : styleOf(order, i)));
  if (!isNews) markSeries(order, styles);
  return markHeadings(order, places, styles);
}

/** Under a heading whose level the reader knows, the others begin one level below it. */
function markHeadings(order: readonly Line[], places: readonly number[], styles: readonly (Style | null)[]): Heading[] {
  const headings: Heading[] = [];
  let open: Style[] = [];
  let known = 0;
  order.forEach((line, i) => {
    const style = styles[i] ?? null;
    if (style === null) return;
    const given = line.hint?.kind === 'heading' ? line.hint.level : null;
    if (given !== null) [known, open] = [given, []];
    const level = given ?? known + levelOf(open, style);
    line.kind = 'heading';
    headings.push({ start: headingStart(line), end: line.end, paragraph: places[i] as number, level });
  });
  return headings;
}

/** A Markdown mark is no part of the heading: ## 一、总体要求 */
function headingStart(line: Line): number {
  return line.start + (/^#{1,6}\s+/.exec(line.text)?.[0].length ?? 0);
}

/** Depth of a style: below the styles that were open when it first came, at its own level when it comes again. */
function levelOf(open: Style[], style: Style): number {
  const known = open.findIndex((other) => other.name === style.name);
  if (known !== -1) open.length = known + 1;
  else {
    while (open.length > 0 && style.rank < (open[open.length - 1] as Style).rank) open.pop();
    open.push(style);
  }
  return open.length;
}

function styleOf(order: readonly Line[], i: number): Style | null {
  const line = order[i] as Line;
  if (line.hint?.kind === 'heading') return { rank: line.hint.level ?? 1, name: `hint${line.hint.level ?? 1}` };
  if (/^#{1,6}\s/.test(line.text)) return { rank: line.text.indexOf(' '), name: `#${line.text.indexOf(' ')}` };
  if (isHeadingWord(line)) return { rank: 0.5, name: 'word' };
  if (isAddress(line) || isCaption(line) || line.ending === 'semicolon' || line.ending === 'comma') return null;
  if (CHAPTER.test(line.text) && line.text.length <= LONGEST_MARKED && line.stops === 0)
    return { rank: 0, name: '第一章' };
  if (line.ending === 'colon' && !isMarkedColon(line)) return null;
  if (line.marker !== null) return markedStyle(order, i);
  return isPlainHeading(order, i) ? { rank: 1.5, name: 'plain' } : null;
}

/** 一、主要做法： is a heading, 会议强调： is none. */
function isMarkedColon(line: Line): boolean {
  const family = line.marker?.family;
  return (family === '一、' || family === '（一）') && line.text.length <= 24;
}

/** 一、总体要求; （一）加强领导; 第一，把自查自纠挺在前面。 — one phrase on a line of its own with its text below. */
function markedStyle(order: readonly Line[], i: number): Style | null {
  const line = order[i] as Line;
  const family = line.marker?.family ?? '';
  if (HEADING_BULLETS.includes(family)) return isPlainHeading(order, i) ? { rank: 6, name: family } : null;
  const rank = RANKS.indexOf(family);
  if (rank === -1 || line.text.length > LONGEST_MARKED || line.stops > 1) return null;
  if (line.stops === 1 && line.ending !== 'stop') return null;
  if (/.：./.test(line.text) && order[i + 1]?.gap === 0 && family !== '一、' && family !== '（一）') return null;
  return headsItsText(order, i, family) ? { rank, name: family } : null;
}

/**
 * What stands below tells a heading from an item of a list: 一是…。/ 二是…。 on lines of their own are items.
 * The last line of a text heads nothing, unless its sisters do.
 */
function headsItsText(order: readonly Line[], i: number, family: string): boolean {
  const line = order[i] as Line;
  const next = order[i + 1];
  if (next === undefined) return hasHeadingSister(order, i, family);
  if (next.marker?.family === family || order[i - 1]?.marker?.family === family) return false;
  if (line.ending === 'stop') return next.text.length > line.text.length && isBody(next);
  return true;
}

function hasHeadingSister(order: readonly Line[], last: number, family: string): boolean {
  for (let i = last - 1; i >= 0; i--) {
    const line = order[i] as Line;
    if (line.marker?.family === family) return line.stops <= 1 && order[i + 1]?.marker?.family !== family;
  }
  return false;
}

/** 肥城市, 做实工作部署 确保高起点开展: short, without a closing mark, with text below that carries whole sentences. */
function isPlainHeading(order: readonly Line[], i: number): boolean {
  const line = order[i] as Line;
  const length = line.text.length;
  if (length < 2 || length > LONGEST_PLAIN || line.stops > 0 || line.ending !== 'none') return false;
  if (/[；。]|\t|https?:|^[\d.,%\s]+$/.test(line.text) || !/[\u4e00-\u9fff]{2}/.test(line.text)) return false;
  if (standsApart(order, i)) return false;
  const next = order[i + 1];
  if (next === undefined) return false;
  return (
    isBody(next) ||
    opensSubheading(next) ||
    (next.ending === 'colon' && next.text.length > length) ||
    isHeadedSpeech(next)
  );
}

/** A caption keeps the gap of its picture above and below, where the paragraphs of the text stand closer. */
function standsApart(order: readonly Line[], i: number): boolean {
  const [line, next, second] = [order[i] as Line, order[i + 1], order[i + 2]];
  const isInGaps = line.gap >= PICTURE_GAP && next !== undefined && next.gap >= PICTURE_GAP;
  return isInGaps && (second === undefined || second.gap < PICTURE_GAP);
}

/** 一、…, （一）… below a plain line: a chapter that begins with its first section. */
function opensSubheading(line: Line): boolean {
  return line.marker?.ordinal === 1 && line.marker.family !== '一是' && line.marker.family !== '一要';
}

function isHeadedSpeech(line: Line): boolean {
  return isAddress(line) || line.marker?.ordinal === null;
}

/** The line above broke off in the middle of a sentence: a word in bold type, or a text cut into lines of one width. */
function isContinuation(order: readonly Line[], i: number, width: number): boolean {
  const previous = order[i - 1];
  const line = order[i] as Line;
  if (previous === undefined || line.gap > 0 || line.hint?.kind === 'heading') return false;
  if (/^[，。；：、）”》]/.test(line.text)) return true;
  return previous.text.length > width && isUnfinished(previous);
}

function isUnfinished(line: Line): boolean {
  return line.ending === 'none' || line.ending === 'comma';
}

/** Length from which an unfinished line runs on into the next: nearly that of the others where a text was cut to a width. */
function wrapWidth(order: readonly Line[]): number {
  const unfinished = order.filter((line) => isUnfinished(line) && line.text.length >= SHORTEST_WRAP);
  if (unfinished.length < 8 || unfinished.length * 2 < order.length) return LONGEST_PLAIN;
  const widest = unfinished.reduce((max, line) => Math.max(max, line.text.length), 0);
  const full = unfinished.filter((line) => line.text.length >= widest - WRAP_PLAY).length;
  return full * 3 >= unfinished.length * 2 ? Math.min(LONGEST_PLAIN, widest - WRAP_PLAY - 1) : LONGEST_PLAIN;
}

/** Neighbours stand at most three paragraphs apart, so at most three candidates. */
const NEARBY = [-3, -2, -1, 1, 2, 3];

/**
 * 激发经营主体活力。/ (a paragraph) / 大力提振消费。/ (a paragraph): bare phrases with 。 that alternate with paragraphs.
 * One alone proves nothing; two in a row do, and then a single one elsewhere in the document counts as well.
 */
function markSeries(order: readonly Line[], styles: (Style | null)[]): void {
  const candidates = order.flatMap((_, i) => (styles[i] === null && isBareSentence(order, i) ? [i] : []));
  const open = openEnd(order, candidates);
  if (open !== null) candidates.push(open);
  const inSeries = candidates.filter((i, k) =>
    NEARBY.some((step) => isNeighbour(order, styles, i, candidates[k + step] ?? i)),
  );
  if (inSeries.length < 2) return;
  const chosen = candidates.length <= inSeries.length * 1.5 ? candidates : inSeries;
  for (const i of chosen) styles[i] = { rank: 8, name: 'sentence' };
}

/** An excerpt may end behind a heading: 聚焦对外开放，…。/ (a paragraph) / 聚焦高质量发展，…。 */
function openEnd(order: readonly Line[], candidates: readonly number[]): number | null {
  const last = order.length - 1;
  const sister = candidates[candidates.length - 1];
  if (sister === undefined || last - sister !== 2) return null;
  return isBarePhrase(order[last] as Line, LONGEST_SISTER) && sharesHead(order[sister] as Line, order[last] as Line)
    ? last
    : null;
}

function sharesHead(a: Line, b: Line): boolean {
  return a.text.slice(0, 2) === b.text.slice(0, 2);
}

/** Neighbours stand one or two paragraphs apart with no heading of another kind between them. */
function isNeighbour(order: readonly Line[], styles: readonly (Style | null)[], i: number, j: number): boolean {
  const [first, second] = i < j ? [i, j] : [j, i];
  const distance = second - first;
  if (distance < 2 || distance > 3) return false;
  for (let k = first + 1; k < second; k++) if (styles[k] !== null || !isBody(order[k] as Line)) return false;
  return true;
}

function isBareSentence(order: readonly Line[], i: number): boolean {
  const next = order[i + 1];
  const line = order[i] as Line;
  if (line.stops !== 1 || line.text.length > LONGEST_SISTER) return false;
  const longest = hasSisterNearby(order, i) ? LONGEST_SISTER : LONGEST_SENTENCE;
  return (
    next !== undefined &&
    isBarePhrase(line, longest) &&
    isBody(next) &&
    next.text.length >= Math.max(60, 2.5 * line.text.length)
  );
}

function hasSisterNearby(order: readonly Line[], i: number): boolean {
  const line = order[i] as Line;
  return [i - 3, i - 2, i + 2, i + 3].some((j) => order[j] !== undefined && sharesHead(order[j] as Line, line));
}

function isBarePhrase(line: Line, longest: number): boolean {
  if (line.stops !== 1 || line.ending !== 'stop' || line.marker !== null) return false;
  if (line.text.length < 4 || line.text.length > longest || !line.text.endsWith('。')) return false;
  return !NARRATIVE.test(line.text);
}
