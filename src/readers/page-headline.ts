import type { SourceMetadata } from '../document/source-document.js';
import { linkShare } from './main-content.js';
import type { Page, PageBlock } from './page-blocks.js';
import { readDateLine } from './page-metadata.js';

/** What stands over the main text: the headline's lines and the lines with date and source. */
export interface Headline {
  titles: PageBlock[];
  dateLines: PageBlock[];
  metadata: SourceMetadata;
}

/** Without a headline the date line is looked for in this many lines before the text. */
const DATE_LINES = 12;
const TABLE_TAGS: ReadonlySet<string> = new Set(['table']);
const SHORTEST_TITLE = 4;
const LONGEST_TITLE = 120;
/** Tails of a `<title>` that name the site: 标题_云河市人民政府, 标题-云河日报. */
const SITE_TAIL =
  /\s*(?:[_|｜]|\s[-–—]{1,2}\s|--|-(?=[^-]*(?:网|政府|日报|晚报|新闻|频道|在线|门户|论坛|委员会|法院|检察院|局|厅)[^-]*$))[^_|｜]*$/;

/** `<title>` without the name of the site. */
export function cleanPageTitle(title: string): string {
  let text = title.replace(/[\s\u3000]+/g, ' ').trim();
  for (let turns = 0; turns < 4; turns++) {
    const shorter = text.replace(SITE_TAIL, '');
    if (shorter === text || shorter.length < SHORTEST_TITLE) break;
    text = shorter;
  }
  return text;
}

const letters = (text: string): string => text.replace(/[\s\u3000“”"‘’'《》：:，,、—-]/g, '');

/** Headline and date line among the blocks before and at the head of the main text. */
export function findHeadline(
  page: Page,
  before: readonly PageBlock[],
  main: readonly PageBlock[],
  title: string,
): Headline {
  const over = [...before, ...main.slice(0, 4)].filter(
    (block) => block.text.length <= LONGEST_TITLE && linkShare(block) <= 0.5,
  );
  const titles = linesOfTitle(over, `${title} ${page.title}`) ?? headingOver(over, before);
  const last = over.findLastIndex((block) => titles.includes(block));
  const dateLines: PageBlock[] = [];
  let metadata: SourceMetadata = {};
  for (const block of over.slice(last < 0 ? -DATE_LINES : last + 1)) {
    const found = readDateLine(block.text);
    if (found === null) continue;
    dateLines.push(block);
    metadata = { ...found, ...metadata };
  }
  return { titles, dateLines, metadata: { ...readTable(over), ...metadata } };
}

/** The table of particulars above a public document, its cells joined: 发布日期： 2021-03-16. */
function readTable(over: readonly PageBlock[]): SourceMetadata {
  const cells = over.filter((block) => block.element.closest(TABLE_TAGS) !== null);
  const line = cells.map((block) => block.text).join('');
  return cells.length > 1 ? (readDateLine(line) ?? {}) : {};
}

/** Words of a headline's line; [转帖] before them is a forum's. */
export function titleText(block: PageBlock, title: string): string {
  return title !== '' && block.text.endsWith(title) ? title : block.text;
}

/** The run of lines nearest to the main text that the page's `<title>` repeats. */
function linesOfTitle(over: readonly PageBlock[], title: string): PageBlock[] | null {
  const whole = letters(title);
  const repeats = (block: PageBlock): boolean => {
    const words = letters(block.text);
    return words.length >= SHORTEST_TITLE && whole.includes(words);
  };
  let end = over.length - 1;
  let best: PageBlock[] | null = null;
  while (end >= 0) {
    if (!repeats(over[end] as PageBlock)) {
      end--;
      continue;
    }
    let start = end;
    while (start > 0 && repeats(over[start - 1] as PageBlock)) start--;
    const run = over.slice(start, end + 1);
    if (best === null || lettersOf(run) > lettersOf(best)) best = run;
    end = start - 1;
  }
  return best;
}

function lettersOf(blocks: readonly PageBlock[]): number {
  return new Set(blocks.flatMap((block) => [...letters(block.text)])).size;
}

/** The page's `<h1>`, else the element that is called a title. */
function headingOver(over: readonly PageBlock[], before: readonly PageBlock[]): PageBlock[] {
  const isLong = (block: PageBlock): boolean => letters(block.text).length >= SHORTEST_TITLE;
  const withTag =
    (tag: RegExp) =>
    (block: PageBlock): boolean =>
      isLong(block) && chainHas(block, tag);
  // an <h2> inside the main text heads a section
  const byTag = over.find(withTag(/^h1$/)) ?? before.find(withTag(/^h2$/));
  const byName = byTag ?? over.findLast((block) => isLong(block) && !block.element.isFramed && isCalledTitle(block));
  return byName === undefined ? [] : [byName];
}

function chainHas(block: PageBlock, tag: RegExp): boolean {
  for (const element of block.element.chain()) if (tag.test(element.tag)) return true;
  return false;
}

function isCalledTitle(block: PageBlock): boolean {
  const { element } = block;
  return [element, element.parent].some(
    (each) =>
      each !== null &&
      [each.id, ...each.classes].some((name) => /^(?:.*[-_])?(?:title|tit|headline|bt|biaoti)$/.test(name)),
  );
}
