import { Parser } from 'htmlparser2';
import { PageElement } from './page-element.js';

/** A stretch of a page between two breaks of line, before it is known whether it belongs to the main text. */
export interface PageBlock {
  text: string;
  /** innermost element that holds all of it */
  element: PageElement;
  /** letters and figures inside links, and in bold type */
  linked: number;
  bold: number;
  /** letters and figures; marks that part the words of a menu are none */
  letters: number;
  /** number of an ordered list's item, written before it by a browser: `3.`, 三、 */
  marker: string | null;
}

export interface Page {
  root: PageElement;
  blocks: PageBlock[];
  /** `<meta>` names in lower case with their contents, first one wins */
  metas: Map<string, string>;
  /** `<title>` */
  title: string;
  /** true when the nesting went deeper than is kept apart */
  isTooDeep: boolean;
}

const BLOCK_TAGS = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul ucapcontent'.split(
    ' ',
  ),
);
/** Nothing below these is read: code, forms, other documents, readings above the line. */
const SKIPPED_TAGS = new Set(
  'script style noscript template iframe frame object svg math select option button textarea canvas audio video map rt rp title'.split(
    ' ',
  ),
);
const BOLD_TAGS = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th']);
const VOID_TAGS = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const MAX_DEPTH = 200;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i;

interface OpenElement {
  tag: string;
  element: PageElement;
  isSkipped: boolean;
  isLink: boolean;
  isBold: boolean;
  /** next number of an `<ol>`, null elsewhere */
  counter: { next: number; type: string } | null;
}

/** Listens to the tokens of a page and cuts it into blocks. */
class BlockCutter {
  readonly page: Page;
  private readonly open: OpenElement[] = [];
  private element: PageElement;
  private holder: PageElement;
  private parts: string[] = [];
  private linked = 0;
  private bold = 0;
  private skipping = 0;
  private links = 0;
  private bolds = 0;
  private pres = 0;
  private marker: string | null = null;
  private isInTitle = false;

  /** @param breaksLines a piece of a page without `<body>`: line ends outside of elements part paragraphs */
  constructor(private readonly breaksLines: boolean) {
    const root = new PageElement('root', null);
    this.page = { root, blocks: [], metas: new Map(), title: '', isTooDeep: false };
    this.element = root;
    this.holder = root;
  }

