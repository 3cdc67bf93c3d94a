import type { SourceLine } from './text-builder.js';

/** A cell longer than this is a column of a page laid out by tables, not of figures. */
export const LONGEST_CELL = 60;
const LONGEST_HEADING = 40;
const SENTENCE_END = /[。！？；，、：:;,.!?]$/;

/** True for words that may head a section when they are set in bold: short, and no sentence. */
export function isHeadingText(text: string): boolean {
  return text.length <= LONGEST_HEADING && !SENTENCE_END.test(text.trim());
}

/** Cells of a row as one line parted by tabs; as lines of their own where a cell holds more than a short line. */
export function joinRow(cells: readonly SourceLine[][]): SourceLine[] {
  const filled = cells.filter((cell) => cell.length > 0);
  const isFigures =
    filled.length >= 2 &&
    filled.every((cell) => cell.length === 1 && (cell[0] as SourceLine).text.length <= LONGEST_CELL);
  if (!isFigures) return cells.flat();
  const first = (filled[0] as SourceLine[])[0] as SourceLine;
  return [
    {
      text: filled.map((cell) => (cell[0] as SourceLine).text.trim()).join('\t'),
      kind: 'table',
      level: null,
      origin: first.origin,
    },
  ];
}
