import type { Article } from '../article/article.ts';
import { shortEdition } from '../article/edition.ts';
import { resolveReference } from '../article/passage.ts';
import { formatReference, parseReference, type Reference } from '../article/references/reference.ts';
import { compareEditions, type Change } from '../answer/compareEditions.ts';
import { excerptOf, type Excerpt } from '../excerpt/excerpt.ts';
import { editionNotes } from '../reply/words/editionNotes.ts';
import type { ResolvedPassages } from './resolvedPassages.ts';
import type { CommandContext } from './command.ts';

/** A reference from an edition of `article` other than the present one. */
export interface OldReference {
  readonly article: Article;
  readonly reference: Reference;
  /** The first eight hex digits of the edition it was made from. */
  readonly edition: string;
}

/**
 * Finds what happened to a passage of an earlier edition, with notes. A passage that is gone is returned as the earlier
 * edition had it. Undefined if nothing can be shown: the edition is not kept, and there is no such reference now.
 */
export async function passagesOfOldEdition(
  { article, reference, edition }: OldReference,
  { editions }: Pick<CommandContext, 'editions'>,
): Promise<ResolvedPassages | undefined> {
  const old = await editions(article, edition);
  const names = { earlier: edition, present: shortEdition(article.edition), reference: formatReference(reference) };
  const comparison = old && compareEditions(old, article, reference);
  if (old && comparison && comparison.kind !== 'missing') {
    const { kind, candidates, changes } = comparison;
    const [owner, excerpts] = kind === 'gone' ? [old, comparison.old] : [article, candidates];
    return chosen(owner, { excerpts, notes: editionNotes(comparison, names), changes });
  }
  const resolution = resolveReference(article, reference);
  if (resolution.kind === 'missing') return undefined;
  const excerpts = resolution.passages.map((passage) => excerptOf(article, passage));
  const kind = old ? 'missing' : 'unknown';
  return chosen(article, { excerpts, notes: editionNotes({ kind, candidates: [] }, names), changes: [] });
}

function chosen(
  article: Article,
  {
    excerpts,
    notes,
    changes,
  }: {
    readonly excerpts: readonly Excerpt[];
    readonly notes: readonly string[];
    readonly changes: readonly Change[];
  },
): ResolvedPassages {
  const passages = excerpts.flatMap(({ reference, within }) => {
    const parsed = parseReference(within?.reference ?? reference);
    const resolution = parsed && resolveReference(article, parsed);
    return resolution?.kind === 'passages' ? resolution.passages : [];
  });
  return {
    kind: 'passages',
    article,
    passages,
    excerpts,
    remarks: { notes, ...(changes.length > 0 ? { changes } : {}) },
  };
}
