import { isHan } from '../../text/char-class.js';
import type { Span } from '../../text/span.js';
import type { View } from '../../text/view.js';
import type { Indicator } from '../mentions.js';

const EDGES_START = /^(?:[、，,\s·—\-’”》]|\d+[.．]|（\d+）)/;
const EDGES_END = /[、，,\s·—\-“‘《（(]$/;

/** The indicator of one span, or of two where words between are left out: 新增 … 院士. null where nothing is left of it. */
export function buildIndicator(view: View, spans: readonly Span[]): Indicator | null {
  if (spans.length === 0) return null;
  if (spans.length === 1) return indicatorOf(view, trimEdges(view.text, spans[0] as Span));
  const kept = spans.map((span) => trimEdges(view.text, span)).filter((span) => span.end > span.start);
  const first = kept[0];
  if (first === undefined) return null;
  const last = kept[kept.length - 1] as Span;
  return {
    start: Math.min(first.start, last.start),
    end: Math.max(first.end, last.end),
    label: kept.map((span) => view.label(span)).join(''),
  };
}

function indicatorOf(view: View, { start, end }: Span): Indicator | null {
  return end > start ? { start, end, label: view.label({ start, end }) } : null;
}

function trimEdges(text: string, span: Span): Span {
  let { start, end } = span;
  if (isHan(text, start) && isHan(text, end - 1)) return span;
  let edge = EDGES_START.exec(text.slice(start, Math.min(end, start + 4)));
  while (start < end && edge !== null) {
    start += edge[0].length;
    edge = EDGES_START.exec(text.slice(start, Math.min(end, start + 4)));
  }
  while (end > start && EDGES_END.test(text.charAt(end - 1))) end--;
  return { start, end };
}
