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
      if (isStamp || (repeated.get(edgeKey(line)) ?? 0) >= Math.max(2, pages.length / 3)) furniture.add(line);
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
