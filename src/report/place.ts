import type { Span } from '../text/span.js';
import { type View, withoutInnerBlanks } from '../text/view.js';

/** Where a record stands in the source, with its words. */
export interface Place {
  start: number;
  end: number;
  text: string;
  label: string;
}

/** Text and label are one string where the view is the source and nothing has to be left out. */
export function placeIn(view: View, span: Span): Place {
  if (view.isIdentity) {
    const text = view.source.slice(span.start, span.end);
    return { start: span.start, end: span.end, text, label: withoutInnerBlanks(text) };
  }
  const { start, end } = view.toSource(span);
  return { start, end, text: view.source.slice(start, end), label: view.label(span) };
}
