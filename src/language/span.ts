/** Half-open range `[start, end)` in UTF-16 code units of the text it belongs to. */
export type Span = readonly [start: number, end: number];

/** Returns true if `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Returns true if the two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a[0] < b[1] && b[0] < a[1];
}

/** Narrows a span until it neither starts nor ends with white space; an all-blank span becomes empty. */
export function trimmed(text: string, span: Span): Span {
  let [start, end] = span;
  while (start < end && /\s/u.test(text.charAt(start))) start += 1;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1;
  return [start, end];
}

/** Moves a span, such as one of a part of a text to its place in the whole. */
export function movedSpan([start, end]: Span, by: number): Span {
  return [start + by, end + by];
}
