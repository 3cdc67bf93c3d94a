import { Parser } from 'htmlparser2';
import { ListCounter, readNumbering } from './docx-numbering.js';
import { type ParagraphStyle, readStyles } from './docx-styles.js';
import { isHeadingText, joinRow } from './line-kinds.js';
import type { ReadContent } from './read-html.js';
import { buildText, type SourceLine } from './text-builder.js';

/** A paragraph while it is read; text boxes put paragraphs inside paragraphs. */
interface OpenParagraph {
  number: number;
  lines: string[];
  bold: number;
  style: ParagraphStyle | null;
  outline: number | null;
  numId: string | null;
  depth: number;
}

/** One file of the package as text; null when the package has none of that name. */
export type ReadPart = (name: string) => string | null;

/** Nothing below these is text of the document: struck out by a reviser, or the same again for older programs. */
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:instrText', 'w:delText']);

/** Walks `word/document.xml` and collects its lines. */
class DocxWalker {
  readonly lines: SourceLine[] = [];
  private readonly open: OpenParagraph[] = [];
  /** lines of the cells of the row that is open, one list per table around */
  private readonly rows: { cells: SourceLine[][] }[] = [];
  private paragraphs = 0;
  private skipping = 0;
  private isText = false;
  private isBold = false;
  private isHidden = false;
  private isInRunProperties = false;

  constructor(
    private readonly styles: ReadonlyMap<string, ParagraphStyle>,
    private readonly lists: ListCounter,
  ) {}

  onopentag = (tag: string, attributes: Record<string, string>): void => {
    if (SKIPPED.has(tag)) this.skipping++;
    if (this.skipping > 0) return;
    if (tag === 'w:p')
      this.open.push({
        number: ++this.paragraphs,
        lines: [''],
        bold: 0,
        style: null,
        outline: null,
        numId: null,
        depth: 0,
      });
    else if (tag === 'w:r') [this.isBold, this.isHidden] = [false, false];
    else if (tag === 'w:rPr') this.isInRunProperties = true;
    else if (tag === 'w:t') this.isText = true;
    else if (tag === 'w:tr') this.rows.push({ cells: [] });
    else if (tag === 'w:tc') this.rows.at(-1)?.cells.push([]);
    else this.takeProperty(tag, attributes);
  };

  onclosetag = (tag: string): void => {
    if (SKIPPED.has(tag)) this.skipping--;
    if (this.skipping > 0) return;
    if (tag === 'w:p') this.closeParagraph();
    else if (tag === 'w:rPr') this.isInRunProperties = false;
    else if (tag === 'w:t') this.isText = false;
    else if (tag === 'w:tr') this.closeRow();
  };

  ontext = (text: string): void => {
    if (this.isText && this.skipping === 0 && !this.isHidden) this.append(text);
  };

  private append(text: string): void {
    const paragraph = this.open.at(-1);
    if (paragraph === undefined) return;
    paragraph.lines[paragraph.lines.length - 1] += text;
    if (this.isBold) paragraph.bold += text.length;
  }

  private takeProperty(tag: string, attributes: Record<string, string>): void {
    const value = attributes['w:val'] ?? '';
    const paragraph = this.open.at(-1);
    if (paragraph === undefined) return;
    if (this.isInRunProperties) {
      if (tag === 'w:b') this.isBold = value !== '0' && value !== 'false';
      if (tag === 'w:vanish') this.isHidden = value !== '0' && value !== 'false';
    } else if (tag === 'w:pStyle') paragraph.style = this.styles.get(value) ?? null;
    else if (tag === 'w:outlineLvl') paragraph.outline = Number(value);
    else if (tag === 'w:numId') paragraph.numId = value;
    else if (tag === 'w:ilvl') paragraph.depth = Number(value) || 0;
    else if (tag === 'w:tab' && attributes['w:pos'] === undefined) this.append('\t');
    else if (tag === 'w:noBreakHyphen') this.append('-');
    else if ((tag === 'w:br' && attributes['w:type'] === undefined) || tag === 'w:cr') paragraph.lines.push('');
    else if (tag === 'w:footnoteReference' || tag === 'w:endnoteReference')
      this.append(`[${attributes['w:id'] ?? ''}]`);
  }