  onopentag = (tag: string, attributes: Record<string, string>): void => {
    if (tag === 'meta') this.takeMeta(attributes);
    if (tag === 'title' && this.page.title === '') this.isInTitle = true;
    if (tag === 'br' || BLOCK_TAGS.has(tag)) this.flush();
    if (VOID_TAGS.has(tag)) return;
    const isSkipped = SKIPPED_TAGS.has(tag) || 'hidden' in attributes || HIDDEN.test(attributes.style ?? '');
    const opened: OpenElement = {
      tag,
      element: this.enter(tag, attributes),
      isSkipped,
      isLink: tag === 'a' && 'href' in attributes,
      isBold: BOLD_TAGS.has(tag) || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attributes.style ?? ''),
      counter:
        tag === 'ol' ? { next: Number.parseInt(attributes.start ?? '1', 10) || 1, type: listType(attributes) } : null,
    };
    if (tag === 'li') this.marker = this.nextMarker(attributes);
    this.open.push(opened);
    this.count(opened, 1);
  };

  onclosetag = (tag: string): void => {
    if (tag === 'title') this.isInTitle = false;
    if (VOID_TAGS.has(tag)) return;
    if (BLOCK_TAGS.has(tag)) this.flush();
    if (tag === 'li') this.marker = null;
    const closed = this.open.pop();
    if (closed === undefined) return;
    this.count(closed, -1);
    this.element = this.open.at(-1)?.element ?? this.page.root;
  };

  ontext = (text: string): void => {
    if (this.isInTitle) this.page.title += text;
    if (this.skipping > 0) return;
    if (this.pres > 0 || (this.breaksLines && this.open.length === 0)) this.takeLines(text);
    else this.take(text);
  };

  onend = (): void => this.flush();

  private enter(tag: string, attributes: Record<string, string>): PageElement {
    // beyond the depth that is kept, elements are transparent: a million open tags cost no more than one
    if (this.element.depth >= MAX_DEPTH) this.page.isTooDeep = true;
    else this.element = new PageElement(tag, this.element, attributes.id, attributes.class);
    return this.element;
  }

  private count(opened: OpenElement, by: 1 | -1): void {
    if (opened.isSkipped) this.skipping += by;
    if (opened.isLink) this.links += by;
    if (opened.isBold) this.bolds += by;
    if (opened.tag === 'pre') this.pres += by;
  }

  private takeMeta(attributes: Record<string, string>): void {
    const name = (attributes.name ?? attributes.property ?? '').trim().toLowerCase();
    const content = (attributes.content ?? '').trim();
    if (name !== '' && content !== '' && !this.page.metas.has(name)) this.page.metas.set(name, content);
  }

  private nextMarker(attributes: Record<string, string>): string | null {
    const list = this.open.at(-1)?.counter;
    if (list === undefined || list === null || list.type === 'none') return null;
    const value = Number.parseInt(attributes.value ?? '', 10) || list.next;
    list.next = value + 1;
    return `${value}.`;
  }

  private takeLines(text: string): void {
    const lines = text.split(/\r\n?|\n/);
    lines.forEach((line, i) => {
      if (i > 0) this.flush();
      this.take(line);
    });
  }

  private take(text: string): void {
    if (text === '') return;
    if (this.parts.length === 0) this.holder = this.element;
    else if (this.holder !== this.element && !this.element.isWithin(this.holder))
      this.holder = commonElement(this.holder, this.element);
    this.parts.push(text);
    const length = this.links > 0 || this.bolds > 0 ? countLetters(text) : 0;
    if (this.links > 0) this.linked += length;
    if (this.bolds > 0) this.bold += length;
  }

  private flush(): void {
    if (this.parts.length === 0) return;
    const text = joinText(this.parts);
    if (text !== '') {
      this.page.blocks.push({
        text,
        element: this.holder,
        linked: this.linked,
        bold: this.bold,
        letters: Math.max(1, countLetters(text)),
        marker: this.marker,
      });
      this.marker = null;
    }
    this.parts = [];
    this.linked = 0;
    this.bold = 0;
  }
}

function countLetters(text: string): number {
  return text.replace(/[\s|｜·•>›»<«‹【】[\]（）()/／、，。：；:;-]+/g, '').length;
}

function listType(attributes: Record<string, string>): string {
  const style = /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attributes.style ?? '');
  return (style?.[1] ?? attributes.type ?? '').toLowerCase();
}

function commonElement(a: PageElement, b: PageElement): PageElement {
  let [left, right] = [a, b];
  while (left !== right) {
    if (left.depth >= right.depth) left = left.parent as PageElement;
    else right = right.parent as PageElement;
  }
  return left;
}

const WIDE_LINE_BREAK = /([\u2018-\u201d\u2026\u2e80-\uffef]) ?\n ?(?=[\u2018-\u201d\u2026\u2e80-\uffef])/g;

/** Blanks as a browser shows them; a line end between two Chinese characters is no blank. */
function joinText(parts: readonly string[]): string {
  const raw = parts.length === 1 ? (parts[0] as string) : parts.join('');
  const text = raw.replace(/[ \t\r\n\f]+/g, (blanks) => (blanks.includes('\n') ? '\n' : ' '));
  return text.replace(WIDE_LINE_BREAK, '$1').replaceAll('\n', ' ').trim();
}

/** Cuts a page, or a piece of one, into blocks in the order of the text. Nothing is loaded, nothing is run. */
export function readPageBlocks(html: string): Page {
  const cutter = new BlockCutter(!/<(?:html|body|head)[\s>]/i.test(html.slice(0, 65536)));
  const parser = new Parser(cutter, { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true });
  parser.end(html);
  return cutter.page;
}
