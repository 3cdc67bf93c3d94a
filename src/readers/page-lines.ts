import { isFurniture } from '../document/furniture.js';
import { traitsOf } from '../document/line-traits.js';
import { isHeadingText, LONGEST_CELL } from './line-kinds.js';
import { linkShare } from './main-content.js';
import type { PageBlock } from './page-blocks.js';
import type { PageElement } from './page-element.js';
import { isPageFoot } from './page-foot.js';
import type { SourceLine } from './text-builder.js';

const CELL_TAGS: ReadonlySet<string> = new Set(['td', 'th']);
const ROW_TAGS: ReadonlySet<string> = new Set(['tr']);
const TABLE_TAGS: ReadonlySet<string> = new Set(['table']);
/** Words over a list of links are few. */
const LONGEST_LIST_NAME = 12;
/** Shorter ones are buttons: 返回, 打印本页. */
const SHORTEST_LINK = 6;
const ITEM_TAGS: ReadonlySet<string> = new Set(['li']);

/** True for a link to somewhere else; a sentence that is a link stays. */
export function isLinkLine(block: PageBlock): boolean {
  return linkShare(block) > 0.6 && !/[。！？]/.test(block.text);
}

/** The main text without links to elsewhere and the words that stand over them: 相关链接, 热门推荐. */
export function withoutLinkLists(blocks: readonly PageBlock[]): PageBlock[] {
  return blocks.filter((block, i) => {
    if (isLinkLine(block)) return false;
    const next = blocks[i + 1];
    if (next === undefined || !isLinkLine(next) || next.letters < SHORTEST_LINK) return true;
    return !isListName(block.text) || (isFurnitureText(next.text) && !block.text.endsWith('：'));
  });
}

/** 相关链接 over links; 云河市人民政府 and 2021年3月16日 over 上一篇：…… are the end of the text. */
function isListName(text: string): boolean {
  return text.length <= LONGEST_LIST_NAME && !/[。！？\d]/.test(text);
}

/** Blocks of the main text as lines: rows of a table joined, headings and list items told apart. */
export function toLines(blocks: readonly PageBlock[]): SourceLine[] {
  const tables = figureTables(blocks);
  const lines: SourceLine[] = [];
  for (let i = 0; i < blocks.length; ) {
    const block = blocks[i] as PageBlock;
    const row = block.element.closest(ROW_TAGS);
    if (row === null || !tables.has(row.closest(TABLE_TAGS) as PageElement)) {
      lines.push(toLine(block));
      i++;
      continue;
    }
    let end = i + 1;
    while (end < blocks.length && blocks[end]?.element.closest(ROW_TAGS) === row) end++;
    lines.push({
      text: blocks
        .slice(i, end)
        .map((cell) => cell.text)
        .join('\t'),
      kind: 'table',
      level: null,
      origin: row.path(),
    });
    i = end;
  }
  return lines;
}

function toLine(block: PageBlock): SourceLine {
  const line = toTextLine(block);
  return line.kind !== 'heading' && (isPageFoot(block.text) || isFurnitureText(block.text))
    ? { ...line, kind: 'furniture' }
    : line;
}

/** What the words alone tell: 责任编辑：李清, 版权所有. */
function isFurnitureText(text: string): boolean {
  const ending = /[。！？]$/.test(text) ? 'stop' : 'none';
  return isFurniture({
    start: 0,
    end: text.length,
    text,
    kind: 'text',
    gap: 0,
    ending,
    stops: 0,
    marker: null,
    hint: null,
    traits: traitsOf(text),
  });
}

function toTextLine(block: PageBlock): SourceLine {
  const origin = block.element.path();
  const headingLevel = /^h([1-6])$/.exec(innermostBlockTag(block.element));
  if (headingLevel !== null) return { text: block.text, kind: 'heading', level: Number(headingLevel[1]), origin };
  if (isBoldHeading(block)) return { text: block.text, kind: 'heading', level: null, origin };
  const item = block.element.closest(ITEM_TAGS);
  if (item === null) return { text: block.text, kind: 'paragraph', level: null, origin };
  const text =
    block.marker === null || /^[\d一二三四五六七八九十（(①-⑳第]/.test(block.text)
      ? block.text
      : `${block.marker}${block.text}`;
  return { text, kind: 'list-item', level: listDepth(item), origin };
}

function innermostBlockTag(element: PageElement): string {
  for (const each of element.chain())
    if (/^(?:h[1-6]|p|div|td|li|section|article|body|root)$/.test(each.tag)) return each.tag;
  return '';
}

/** A short line wholly in bold type that is no sentence: `<p><strong>一、总体要求</strong></p>`. */
function isBoldHeading(block: PageBlock): boolean {
  const { text } = block;
  return block.bold >= block.letters * 0.9 && isHeadingText(text);
}

function listDepth(item: PageElement): number {
  let depth = 0;
  for (const element of item.chain()) if (element.tag === 'ul' || element.tag === 'ol') depth++;
  return Math.max(1, depth);
}

/** Tables of figures: every cell one short line, and at least two rows of two cells. Any other table is layout. */
function figureTables(blocks: readonly PageBlock[]): Set<PageElement> {
  const shapes = new Map<PageElement, { cells: Set<PageElement>; rows: Map<PageElement, number>; isLayout: boolean }>();
  for (const block of blocks) {
    const cell = block.element.closest(CELL_TAGS);
    const row = cell?.closest(ROW_TAGS) ?? null;
    const table = row?.closest(TABLE_TAGS) ?? null;
    if (cell === null || row === null || table === null) continue;
    const shape = shapes.get(table) ?? { cells: new Set(), rows: new Map(), isLayout: false };
    shapes.set(table, shape);
    if (shape.cells.has(cell) || block.text.length > LONGEST_CELL) shape.isLayout = true;
    shape.cells.add(cell);
    shape.rows.set(row, (shape.rows.get(row) ?? 0) + 1);
  }
  const tables = new Set<PageElement>();
  for (const [table, shape] of shapes) {
    if (!shape.isLayout && [...shape.rows.values()].filter((cells) => cells >= 2).length >= 2) tables.add(table);
  }
  return tables;
}
