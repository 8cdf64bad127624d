import type { Article } from '../../../article/article.ts';
import type { CutText } from '../../../language/cutText.ts';
import { foldedString } from '../../../language/folding/foldedString.ts';
import { type FoldedText, sourceSpan } from '../../../language/folding/foldedText.ts';
import type { Joint, Splice } from '../../../language/quotations/splice.ts';
import type { Span } from '../../../language/span.ts';
import { atWordBorders, startsAtWordBorder } from '../../../language/words/wordBorders.ts';
import { entryAt } from '../../../runtime/entryAt.ts';
import type { Steps } from '../../../runtime/steps/steps.ts';

/** Source characters that one ellipsis may leave out. */
export const GAP_MAX_CHARS = 600;
/** Source characters that one bracket may replace. */
export const BRACKET_MAX_CHARS = 120;

/** A fragment, as it stands and without the marks at its edges, with their foldings. */
export interface Fragment {
  readonly cut: CutText;
  readonly folded: FoldedText;
}

/** Blocks of an article that are searched together, and their folding. */
export interface Window {
  readonly article: Article;
  readonly text: string;
  readonly folded: FoldedText;
  readonly offset: number;
}

/** Where a fragment was found, in the folding of the window. */
export interface Found {
  readonly fragment: Fragment;
  readonly range: Span;
  /** How the joint before it was read: as omission or insertion, or as words that stand in the source. */
  readonly joint: 'gap' | 'stands';
}

/** What is searched for, and how many positions may still be tried. */
export interface Task {
  readonly splice: Splice;
  readonly fragments: readonly (readonly Fragment[])[];
  readonly budget: { left: number };
}

/** Finds fragment `index` and all after it; the fragment starts between `from` and `to` of the folded window. */
export function* search(
  window: Window,
  task: Task,
  [index, from, to]: readonly [number, number, number],
): Steps<readonly Found[] | undefined> {
  const joint = task.splice.joints[index];
  let tried = '';
  for (const fragment of entryAt(task.fragments, index)) {
    const needle = fragment.folded.text;
    if (needle === tried) continue;
    tried = needle;
    const reach = Math.min(window.folded.text.length, to + needle.length);
    const within = window.folded.text.slice(from, reach);
    for (let at = within.indexOf(needle); at !== -1; at = within.indexOf(needle, at + 1)) {
      task.budget.left -= 1;
      if (task.budget.left < 0) return undefined;
      if (task.budget.left % 500 === 0) yield;
      const range: Span = [from + at, from + at + needle.length];
      if (!fits(window, range, joint)) continue;
      const rest = yield* searchRest(window, task, [index, range[1]]);
      if (rest) return [{ fragment, range, joint: 'gap' }, ...rest];
    }
  }
  return undefined;
}

function* searchRest(
  window: Window,
  task: Task,
  [index, end]: readonly [number, number],
): Steps<readonly Found[] | undefined> {
  const joint = task.splice.joints[index];
  if (!joint) return [];
  const { text } = window.folded;
  if (joint.kind === 'bracket') {
    for (const words of [joint.text, joint.text.slice(1, -1)]) {
      const needle = foldedString(words);
      const at = text[end] === ' ' ? end + 1 : end;
      if (!text.startsWith(needle, at)) continue;
      const next = at + needle.length;
      const found = yield* search(window, task, [index + 1, next, next + 2]);
      if (found) return [{ ...entryAt(found, 0), joint: 'stands' }, ...found.slice(1)];
    }
  }
  const reach = joint.kind === 'bracket' ? BRACKET_MAX_CHARS : GAP_MAX_CHARS;
  return yield* search(window, task, [index + 1, end, end + reach]);
}

function fits({ text, folded }: Window, [from, to]: Span, after: Joint | undefined): boolean {
  if (from > 0 && folded.starts[from] === folded.starts[from - 1]) return false;
  if (to < folded.starts.length && folded.starts[to] === folded.starts[to - 1]) return false;
  const [start, end] = sourceSpan(folded, [from, to]);
  return after?.attached ? startsAtWordBorder(text, start) : atWordBorders(text, [start, end]);
}
