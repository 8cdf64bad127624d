import { joinParts, type Part, type TextPass } from './part.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** Signs that lines and boxes are drawn with. Fewer than three, "?", "…" and a sign in quotes are part of a text. */
const DRAWN = /^[\s|>]*[-=_*~#+·•─-▟]{1,400}(?:[\s\-=_*~#+·•─-▟|/\\<>^:]){2,}$/u;

/**
 * Makes furniture of drawn lines, so that no paragraph ends in one. A sign or two belongs to the paragraph above, else to the one
 * below, else to whatever is above.
 */
export const findRulers: TextPass = (parts, { source }) => {
  const joined: Part[] = [];
  let waiting: Part | undefined;
  for (const part of joinRuns(parts, source)) {
    const above = joined.at(-1);
    if (part.shape === 'ruler') {
      if (DRAWN.test(part.text) || ((above?.as === 'heading' || above?.as === 'title') && part.gap === 0))
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
