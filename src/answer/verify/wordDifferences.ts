import type { Step } from '../../language/quotations/alignWords.ts';
import type { Span } from '../../language/span.ts';
import { entryAt, lastOf } from '../../runtime/entryAt.ts';
import { type ChangeKind, changeKinds } from './changeKinds.ts';
import { type Border, Comparison, type Run } from './comparison.ts';
import type { Difference } from './differences.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import { closingMarks, openingMarks } from './edgeMarks.ts';
import type { NearestPassage } from './nearestPassage.ts';
import type { Omission } from './omissions.ts';

/** Words that are compared in one step. */
const STEP_WORDS = 64;

/** What sets a quotation apart from the source's span that it was compared with; see `Difference`. */
export interface Compared {
  readonly span: Span;
  readonly differences: readonly Difference[];
  readonly omitted: readonly Omission[];
}

/**
 * Lists what sets a quotation apart from the passage it was aligned with, in the order of the source, words and marks. Changed
 * numbers, negations and names stand alone; other words that were changed, added or removed in a row are one difference.
 * What the quotation marks as left out is an omission.
 */
export function* wordDifferences(passage: NearestPassage): Steps<Compared> {
  const { article, quote, words, alignment } = passage;
  const kinds = changeKinds(passage);
  const { steps } = alignment;
  const compared = new Comparison(article, quote.text);
  const inSource = steps.filter(isInSource);
  const [first, last] = [entryAt(inSource, 0), lastOf(inSource)];
  const opening = openingMarks(quote.text, article.source, {
    at: entryAt(quote.words, 0).span[0],
    to: entryAt(words, first.source).span[0],
  });
  [compared.at, compared.to] = [entryAt(quote.words, 0).span[0], entryAt(words, first.source).span[0]];
  compared.differences.push(...opening.differences);
  for (let [at, since] = [0, 0]; at < steps.length;) {
    if (at - since >= STEP_WORDS) {
      since = at;
      yield;
    }
    const step = entryAt(steps, at);
    if (step.kind === 'same') {
      compared.same(entryAt(quote.words, step.quote).span, entryAt(words, step.source).span);
      at += 1;
      continue;
    }
    let end = at;
    while (end < steps.length && entryAt(steps, end).kind !== 'same') end += 1;
    const next = steps[end];
    if (!next && !steps.slice(at).some(isInSource)) compared.sharedMarks();
    const borders: Border = next
      ? { at: entryAt(quote.words, next.quote).span[0], to: entryAt(words, next.source).span[0] }
      : { at: lastOf(quote.words).span[1], to: Math.max(compared.to, entryAt(words, last.source).span[1]) };
    yield* compared.changed(runsOf(passage, { steps, kinds, range: [at, end] }), borders);
    at = end;
  }
  const closing = closingMarks(quote.text, article.source, { at: compared.at, to: compared.to });
  const differences = [...compared.differences, ...closing.differences];
  return { span: [opening.start, closing.end], differences, omitted: compared.omitted };
}

function isInSource({ kind }: Step): boolean {
  return kind !== 'added' && kind !== 'removed';
}

interface Runs {
  readonly steps: readonly Step[];
  readonly kinds: readonly (ChangeKind | undefined)[];
  readonly range: Span;
}

function runsOf({ quote, words }: NearestPassage, { steps, kinds, range: [from, end] }: Runs): readonly Run[] {
  const runs: Run[] = [];
  for (let at = from; at < end;) {
    const kind = kinds[at];
    let to = at + 1;
    if (kind === undefined) throw new RangeError(`Step ${at} of the run is no change`);
    while (to < end && JOINED.has(kind) && kinds[to] === kind) to += 1;
    const own = steps.slice(at, to);
    const quoted = own.find((step) => step.kind !== 'removed');
    const original = own.find((step) => step.kind !== 'added');
    runs.push({
      kind,
      at: quoted && entryAt(quote.words, quoted.quote).span[0],
      to: original && entryAt(words, original.source).span[0],
    });
    at = to;
  }
  return runs;
}

const JOINED: ReadonlySet<ChangeKind> = new Set(['added', 'removed', 'word', 'name']);
