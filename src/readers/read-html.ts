import type { Issue } from '../document/document.js';
import type { SourceMetadata } from '../document/source-document.js';
import { findMainElements, goodnessOf } from './main-content.js';
import { readMarkdownLine } from './markdown-lines.js';
import { type Page, type PageBlock, readPageBlocks } from './page-blocks.js';
import type { PageElement } from './page-element.js';
import { cleanPageTitle, findHeadline, titleText } from './page-headline.js';
import { toLines, withoutLinkLists } from './page-lines.js';
import { readMetas } from './page-metadata.js';
import { type BuiltText, buildText, type SourceLine } from './text-builder.js';

/** What a reader makes of one file's content. */
export interface ReadContent extends BuiltText {
  metadata: SourceMetadata;
  issues: Issue[];
}

/** Main text of a page, or of a piece of one; null when it has no running text. */
export function readHtml(html: string): ReadContent | null {
  const page = readPageBlocks(html);
  const isPiece = !page.blocks.some((block) => hasBody(block.element));
  const mains = isPiece ? [page.root] : findMainElements(page);
  if (mains.length === 0 || page.blocks.length === 0) return null;
  return isPiece ? readPiece(page) : readPage(page, mains);
}

/** Text with tags left in it has no menus around it; its lines may carry the marks of Markdown. */
function readPiece(page: Page): ReadContent {
  const lines: SourceLine[] = [];
  for (const line of toLines(page.blocks)) {
    const read = line.origin === '' ? readMarkdownLine(line) : line;
    if (read !== null) lines.push(read.origin === '' ? { ...read, origin: null } : read);
  }
  return { ...buildText(lines), metadata: {}, issues: issuesOf(page) };
}

function hasBody(element: PageElement): boolean {
  for (const each of element.chain()) if (each.tag === 'body' || each.tag === 'html') return true;
  return false;
}

function readPage(page: Page, mains: readonly PageElement[]): ReadContent {
  const isMain = (block: PageBlock): boolean => mains.some((main) => block.element.isWithin(main));
  const isFramedMain = mains.every((main) => main.isFramed);
  const main = withoutLinkLists(
    page.blocks.filter((block) => isMain(block) && (isFramedMain || !block.element.isFramed)),
  );
  const first = page.blocks.indexOf(main[0] as PageBlock);
  const metas = readMetas(page.metas);
  const title = metas.title ?? cleanPageTitle(page.title);
  const headline = findHeadline(page, page.blocks.slice(0, first), main, title);
  const over = new Set([...headline.titles, ...headline.dateLines]);
  const firstTitle = main.findIndex((block) => headline.titles.includes(block));
  const body = main.filter((block, i) => !over.has(block) && (i > firstTitle || goodnessOf(block) > 0));
  const lines = [...headlineLines(headline.titles, title), ...headline.dateLines.map(dateLine), ...toLines(body)];
  const spoken = headline.titles.map((block) => titleText(block, title)).join(' ');
  const metadata: SourceMetadata = { ...headline.metadata, ...metas };
  if (metadata.title === undefined && (spoken !== '' || title !== '')) metadata.title = spoken === '' ? title : spoken;
  return { ...buildText(lines), metadata, issues: issuesOf(page) };
}

function headlineLines(titles: readonly PageBlock[], title: string): SourceLine[] {
  if (titles.length > 0)
    return titles.map((block) => ({
      text: titleText(block, title),
      kind: 'title',
      level: null,
      origin: block.element.path(),
    }));
  return title === '' ? [] : [{ text: title, kind: 'title', level: null, origin: 'head > title' }];
}

function dateLine(block: PageBlock): SourceLine {
  // 2021年3月16日 under the headline of a speech is its day and part of it; a stamp has a label or an hour
  const kind = /^[（(]?\d{4}年\d{1,2}月\d{1,2}日[）)]?$/.test(block.text) ? 'paragraph' : 'furniture';
  return { text: block.text, kind, level: null, origin: block.element.path() };
}

function issuesOf(page: Page): Issue[] {
  if (!page.isTooDeep) return [];
  return [
    {
      code: 'limit-met',
      severity: 'warning',
      message: 'The page nests its elements deeper than 200; they were read as one level.',
      start: 0,
      end: 0,
    },
  ];
}
