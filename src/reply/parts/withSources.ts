import type { Part } from './part.ts';

/**
 * Marks each quote that is the last one before those of another article, or before lines that end the answer, so that
 * its source is said there. The source of the last quotes of a page is said at the page's end.
 */
export function withSources(parts: readonly Part[]): readonly Part[] {
  let next: string | undefined;
  return parts
    .toReversed()
    .map((part, index): Part => {
      if (part.kind === 'lines') return part;
      const isOver = next === undefined ? index > 0 : next !== part.source;
      next = part.source;
      return isOver && part.heading === undefined ? { ...part, endsSource: true } : part;
    })
    .toReversed();
}
