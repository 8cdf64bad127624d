import { joinParts, type Part, type TextPass } from './part.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/**
 * Puts drawn lines to the paragraph they are behind, else to the one below, else to whatever is above, so that they
 * have no number of their own. A line that underlines a heading is furniture.
 */
export const findRulers: TextPass = (parts, { source }) => {
  const joined: Part[] = [];
  let waiting: Part | undefined;
  for (const part of joinRuns(parts, source)) {
    const above = joined.at(-1);
    if (part.shape === 'ruler') {
      if ((above?.as === 'heading' || above?.as === 'title') && part.gap === 0)
        joined.push({ ...part, shape: 'furniture' });
      else if (above && isParagraph(above) && above.shape !== 'furniture')
        joined[joined.length - 1] = joinParts(source, [above, part], {});
      else waiting = part;
    } else if (waiting) {
      if (isParagraph(part)) joined.push(joinParts(source, [waiting, part], { shape: part.shape }));
      else joined.push(...under(joined.pop(), waiting, source), part);
      waiting = undefined;
    } else joined.push(part);
  }
  if (waiting) joined.push(...under(joined.pop(), waiting, source));
  return joined;
};

/** Makes one part of drawn lines that follow each other. */
function joinRuns(parts: readonly Part[], source: string): readonly Part[] {
  const joined: Part[] = [];
  for (let from = 0; from < parts.length; from += 1) {
    let to = from + 1;
    while (entryAt(parts, from).shape === 'ruler' && parts[to]?.shape === 'ruler') to += 1;
    joined.push(
      to === from + 1
        ? entryAt(parts, from)
        : joinParts(source, [entryAt(parts, from), ...parts.slice(from + 1, to)], { breaks: [] }),
    );
    from = to - 1;
  }
  return joined;
}

function under(above: Part | undefined, ruler: Part, source: string): readonly Part[] {
  if (!above) return [ruler];
  if (above.as !== undefined || above.shape === 'caption') return [above, { ...ruler, shape: 'furniture' }];
  return above.credit === undefined ? [joinParts(source, [above, ruler], {})] : [above, ruler];
}

function isParagraph({ as, shape }: Part): boolean {
  return as === undefined && shape !== 'caption' && shape !== 'credit';
}
