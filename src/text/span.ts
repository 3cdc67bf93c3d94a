/**
 * A half-open range `[start, end)` in UTF-16 code units. Which text it points into is said by whoever holds it:
 * everything below `report/` points into the view (`View.text`), everything in a report into the source.
 */
export interface Span {
  start: number;
  end: number;
}

/** True when two spans share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when `outer` holds the whole of `inner`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
