import { CharSet } from '../text/char-set.js';
import type { Heading } from './document.js';
import { isHeadingWord } from './furniture.js';
import { markSeries, type Style } from './heading-series.js';
import { isAddress, isCaption } from './line-roles.js';
import { Trait } from './line-traits.js';
import { isBody, type Line } from './paragraphs.js';

/** Families of markers that can number headings, highest first; the place in the list is the rank. */
const RANKS = ['第一章', '一、', '（一）', '1.', '（1）', '1）', '第一', '一是', '一要', '首先', '①'];

/** Signs that newspapers set before a subheading; dashes and dots head items of a list. */
const HEADING_BULLETS = ['■', '◆', '▲', '★', '●', '※', '□', '◇', '○', '▪'];

const NUMBER_SIGN = '#'.charCodeAt(0);
const ORDINAL_SIGN = '第'.charCodeAt(0);

const LONGEST_MARKED = 64;
const LONGEST_PLAIN = 48;

/** Texts are cut to lines of at least so many characters; marks that may not open a line make them differ a little. */
const SHORTEST_WRAP = 16;
const WRAP_PLAY = 3;

/** Blank lines that a picture leaves when a page becomes text. */
const PICTURE_GAP = 3;

/** 第一章, 第二部分, 第三节: they are no list markers but always head something. */
const CHAPTER = /^第[一二三四五六七八九十百\d]{1,4}(?:章|部分|编|篇|节|单元)(?:[\s\u3000：:、]|$)/;

/** Finds the lines that head a section, marks them and returns them in text order. */
export function chooseHeadings(lines: readonly Line[], isNews: boolean): Heading[] {
  const order: Line[] = [];
  const places: number[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.kind !== 'text') continue;
    order.push(line);
    places.push(i);
  }
  const styles = stylesOf(order);
  if (!isNews) markSeries(order, styles);
  return markHeadings(order, places, styles);
}

function stylesOf(order: readonly Line[]): (Style | null)[] {
  const width = wrapWidth(order);
  const styles: (Style | null)[] = [];
  for (let i = 0; i < order.length; i++) {
    const style = styleOf(order, i);
    styles.push(style !== null && isContinuation(order, i, width) ? null : style);
  }
  return styles;
}

/** Under a heading whose level the reader knows, the others begin one level below it. */
function markHeadings(order: readonly Line[], places: readonly number[], styles: readonly (Style | null)[]): Heading[] {
  const headings: Heading[] = [];
  let open: Style[] = [];
  let known = 0;
  for (let i = 0; i < order.length; i++) {
    const line = order[i] as Line;
    const style = styles[i] ?? null;
    if (style === null) continue;
    const given = line.hint?.kind === 'heading' ? line.hint.level : null;
    if (given !== null) [known, open] = [given, []];
    const level = given ?? known + levelOf(open, style);
    line.kind = 'heading';
    headings.push({ start: headingStart(line), end: line.end, paragraph: places[i] as number, level });
  }
  return headings;
}

/** A Markdown mark is no part of the heading: ## 一、总体要求 */
function headingStart(line: Line): number {
  if (line.text.charCodeAt(0) !== NUMBER_SIGN) return line.start;
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
  if (line.text.charCodeAt(0) === NUMBER_SIGN && /^#{1,6}\s/.test(line.text))
    return { rank: line.text.indexOf(' '), name: `#${line.text.indexOf(' ')}` };
  if (line.text.length > LONGEST_MARKED) return null;
  if (isHeadingWord(line)) return { rank: 0.5, name: 'word' };
  if (isAddress(line) || isCaption(line) || line.ending === 'semicolon' || line.ending === 'comma') return null;
  if (line.stops === 0 && line.text.charCodeAt(0) === ORDINAL_SIGN && CHAPTER.test(line.text))
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

/** What a sentence, a row of a table, an address or a bare figure must have. */
const TRAITS_OF_OTHERS = Trait.sentence | Trait.blank | Trait.colon | Trait.digit;

/** 清江县, 做实工作部署 确保高起点开展: short, without a closing mark, with text below that carries whole sentences. */
function isPlainHeading(order: readonly Line[], i: number): boolean {
  const line = order[i] as Line;
  const length = line.text.length;
  if (length < 2 || length > LONGEST_PLAIN || line.stops > 0 || line.ending !== 'none') return false;
  if ((line.traits & TRAITS_OF_OTHERS) !== 0 && /[；。]|\t|https?:|^[\d.,%\s]+$/.test(line.text)) return false;
  if (!/[\u4e00-\u9fff]{2}/.test(line.text)) return false;
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

/** Marks that open no line: the one above goes on. */
const NO_OPENERS = new CharSet('，。；：、）”》');

/** The line above broke off in the middle of a sentence: a word in bold type, or a text cut into lines of one width. */
function isContinuation(order: readonly Line[], i: number, width: number): boolean {
  const previous = order[i - 1];
  const line = order[i] as Line;
  if (previous === undefined || line.gap > 0 || line.hint?.kind === 'heading') return false;
  if (NO_OPENERS.has(line.text.charCodeAt(0))) return true;
  return previous.text.length > width && isUnfinished(previous);
}

function isUnfinished(line: Line): boolean {
  return line.ending === 'none' || line.ending === 'comma';
}

/** Length from which an unfinished line runs on into the next: nearly that of the others where a text was cut to a width. */
function wrapWidth(order: readonly Line[]): number {
  const unfinished: Line[] = [];
  for (const line of order) if (isUnfinished(line) && line.text.length >= SHORTEST_WRAP) unfinished.push(line);
  if (unfinished.length < 8 || unfinished.length * 2 < order.length) return LONGEST_PLAIN;
  const widest = unfinished.reduce((max, line) => Math.max(max, line.text.length), 0);
  const full = unfinished.filter((line) => line.text.length >= widest - WRAP_PLAY).length;
  return full * 3 >= unfinished.length * 2 ? Math.min(LONGEST_PLAIN, widest - WRAP_PLAY - 1) : LONGEST_PLAIN;
}
