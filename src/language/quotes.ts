import type { Span } from '../text/span.js';

/** A pair of quotation marks; the span holds the marks, `inner` what stands between them. */
export interface Quote extends Span {
  inner: Span;
}

const OPEN = '“‘';
const CLOSE: Record<string, string> = { '”': '“', '’': '‘' };
const LONGEST_QUOTE = 400;

/** Pairs of quotation marks in text order, nested ones included; a mark without its fellow in the same line is passed over. */
export function readQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  let open: { mark: string; at: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a) open = [];
    else if (code >= 0x2018 && code <= 0x201d) {
      const mark = text.charAt(i);
      if (OPEN.includes(mark)) open.push({ mark, at: i });
      else close(quotes, open, CLOSE[mark] ?? '', i);
    }
  }
  return quotes.sort((a, b) => a.start - b.start);
}

function close(quotes: Quote[], open: { mark: string; at: number }[], wanted: string, at: number): void {
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const mark = open[depth] as { mark: string; at: number };
    if (mark.mark !== wanted) continue;
    open.length = depth;
    if (at - mark.at <= LONGEST_QUOTE)
      quotes.push({ start: mark.at, end: at + 1, inner: { start: mark.at + 1, end: at } });
    return;
  }
}