  private closeParagraph(): void {
    const paragraph = this.open.pop();
    if (paragraph === undefined) return;
    const lines = this.toLines(paragraph);
    (this.rows.at(-1)?.cells.at(-1) ?? this.lines).push(...lines);
  }

  private closeRow(): void {
    const row = this.rows.pop();
    if (row === undefined) return;
    const lines = joinRow(row.cells);
    (this.rows.at(-1)?.cells.at(-1) ?? this.lines).push(...lines);
  }

  private toLines(paragraph: OpenParagraph): SourceLine[] {
    const length = paragraph.lines.reduce((sum, line) => sum + line.length, 0);
    if (length === 0) return [];
    const { style } = paragraph;
    const marker = this.markerOf(paragraph);
    const text = paragraph.lines[0] as string;
    const level =
      style?.headingLevel ?? (paragraph.outline !== null && paragraph.outline < 9 ? paragraph.outline + 1 : null);
    const isBold = paragraph.bold >= length * 0.9 && paragraph.lines.length === 1;
    const kind = style?.isTitle
      ? 'title'
      : level !== null || (isBold && isHeadingText(text))
        ? 'heading'
        : marker !== ''
          ? 'list-item'
          : 'paragraph';
    const origin = `paragraph ${paragraph.number}`;
    return paragraph.lines.map((line, i) => ({
      text: i === 0 ? marker + line : line,
      kind,
      level: kind === 'list-item' ? paragraph.depth + 1 : level,
      origin,
    }));
  }

  private markerOf(paragraph: OpenParagraph): string {
    const numId = paragraph.numId ?? paragraph.style?.numId ?? null;
    if (numId === null || numId === '0') return '';
    const depth =
      paragraph.numId === null || (paragraph.depth === 0 && paragraph.style?.numId === numId)
        ? (paragraph.style?.depth ?? 0)
        : paragraph.depth;
    const marker = this.lists.next(numId, depth);
    return /[\w•]$/.test(marker) ? `${marker} ` : marker;
  }
}

/** Main text of a Word document: paragraphs with their automatic numbers, tables by rows, notes at the end. */
export function readDocx(readPart: ReadPart): ReadContent {
  const styles = readStyles(readPart('word/styles.xml'));
  const numbering = readNumbering(readPart('word/numbering.xml'));
  const walker = new DocxWalker(styles, new ListCounter(numbering));
  new Parser(walker, { xmlMode: true }).end(readPart('word/document.xml') ?? '');
  const notes = ['word/footnotes.xml', 'word/endnotes.xml'].flatMap((part) => readNotes(readPart(part)));
  const title = walker.lines.find((line) => line.kind === 'title')?.text.trim();
  return { ...buildText([...walker.lines, ...notes]), metadata: title === undefined ? {} : { title }, issues: [] };
}

/** Footnotes as lines `[3]按照……`; the separators that Word keeps among them have no text. */
function readNotes(xml: string | null): SourceLine[] {
  if (xml === null) return [];
  const lines: SourceLine[] = [];
  let id = '';
  let text = '';
  let isText = false;
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (tag === 'w:footnote' || tag === 'w:endnote') [id, text] = [attributes['w:id'] ?? '', ''];
        if (tag === 'w:t') isText = true;
      },
      ontext: (part) => {
        if (isText) text += part;
      },
      onclosetag: (tag) => {
        if (tag === 'w:t') isText = false;
        if ((tag === 'w:footnote' || tag === 'w:endnote') && text.trim() !== '') {
          lines.push({ text: `[${id}]${text.trim()}`, kind: 'paragraph', level: null, origin: `note ${id}` });
        }
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return lines;
}
