import { lineStart } from './lineStart.ts';
import type { Part } from './part.ts';

/** Shorter parts say too little about where the text begins. */
const PROSE_MIN_WEIGHT = 60;

/** How far in each part begins, in characters, and where most of the running text does. */
export interface Indents {
  readonly indents: readonly number[];
  readonly usual: number;
}

/** Measures how far in the parts of a text begin. */
export function indentsOf(parts: readonly Part[], source: string): Indents {
  const indents = parts.map(
    ({ span: [start] }) => source.slice(lineStart(source, start), start).replaceAll('\t', '        ').length,
  );
  const counts = new Map<number, number>();
  for (const [index, { shape, weight }] of parts.entries())
    if (shape === 'prose' && weight >= PROSE_MIN_WEIGHT) {
      const indent = indents[index] ?? 0;
      counts.set(indent, (counts.get(indent) ?? 0) + weight);
    }
  return { indents, usual: [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0 };
}
