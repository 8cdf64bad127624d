/** As much of mammoth's document as is read here. */
export interface WordElement {
  readonly type: string;
  readonly children?: readonly WordElement[];
  readonly styleId?: string | null;
  readonly styleName?: string | null;
  readonly alignment?: string | null;
  readonly fontSize?: number | null;
  readonly isBold?: boolean;
  readonly value?: string;
}

/** A paragraph as it is set. */
export interface CoverLine {
  readonly element: WordElement;
  readonly text: string;
  /** In points, of its smallest letters. */
  readonly size: number;
  /** Of each run, and how many characters have it. */
  readonly sizes: readonly (readonly [size: number, chars: number])[];
  readonly isCentred: boolean;
  readonly isBold: boolean;
}

/** Letters of no size given are those of the body, 11 or 12 points. */
const DEFAULT_SIZE = 11;

/** Reads how a paragraph of a Word document is set. */
export function coverLine(element: WordElement): CoverLine {
  const runs = runsOf(element).filter((run) => wordText(run).trim() !== '');
  const sizes = runs.map((run) => [run.fontSize ?? DEFAULT_SIZE, wordText(run).length] as const);
  return {
    element,
    text: wordText(element).trim(),
    size: Math.min(...sizes.map(([size]) => size)),
    sizes,
    isCentred: element.alignment === 'center',
    isBold: runs.length > 0 && runs.every((run) => run.isBold === true),
  };
}

/** Returns true if an element is a paragraph that is no heading by its style. */
export function isUnstyled({ type, styleName }: WordElement): boolean {
  return type === 'paragraph' && !/^heading/iu.test(styleName ?? '');
}

function runsOf(element: WordElement): readonly WordElement[] {
  return element.type === 'run' ? [element] : (element.children ?? []).flatMap(runsOf);
}

function wordText(element: WordElement): string {
  return element.type === 'text' ? (element.value ?? '') : (element.children ?? []).map(wordText).join('');
}
