/** A run of text on a page: places in points, origin at the lower left, `y` of the base line. */
export interface PdfRun {
  text: string;
  x: number;
  y: number;
  width: number;
  /** height of the type */
  size: number;
  isBold: boolean;
}

/** A line of print. */
export interface PdfLine {
  text: string;
  page: number;
  left: number;
  right: number;
  y: number;
  size: number;
  /** characters in bold type */
  bold: number;
  /** parted into columns by wide gaps: a row of a table */
  isRow: boolean;
}

export interface PdfPage {
  number: number;
  height: number;
  lines: PdfLine[];
}

/** Runs whose base lines differ by less than this share of their size stand on one line: footnote marks stand higher. */
const SAME_LINE = 0.5;
const COLUMN_GAP = 1.8;
const WORD_GAP = 0.2;
const HAN_GAP = 0.45;

/** Joins the runs of a page to lines of print, in the order of the file. */
export function joinRuns(runs: readonly PdfRun[], page: number): PdfLine[] {
  const lines: PdfLine[] = [];
  let last: PdfRun | null = null;
  // a blank that the file writes as a character of its own
  let isParted = false;
  for (const run of runs) {
    if (run.text.trim() === '') {
      if (run.width > 0 && lines.length > 0) isParted = true;
      continue;
    }
    if (last !== null && isShadow(last, run)) continue;
    const line = lines.at(-1);
    if (line === undefined || last === null || !continues(line, last, run)) lines.push(startLine(run, page));
    else extendLine(line, run, isParted);
    last = run;
    isParted = false;
  }
  return lines;
}

/** The same characters drawn twice, a point apart: bold type of old printers. */
function isShadow(last: PdfRun, run: PdfRun): boolean {
  return last.text === run.text && Math.abs(last.x - run.x) < 1.5 && Math.abs(last.y - run.y) < 1.5;
}

function continues(line: PdfLine, last: PdfRun, run: PdfRun): boolean {
  const isLevel = Math.abs(line.y - run.y) < SAME_LINE * Math.max(line.size, run.size);
  return isLevel && run.x > last.x - line.size * 0.5;
}

function startLine(run: PdfRun, page: number): PdfLine {
  return {
    text: run.text,
    page,
    left: run.x,
    right: run.x + run.width,
    y: run.y,
    size: run.size,
    bold: run.isBold ? run.text.length : 0,
    isRow: false,
  };
}

function extendLine(line: PdfLine, run: PdfRun, isParted: boolean): void {
  const gap = (run.x - line.right) / line.size;
  const isHan = /[\u2e80-\uffef]$/.test(line.text) || /^[\u2e80-\uffef]/.test(run.text);
  if (gap > COLUMN_GAP) {
    line.text += '\t';
    line.isRow = true;
  } else if ((isParted || gap > (isHan ? HAN_GAP : WORD_GAP)) && !/\s$/.test(line.text)) line.text += ' ';
  line.text += run.text;
  line.right = run.x + run.width;
  if (run.size > line.size) [line.size, line.y] = [run.size, run.y];
  if (run.isBold) line.bold += run.text.length;
}
