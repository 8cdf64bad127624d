import { joinParts, type Part, type TextPass } from './part.ts';

/** Puts drawn lines to the paragraph they stand behind, or before, so that they have no number of their own. */
export const findRulers: TextPass = (parts, { source }) => {
  const joined: Part[] = [];
  let waiting: readonly Part[] = [];
  for (const part of parts) {
    const above = joined.at(-1);
    if (part.shape === 'ruler') {
      if (above && waiting.length === 0 && isParagraph(above))
        joined[joined.length - 1] = joinParts(source, [above, part], {});
      else waiting = [...waiting, part];
    } else if (waiting.length > 0 && isParagraph(part)) {
      const [first, ...rest] = [...waiting, part];
      joined.push(joinParts(source, [first!, ...rest], { shape: part.shape }));
      waiting = [];
    } else {
      joined.push(...underAbove(joined.pop(), waiting, source), part);
      waiting = [];
    }
  }
  joined.push(...underAbove(joined.pop(), waiting, source));
  return joined;
};

function underAbove(above: Part | undefined, rulers: readonly Part[], source: string): readonly Part[] {
  if (!above) return rulers;
  if (rulers.length === 0) return [above];
  return above.credit === undefined ? [joinParts(source, [above, ...rulers], {})] : [above, ...rulers];
}

function isParagraph({ as, shape }: Part): boolean {
  return as === undefined && shape !== 'caption' && shape !== 'credit';
}
