import { CharClass, charClasses } from '../text/char-class.js';
import type { Span } from '../text/span.js';
import type { Enumeration, EnumerationItem, Paragraph } from './document.js';
import type { PlacedMarker } from './markers.js';

/** A list being read: its items so far, and where the one it stands in is. */
interface OpenList {
  family: string;
  placed: PlacedMarker[];
  parent: OpenList | null;
  level: number;
  order: number;
}

/**
 * Every list that the text marks, with nesting: 第一 → 一要 → （1）. One walk over the markers with a stack of open lists:
 * a marker goes on with the innermost list that waits for it, an ordinal 1 or a bullet opens a list, anything else is no list's.
 * Lists of one item are kept; they count only where a slogan announces them.
 */
export function readEnumerations(
  text: string,
  paragraphs: readonly Paragraph[],
  markers: readonly PlacedMarker[],
): Enumeration[] {
  const lists: OpenList[] = [];
  const headings = lastHeadings(paragraphs);
  let stack: OpenList[] = [];
  for (const placed of markers) {
    stack = stack.filter((list) => isOpenAt(list, placed, paragraphs, headings));
    const depth = depthThatWaits(stack, placed);
    if (depth >= 0) {
      stack = stack.slice(0, depth + 1);
      (stack[depth] as OpenList).placed.push(placed);
    } else if (placed.marker.ordinal === 1 || isBullet(placed)) {
      const same = stack.findIndex((list) => list.family === placed.marker.family);
      if (same >= 0) stack = stack.slice(0, same);
      const parent = stack[stack.length - 1] ?? null;
      const list = {
        family: placed.marker.family,
        placed: [placed],
        parent,
        level: stack.length + 1,
        order: lists.length,
      };
      lists.push(list);
      stack.push(list);
    }
  }
  return lists.map((list) => closeList(text, paragraphs, list, lists));
}

function isBullet(placed: PlacedMarker): boolean {
  return placed.marker.ordinal === null && placed.marker.family !== '首先';
}

/** Depth of the innermost list that the marker continues, -1 when none waits for it. */
function depthThatWaits(stack: readonly OpenList[], placed: PlacedMarker): number {
  for (let depth = stack.length - 1; depth >= 0; depth--) {
    const list = stack[depth] as OpenList;
    if (list.family === placed.marker.family && isNext(list, placed)) return depth;
  }
  return -1;
}

function isNext(list: OpenList, placed: PlacedMarker): boolean {
  const ordinal = placed.marker.ordinal;
  return ordinal === null || ordinal === list.placed.length + 1;
}

/** For each paragraph the index of the last heading up to it, -1 where none is. */
function lastHeadings(paragraphs: readonly Paragraph[]): Int32Array {
  const headings = new Int32Array(paragraphs.length);
  let last = -1;
  paragraphs.forEach((paragraph, i) => {
    if (paragraph.kind === 'heading') last = i;
    headings[i] = last;
  });
  return headings;
}

/**
 * A list inside a paragraph ends with it unless the next paragraph goes on; bullets end with the run of bulleted paragraphs; one of
 * paragraphs ends at the next heading (the 一是 of a review must not hold the sections behind it), one of headings never.
 */
function isOpenAt(
  list: OpenList,
  placed: PlacedMarker,
  paragraphs: readonly Paragraph[],
  headings: Int32Array,
): boolean {
  const last = list.placed[list.placed.length - 1] as PlacedMarker;
  if (last.paragraph === placed.paragraph) return true;
  if (isBullet(last)) return isContinuedBullets(list, last, placed, paragraphs);
  const isOfHeadings = last.opensParagraph && paragraphs[last.paragraph]?.kind === 'heading';
  if (!isOfHeadings && (headings[placed.paragraph] as number) > last.paragraph) return false;
  if (last.opensParagraph) return true;
  return placed.opensParagraph && placed.marker.family === list.family && placed.paragraph - last.paragraph <= 3;
}

function isContinuedBullets(
  list: OpenList,
  last: PlacedMarker,
  placed: PlacedMarker,
  paragraphs: readonly Paragraph[],
): boolean {
  for (let i = last.paragraph + 1; i <= placed.paragraph; i++) {
    const paragraph = paragraphs[i] as Paragraph;
    if (paragraph.kind === 'furniture' || paragraph.kind === 'metadata') continue;
    if (paragraph.kind === 'heading' || paragraph.marker?.family !== list.family) return false;
  }
  return true;
}

