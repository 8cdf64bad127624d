import type { Part } from './part.ts';

/**
 * Marks each quote that is the last one before those of another article, so that its source is said there. The source of
 * the last quotes of a page is said at the page's end.
 */
export function withSources(parts: readonly Part[]): readonly Part[] {
  let next: string | undefined;
  return parts
    .toReversed()
    .map((part): Part => {
      if (part.kind === 'lines') return part;
      const endsSource = part.heading === undefined && next !== undefined && next !== part.source;
      next = part.source;
      return endsSource ? { ...part, endsSource } : part;
    })
    .toReversed();
}
