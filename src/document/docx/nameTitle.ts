/** As much of mammoth's document as is read here. */
interface WordElement {
  readonly type: string;
  readonly children?: readonly WordElement[];
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly fontSize?: number | null;
  readonly isBold?: boolean;
  readonly value?: string;
}

const HEAD_PARAGRAPHS = 8;
const TITLE_MAX_CHARS = 220;
const TITLE_MIN_SIZE = 1.25;
/** What only counts a document among others: "Appendix B". */
const LABEL = /^(?:appendix|annex|attachment|exhibit|enclosure|chapter|part|section|anlage|anhang|annexe)\s\S{1,4}$/iu;

/**
 * Gives the style "Title" to a paragraph at the head of a Word document that is set as one: larger than the rest of the
 * text from end to end. A document that has a title, or a heading above it, stays as it is.
 */
export function nameTitle(document: WordElement): WordElement {
  const body = document.children ?? [];
  if (body.some(({ styleName }) => /^tite?l[e]?$/iu.test(styleName ?? ''))) return document;
  const usual = usualSize(body);
  const head = body.filter((element) => wordText(element).trim() !== '').slice(0, HEAD_PARAGRAPHS);
  const at = head.indexOf(largestOf(head.filter((paragraph) => isLarge(paragraph, usual))) ?? document);
  const title = head[at];
  if (!title || head.slice(0, at).some(({ styleName }) => /^heading/iu.test(styleName ?? ''))) return document;
  return {
    ...document,
    children: body.map((element) =>
      element === title ? { ...element, styleId: 'Title', styleName: 'Title' } : element,
    ),
  };
}

function isLarge(paragraph: WordElement, usual: number): boolean {
  const text = wordText(paragraph).trim();
  return (
    isUnstyled(paragraph) &&
    text.length <= TITLE_MAX_CHARS &&
    !LABEL.test(text) &&
    sizeOf(paragraph) >= usual * TITLE_MIN_SIZE
  );
}

/** What is set largest on a cover, and says most: the name of a part or a house is shorter than a title. */
function largestOf(candidates: readonly WordElement[]): WordElement | undefined {
  return candidates.toSorted(
    (a, b) => sizeOf(b) - sizeOf(a) || wordText(b).trim().length - wordText(a).trim().length,
  )[0];
}

/** Half-points of no size given are those of the body, 11 or 12. */
const DEFAULT_SIZE = 11;

function usualSize(body: readonly WordElement[]): number {
  const chars = new Map<number, number>();
  for (const run of body.flatMap(runsOf)) {
    const size = run.fontSize ?? DEFAULT_SIZE;
    chars.set(size, (chars.get(size) ?? 0) + wordText(run).length);
  }
  return [...chars].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? DEFAULT_SIZE;
}

function sizeOf(paragraph: WordElement): number {
  return Math.min(
    ...runsOf(paragraph)
      .filter((run) => wordText(run).trim() !== '')
      .map(({ fontSize }) => fontSize ?? DEFAULT_SIZE),
  );
}

function isUnstyled({ type, styleName }: WordElement): boolean {
  return type === 'paragraph' && !/^heading/iu.test(styleName ?? '');
}

function runsOf(element: WordElement): readonly WordElement[] {
  return element.type === 'run' ? [element] : (element.children ?? []).flatMap(runsOf);
}

function wordText(element: WordElement): string {
  return element.type === 'text' ? (element.value ?? '') : (element.children ?? []).map(wordText).join('');
}