function closeList(
  text: string,
  paragraphs: readonly Paragraph[],
  list: OpenList,
  lists: readonly OpenList[],
): Enumeration {
  const limit = list.parent === null ? Infinity : itemLimit(list, list.parent);
  const items = list.placed.map((placed, i) => readItem(text, paragraphs, list, placed, list.placed[i + 1], limit));
  const first = items[0] as EnumerationItem;
  const last = items[items.length - 1] as EnumerationItem;
  const parent = list.parent === null ? null : lists.indexOf(list.parent);
  return {
    start: first.marker.start,
    end: last.body.end,
    by: kindOf(list, paragraphs),
    family: list.family,
    items,
    level: list.level,
    parent,
  };
}

/** Where the parent's item that holds the list ends: at the parent's next marker. */
function itemLimit(list: OpenList, parent: OpenList): number {
  const start = (list.placed[0] as PlacedMarker).marker.start;
  const next = parent.placed.find((placed) => placed.marker.start > start);
  return next === undefined ? Infinity : next.marker.start;
}

function kindOf(list: OpenList, paragraphs: readonly Paragraph[]): Enumeration['by'] {
  const first = list.placed[0] as PlacedMarker;
  if (isBullet(first)) return 'bullets';
  return list.placed.every((placed) => placed.opensParagraph && paragraphs[placed.paragraph]?.kind === 'heading')
    ? 'headings'
    : 'ordinals';
}

function readItem(
  text: string,
  paragraphs: readonly Paragraph[],
  list: OpenList,
  placed: PlacedMarker,
  next: PlacedMarker | undefined,
  limit: number,
): EnumerationItem {
  const paragraph = paragraphs[placed.paragraph] as Paragraph;
  const start = skipMarks(text, placed.marker.end, paragraph.end);
  const end = bodyEnd(text, paragraphs, list, placed, next, limit);
  const body = trimEnd(text, { start, end: Math.max(start, end) });
  const isHeading = placed.opensParagraph && paragraph.kind === 'heading';
  const lead = isHeading
    ? trimEnd(text, { start, end: paragraph.end })
    : leadClause(text, { start, end: Math.min(body.end, paragraph.end) });
  return { marker: placed.marker, lead, body };
}

/** The last item ends with its paragraph; one that is parted from its fellows by ； or ， ends with its sentence. */
function bodyEnd(
  text: string,
  paragraphs: readonly Paragraph[],
  list: OpenList,
  placed: PlacedMarker,
  next: PlacedMarker | undefined,
  limit: number,
): number {
  if (next !== undefined) return next.marker.start;
  const paragraph = paragraphs[placed.paragraph] as Paragraph;
  const end = Math.min(limit, paragraph.end);
  const before = list.placed.length > 1 ? text.charAt(placed.marker.start - 1) : '。';
  if (before !== '；' && before !== '，') return end;
  const stop = text.indexOf('。', placed.marker.end);
  return stop === -1 ? end : Math.min(end, stop + 1);
}

function skipMarks(text: string, offset: number, limit: number): number {
  let at = offset;
  while (at < limit && '，、：. 　\t'.includes(text.charAt(at))) at++;
  return at;
}

function trimEnd(text: string, span: Span): Span {
  const classes = charClasses();
  let end = span.end;
  while (end > span.start) {
    const kind = classes[text.charCodeAt(end - 1)] as number;
    if (kind !== CharClass.blank && kind !== CharClass.lineEnd) break;
    end--;
  }
  return { start: span.start, end };
}

/** Marks at which a lead clause ends. */
const LEAD_ENDS = '，。；：、！？';
const LONGEST_LEAD = 120;

/** 机构组建到位。市教育整顿办… → 机构组建到位. Marks inside quotation marks, brackets and book titles do not end it. */
export function leadClause(text: string, span: Span): Span {
  const classes = charClasses();
  const limit = Math.min(span.end, span.start + LONGEST_LEAD);
  let depth = 0;
  for (let i = span.start; i < limit; i++) {
    const kind = classes[text.charCodeAt(i)] as number;
    if (kind === CharClass.open) depth++;
    else if (kind === CharClass.close) depth = Math.max(0, depth - 1);
    else if (
      depth === 0 &&
      i > span.start &&
      (LEAD_ENDS.includes(text.charAt(i)) || text.startsWith('——', i) || kind === CharClass.lineEnd)
    )
      return trimEnd(text, { start: span.start, end: i });
  }
  return trimEnd(text, { start: span.start, end: limit });
}
