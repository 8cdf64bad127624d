import type { Kinded } from './kinded.ts';

/** The number of a figure or table, on a line of its own above what it shows. */
const CAPTION_NUMBER =
  /^(?:fig(?:ure)?|abb(?:ildung)?|table|tabelle|tableau|tabla|tabella)\.?\s\d{1,3}(?:\.\d{1,3})?\.?$/iu;
const FIGURE = /^(?:fig(?:ure)?|abb(?:ildung)?|figura|plate|map|chart|图|圖)s?\b/iu;
const CAPTION_MAX_CHARS = 400;
/** The longest label of a plot, and how many in a row are such beside a figure. */
const LABEL_MAX_CHARS = 25;
const LABELS_MIN = 3;
/** Blocks between a plot and the text below it. */
const NEAR = 2;

/** Puts "Table 1" and what is said of it on the next line together. */
export function withCaptionTexts(fragments: readonly Kinded[]): readonly Kinded[] {
  const joined: Kinded[] = [];
  for (const fragment of fragments) {
    const before = joined.at(-1);
    if (
      before &&
      CAPTION_NUMBER.test(before.text) &&
      fragment.page === before.page &&
      fragment.pageTurns === undefined &&
      (fragment.kind === 'heading' || (fragment.kind === 'paragraph' && fragment.role === undefined)) &&
      fragment.text.length <= CAPTION_MAX_CHARS
    )
      joined.splice(-1, 1, {
        kind: 'caption',
        text: `${before.text} ${fragment.text}`,
        ...(before.page === undefined ? {} : { page: before.page }),
        lines: [...before.lines, ...fragment.lines],
      });
    else joined.push(fragment);
  }
  return joined;
}

/** Marks the labels of plots and maps as furniture: very short lines in a row, right above or below the text of a figure; on a page with one, also numbers in a row; single letters, wherever they are. */
export function withoutLabels(fragments: readonly Kinded[]): readonly Kinded[] {
  const marked = [...fragments];
  const figures = new Set(
    fragments.flatMap(({ kind, text, page }) => (kind === 'caption' && FIGURE.test(text) ? [page ?? 0] : [])),
  );
  for (let from = 0, to = 0; from < fragments.length; from = Math.max(to, from + 1)) {
    to = from;
    while (isLabel(fragments[to], fragments[from])) to += 1;
    if (to - from < LABELS_MIN) continue;
    const beside = [...fragments.slice(Math.max(0, from - NEAR), from), ...fragments.slice(to, to + NEAR)];
    const isPlot = beside.some(
      ({ kind, text, page }) => kind === 'caption' && FIGURE.test(text) && page === fragments[from]?.page,
    );
    const labels = fragments.slice(from, to);
    const isOfSigns = labels.length > LABELS_MIN && labels.every(({ text }) => /^\p{L}$/u.test(text));
    const isTicked =
      labels.every(({ text }) => /^[\d\s.,%:/−–-]*$/u.test(text)) && figures.has(fragments[from]?.page ?? 0);
    if (!isPlot && !isOfSigns && !isTicked) continue;
    for (const [index, { text, page, lines }] of fragments.slice(from, to).entries())
      marked[from + index] = {
        kind: 'paragraph',
        role: 'furniture',
        text,
        lines,
        ...(page === undefined ? {} : { page }),
      };
  }
  return marked;
}

function isLabel(fragment: Kinded | undefined, first: Kinded | undefined): boolean {
  if (fragment === undefined || fragment.page !== first?.page || fragment.kind === 'caption') return false;
  if (fragment.kind === 'heading') return fragment.text.length <= 2;
  const isOpen = fragment.kind === 'paragraph' && (fragment.role === undefined || fragment.role === 'item');
  const isTicks = fragment.kind === 'paragraph' && fragment.role === 'row' && !/\p{L}{4}/u.test(fragment.text);
  return isTicks || (isOpen && fragment.text.length <= LABEL_MAX_CHARS && !/[.!?:;]$/u.test(fragment.text));
}
