import type { PdfLine, PdfPage } from './pdf-lines.js';

/** Lines at the edge of a page that may be running heads: this many from the top and the bottom. */
const EDGE_LINES = 2;
/** Share of the page's height at its top and bottom where page numbers stand. */
const EDGE_SHARE = 0.12;
/** Browsers write into the margin itself. */
const MARGIN_SHARE = 0.04;
const PAGE_NUMBER =
  /^[-—–－·•\s]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6})\s*(?:页)?(?:\s*[/／共]\s*\d{1,4}\s*页?)?[-—–－·•\s]*$/i;
/** What browsers print around a page: its address, the hour of printing. */
const PRINT_STAMP = /(?:https?|file):\/\/\S|^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},? \d{1,2}:\d{2}/;

/** Running heads, running feet and page numbers of a file: what the pages repeat at their edges. */
export function findPageFurniture(pages: readonly PdfPage[]): Set<PdfLine> {
  const furniture = new Set<PdfLine>();
  const repeated = countEdgeLines(pages);
  for (const page of pages) {
    for (const line of edgeLines(page)) {
      const isStamp =
        (PAGE_NUMBER.test(line.text) && isAtEdge(line, page, EDGE_SHARE)) ||
        (PRINT_STAMP.test(line.text) && isAtEdge(line, page, MARGIN_SHARE));
      const isRepeated = (repeated.get(edgeKey(line)) ?? 0) >= Math.max(2, pages.length / 3);
      if (isStamp || (isRepeated && isApart(line, page))) furniture.add(line);
    }
  }
  return furniture;
}

function edgeLines(page: PdfPage): PdfLine[] {
  const { lines } = page;
  return lines.length <= EDGE_LINES * 2 ? [...lines] : [...lines.slice(0, EDGE_LINES), ...lines.slice(-EDGE_LINES)];
}

function isAtEdge(line: PdfLine, page: PdfPage, share: number): boolean {
  return line.y < page.height * share || line.y > page.height * (1 - share);
}

/** A running head stands at the edge, and further from the text than lines of text from each other. */
function isApart(line: PdfLine, page: PdfPage): boolean {
  if (!isAtEdge(line, page, EDGE_SHARE)) return false;
  const heights = [...new Set(page.lines.map((each) => each.y))].sort((a, b) => b - a);
  const gaps = heights.slice(1).map((y, i) => (heights[i] as number) - y);
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 0;
  const at = heights.indexOf(line.y);
  const inward = line.y > page.height / 2 ? gaps[at] : gaps[at - 1];
  return inward === undefined || inward > Math.min(usual * 1.2, line.size * 2.5);
}

/** The same words at the same height, whatever the figures: 第3页 and 第4页. */
function edgeKey(line: PdfLine): string {
  return `${Math.round(line.y / 4)}:${line.text.replace(/\d+/g, '#').replace(/\s+/g, '')}`;
}

function countEdgeLines(pages: readonly PdfPage[]): Map<string, number> {
  const counts = new Map<string, number>();
  if (pages.length < 2) return counts;
  for (const page of pages) {
    for (const key of new Set(edgeLines(page).map(edgeKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
