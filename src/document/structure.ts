import type { Span } from '../text/span.js';
import type { View } from '../text/view.js';
import { readAttributions } from './attributions.js';
import { type Dateline, isBareDateline, readDateline, readSignature, type Signature } from './datelines.js';
import type { Attribution, Heading, Issue, Metadata, Paragraph } from './document.js';
import { readFullDate } from './full-date.js';
import { markFurniture } from './furniture.js';
import { chooseGenre, LOOKED_AT } from './genre.js';
import { splitGlued } from './glued-text.js';
import { chooseHeadings } from './headings.js';
import { isOccasion } from './line-roles.js';
import { type Particulars, readParticulars } from './metadata.js';
import { type BlockHint, type Line, readLines } from './paragraphs.js';
import { isPersonalName } from './people.js';
import type { TextScan } from './scan.js';
import { chooseTitle, type Title } from './title.js';

/** What a reader of another format knows and plain text does not show. */
export interface StructureHints {
  /** spans in the source, in text order, not overlapping; `kind` is `title`, `heading` (with its level), `furniture` or anything else for text */
  blocks: readonly BlockHint[];
}

export interface Structure {
  paragraphs: Paragraph[];
  headings: Heading[];
  attributions: Attribution[];
  metadata: Metadata;
  issues: Issue[];
}

/** Tells apart what stands in a document: title, headings, text, particulars, page furniture, and who speaks. */
export function readStructure(view: View, scan: TextScan, hints: StructureHints | null): Structure {
  const { text } = view;
  const { numerals, marks } = scan;
  const lines = splitGlued(text, readLines(text, marks, numerals, hintsInView(view, hints?.blocks ?? [])), numerals);
  markFurniture(lines, scan.disclaimers);
  const signature = readSignature(lines);
  const particulars = readParticulars(lines);
  const title = chooseTitle(lines);
  markAuthor(lines, title, particulars);
  const dateline = readDateline(lines);
  for (const line of lines) if (line.kind === 'text' && isBareDateline(line)) line.kind = 'metadata';
  const attributions = readAttributions(text, lines, marks);
  const headings = chooseHeadings(lines, dateline.isOpening || attributions.length > lines.length);
  return {
    paragraphs: paragraphsOf(lines, headings),
    headings,
    attributions,
    metadata: buildMetadata(text, scan, lines, attributions, { title, particulars, dateline, signature }),
    issues: furnitureIssue(lines),
  };
}

/** Readers know places in the source; debris that the view leaves out (習(xí)) moves what follows. */
function hintsInView(view: View, blocks: readonly BlockHint[]): readonly BlockHint[] {
  if (view.isIdentity) return blocks;
  let at = 0;
  const advanceTo = (offset: number): number => {
    while (at < view.text.length && view.toSource({ start: at, end: at + 1 }).start < offset) at++;
    return at;
  };
  return blocks.map(({ start, end, kind, level }) => ({ start: advanceTo(start), end: advanceTo(end), kind, level }));
}

/** More than so many reported speakers say nothing more of a document. */
const MOST_REPORTED = 2;

/** Verbs of what speaks by itself: 实践证明, 数据显示. */
const FACTS = new Set(['表明', '证明', '显示']);

/** 习近平总书记指出 stands in articles and speeches as well, 实践证明 everywhere; a reporter writes 王明远指出. */
function countReported(text: string, attributions: readonly Attribution[]): number {
  let count = 0;
  for (const { start, end, verb } of attributions) {
    if (count === MOST_REPORTED) break;
    if (!FACTS.has(verb) && !text.slice(start, end).includes('总书记')) count++;
  }
  return count;
}

/** A name alone under the headline is the author: 提高防灾减灾能力 / 王明远 */
function markAuthor(lines: readonly Line[], title: Title | null, particulars: Particulars): void {
  if (title === null) return;
  const line = lines.slice(title.lastLine + 1, title.lastLine + 5).find(({ kind }) => kind === 'text');
  if (line === undefined || line.text.length > 5 || !isPersonalName(line.text)) return;
  line.kind = 'metadata';
  particulars.author ??= line.text.replace(/\s/g, '');
}

/** The lines as paragraphs, each with the last heading above it. */
function paragraphsOf(lines: readonly Line[], headings: readonly Heading[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let above = -1;
  for (let i = 0; i < lines.length; i++) {
    const { start, end, kind, marker } = lines[i] as Line;
    paragraphs.push({ start, end, kind, heading: above === -1 ? null : above, marker });
    if (headings[above + 1]?.paragraph === i) above++;
  }
  return paragraphs;
}

/** What single lines say of the document. */
interface SaidOfItself {
  title: Title | null;
  particulars: Particulars;
  dateline: Dateline;
  signature: Signature;
}

function buildMetadata(
  text: string,
  scan: TextScan,
  lines: readonly Line[],
  attributions: readonly Attribution[],
  { title, particulars, dateline, signature }: SaidOfItself,
): Metadata {
  return {
    title: title?.span ?? null,
    published: particulars.published,
    dateline: dateline.date ?? signature.date ?? occasionOf(lines) ?? withYear(dateline.day, particulars.published),
    datelineDay: dateline.day,
    genre: chooseGenre({
      title: title === null ? '' : text.slice(title.span.start, title.span.end),
      text,
      passages: passagesOf(lines),
      words: scan.genreWords,
      attributions: countReported(text, attributions),
      hasDateline: dateline.isOpening,
      hasStamp: particulars.published !== null || particulars.editor !== null,
      hasAuthor: particulars.author !== null,
    }),
    publisher: particulars.publisher ?? signature.signer ?? dateline.publisher,
    author: particulars.author ?? dateline.author,
    editor: particulars.editor,
    place: dateline.place,
  };
}

/** ——2026年1月26日在清江县第七届人民代表大会第五次会议上: the day on which a speech or report was given. */
function occasionOf(lines: readonly Line[]): string | null {
  const line = lines.slice(0, 24).find(isOccasion);
  return line === undefined ? null : (readFullDate(line.text)?.iso ?? null);
}

/** The year of a dateline is that of the publication, or the one before when the day would lie after it. */
function withYear(day: string | null, published: string | null): string | null {
  if (day === null || published === null) return null;
  const year = Number(published.slice(0, 4));
  return day <= published.slice(5) ? `${year}-${day}` : `${year - 1}-${day}`;
}

/** The first lines of the text, as much as the genre is told from. */
function passagesOf(lines: readonly Line[]): Span[] {
  const passages: Span[] = [];
  let room = LOOKED_AT;
  for (const line of lines) {
    if (line.kind !== 'text' && line.kind !== 'heading') continue;
    passages.push({ start: line.start, end: Math.min(line.end, line.start + room) });
    room -= line.end - line.start + 1;
    if (room <= 0) break;
  }
  return passages;
}

/** One notice for all furniture: it stays in the text, but no record is read from it. */
function furnitureIssue(lines: readonly Line[]): Issue[] {
  let first: Line | null = null;
  let count = 0;
  for (const line of lines) {
    if (line.kind !== 'furniture') continue;
    first ??= line;
    count++;
  }
  if (first === null) return [];
  const message = `${count} line(s) of page furniture were left out of the reading; they stay in the text.`;
  return [{ code: 'furniture', severity: 'info', message, start: first.start, end: first.end }];
}
