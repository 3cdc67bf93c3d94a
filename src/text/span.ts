/**
 * A half-open range `[start, end)` in UTF-16 code units. Which text it points into is said by whoever holds it:
 * everything below `report/` points into the view (`View.text`), everything in a report into the source.
 */
export interface Span {
  start: number;
  end: number;
}

/** True when `outer` holds the whole of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Index of the first span that begins at or behind the offset; of spans in text order. */
export function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle] as Span).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
