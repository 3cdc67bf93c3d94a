import { isHeadingText } from './line-kinds.js';
import { findPageFurniture } from './pdf-furniture.js';
import type { PdfLine, PdfPage } from './pdf-lines.js';
import type { SourceLine } from './text-builder.js';

/** How a document is set: what tells the last line of a paragraph from the others. */
interface Setting {
  size: number;
  left: number;
  right: number;
  /** from base line to base line */
  leading: number;
}

/** Type larger than the body's by this much is a heading's or the title's. */
const HEADING_SIZE = 1.12;
const TITLE_SIZE = 1.25;
/** A line that ends this many characters before the margin ends its paragraph, after a sentence and in the middle of one. */
const SHORT_AFTER_SENTENCE = 1.2;
const SHORT_IN_SENTENCE = 3;
/** A first line stands in by two characters; bullets and punctuation make it less. */
const INDENT = 1.2;
const WIDE_GAP = 1.35;

const SENTENCE_END = /[。！？；：”」）]$/;
const LATIN_END = /[A-Za-z]$/;
const LATIN_START = /^[A-Za-z]/;

/** Lines of print as paragraphs; running heads and page numbers follow the paragraph that they interrupt, as furniture. */
export function joinParagraphs(pages: readonly PdfPage[]): SourceLine[] {
  const furniture = findPageFurniture(pages);
  const body = pages.flatMap((page) => page.lines.filter((line) => !furniture.has(line)));
  if (body.length === 0) return [];
  const setting = measure(body);
  const lines: SourceLine[] = [];
  let open: PdfLine[] = [];
  let waiting: PdfLine[] = [];
  const close = (): void => {
    if (open.length > 0) lines.push(toLine(open, setting));
    lines.push(...waiting.map(toFurniture));
    [open, waiting] = [[], []];
  };
  for (const line of pages.flatMap((page) => page.lines)) {
    if (furniture.has(line)) {
      waiting.push(line);
      continue;
    }
    if (open.length > 0 && endsParagraph(open.at(-1) as PdfLine, line, setting)) close();
    open.push(line);
  }
  close();
  return markTitle(lines, setting, body);
}

function measure(lines: readonly PdfLine[]): Setting {
  const size = commonest(lines.map((line) => ({ value: Math.round(line.size * 2) / 2, weight: line.text.length })));
  const body = lines.filter((line) => Math.abs(line.size - size) <= size * 0.1);
  const lefts = body.map((line) => Math.round(line.left));
  const rights = body.map((line) => line.right).sort((a, b) => a - b);
  const gaps = body
    .slice(1)
    .map((line, i) => ({ value: Math.round(((body[i] as PdfLine).y - line.y) * 2) / 2, weight: 1 }));
  return {
    size,
    left: leftMargin(lefts),
    // the margin, not a mark that hangs out of it
    right: rights[Math.floor(rights.length * 0.9)] ?? 0,
    leading: commonest(gaps.filter((gap) => gap.value > 0)) || size * 1.5,
  };
}

/** The leftmost edge that a good part of the lines have: short paragraphs have as many first lines, which stand in, as others. */
function leftMargin(lefts: readonly number[]): number {
  const edges = [...new Set(lefts)].sort((a, b) => a - b);
  const isCommon = (edge: number): boolean =>
    lefts.filter((left) => Math.abs(left - edge) <= 1).length >= lefts.length * 0.1;
  return edges.find(isCommon) ?? edges[0] ?? 0;
}

function commonest(values: readonly { value: number; weight: number }[]): number {
  const weights = new Map<number, number>();
  let best = 0;
  for (const { value, weight } of values) {
    const sum = (weights.get(value) ?? 0) + weight;
    weights.set(value, sum);
    if (sum > (weights.get(best) ?? 0)) best = value;
  }
  return best;
}

function endsParagraph(line: PdfLine, next: PdfLine, setting: Setting): boolean {
  if (line.isRow || next.isRow) return true;
  if (Math.abs(line.size - next.size) > setting.size * 0.1) return true;
  const isLarge = line.size > setting.size * HEADING_SIZE;
  if (line.page === next.page && line.y - next.y > Math.max(setting.leading, line.size * 1.2) * WIDE_GAP) return true;
  if (!isLarge && next.left - setting.left > INDENT * setting.size && next.left - line.left > -0.5 * setting.size)
    return true;
  if (isBold(line) !== isBold(next) && isHeadingText(line.text)) return true;
  const missing = (setting.right - line.right) / line.size;
  return missing > (SENTENCE_END.test(line.text.trim()) ? SHORT_AFTER_SENTENCE : SHORT_IN_SENTENCE);
}

const isBold = (line: PdfLine): boolean => line.bold >= line.text.length * 0.9;

function toLine(lines: readonly PdfLine[], setting: Setting): SourceLine {
  const first = lines[0] as PdfLine;
  let text = '';
  for (const line of lines) text += (LATIN_END.test(text) && LATIN_START.test(line.text) ? ' ' : '') + line.text.trim();
  const isHeading = (first.size > setting.size * HEADING_SIZE || lines.every(isBold)) && isHeadingText(text);
  return {
    text,
    kind: first.isRow ? 'table' : isHeading ? 'heading' : 'paragraph',
    level: null,
    origin: `page ${first.page}`,
  };
}

function toFurniture(line: PdfLine): SourceLine {
  return { text: line.text, kind: 'furniture', level: null, origin: `page ${line.page}` };
}

/** The largest type on the first page, where it stands out, is the title. */
function markTitle(lines: SourceLine[], setting: Setting, body: readonly PdfLine[]): SourceLine[] {
  const firstPage = body.filter((line) => line.page === (body[0] as PdfLine).page);
  const largest = firstPage.reduce((best, line) => (line.size > best.size ? line : best));
  if (largest.size < setting.size * TITLE_SIZE) return lines;
  const words = largest.text.trim();
  const title = lines.find((line) => line.text.includes(words));
  if (title !== undefined) title.kind = 'title';
  return lines;
}
