import { joinParts, type Part } from '../part.ts';

/** The head of a plain text: what it says of the document, with its lines set apart. */
export interface TextHead {
  readonly parts: readonly Part[];
  readonly values: Readonly<Record<string, unknown>>;
}

/** Reads one kind of head; undefined if the text has none of that kind. */
export type HeadReader = (parts: readonly Part[], source: string) => TextHead | undefined;

/** The first part that is written and no furniture; -1 if there is none. */
export function firstWritten(parts: readonly Part[]): number {
  return parts.findIndex(({ shape, text }) => shape !== 'ruler' && shape !== 'furniture' && text !== '');
}

/** Makes one part of furniture of some in a row. */
export function setApart(
  parts: readonly Part[],
  { from, until, source }: { readonly from: number; readonly until: number; readonly source: string },
): readonly Part[] {
  const [first, ...rest] = parts.slice(from, until);
  if (first === undefined) return parts;
  const starts = [first, ...rest].map(({ span }) => span[0]);
  return parts.toSpliced(
    from,
    until - from,
    joinParts(source, [first, ...rest], { shape: 'furniture', breaks: starts.slice(1) }),
  );
}
