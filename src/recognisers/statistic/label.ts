import { isHan } from '../../text/char-class.js';
import type { Span } from '../../text/span.js';
import type { View } from '../../text/view.js';
import type { Indicator } from '../mentions.js';

const EDGES_START = /^(?:[、，,\s·—\-’”》]|\d+[.．]|（\d+）)/;
const EDGES_END = /[、，,\s·—\-“‘《（(]$/;

/** The indicator of one span, or of two where words between are left out: 新增 … 院士. null where nothing is left of it. */
export function buildIndicator(view: View, spans: readonly Span[]): Indicator | null {
  let built: Indicator | null = null;
  for (const span of spans) {
    const part = indicatorOf(view, trimEdges(view.text, span));
    if (built === null || part === null) built ??= part;
    else built = joined(built, part);
  }
  return built;
}

/** The words of two spans, wherever the second stands. */
function joined(first: Indicator, second: Indicator): Indicator {
  return {
    start: Math.min(first.start, second.start),
    end: Math.max(first.end, second.end),
    label: first.label + second.label,
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
