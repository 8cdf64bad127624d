import type { Article } from '../article/article.ts';
import { shortEdition } from '../article/edition.ts';
import { isReference, parseHandle, parseHandleList } from '../article/handle.ts';
import { resolveReference, type Resolution } from '../article/passage.ts';
import { formatReference, parseReference, type Reference } from '../article/references/reference.ts';
import { referencesLike } from '../article/references/referencesLike.ts';
import { resolveReferences } from '../article/references/resolveReferences.ts';
import type { AnswerOf } from '../answer/answer.ts';
import { compareEditions } from '../answer/compareEditions.ts';
import { excerptOf } from '../excerpt/excerpt.ts';
import { missingPassage, passagesGone } from '../reply/words/commands/referenceWords.ts';
import { undatedLinkNotes, whereNow } from '../reply/words/editionNotes.ts';
import { invalid } from './checkOptions.ts';
import type { ResolvedPassages } from './resolvedPassages.ts';
import type { CommandContext } from './command.ts';
import { passagesOfOldEdition } from './passagesOfOldEdition.ts';
import { chooseArticle, chooseOneArticle } from './scope.ts';

/** The passages that a text names; `words` if it is not a reference, handle or link. */
export type PassageResolution = ResolvedPassages | { readonly kind: 'words' } | AnswerOf<'invalid'>;

/**
 * Resolves a reference or a list of them, in the given article or the one that a handle or link names. `orWords` is for
 * texts that may also be words to find: a possible list that names nothing then counts as words.
 */
export async function resolvePassages(
  typed: string,
  articleOption: string | undefined,
  context: CommandContext,
  { orWords = false }: { readonly orWords?: boolean } = {},
): Promise<PassageResolution> {
  const handle = parseHandle(typed);
  const reference = handle?.reference ?? parseReference(typed);
  if (!reference) return resolvePassageList(typed, articleOption, context, orWords);
  const choice = chooseOneOf(handle?.article, articleOption, context);
  if (choice.kind === 'invalid') return choice;
  const { article } = choice;
  if (handle?.isLink && handle.edition === undefined) return undatedPassages({ article, reference }, context);
  if (handle?.edition === undefined || handle.edition === shortEdition(article.edition))
    return presentPassages(article, resolveReference(article, reference), formatReference(reference));
  const { edition } = handle;
  return (
    (await passagesOfOldEdition({ article, reference, edition }, context)) ??
    presentPassages(article, resolveReference(article, reference), formatReference(reference))
  );
}

async function resolvePassageList(
  typed: string,
  articleOption: string | undefined,
  context: CommandContext,
  orWords: boolean,
): Promise<PassageResolution> {
  const list = orWords && !isReference(typed) ? undefined : parseHandleList(typed);
  if (!list) return { kind: 'words' };
  const choice = chooseOneOf(list.article, articleOption, context);
  if (choice.kind === 'invalid') return orWords ? { kind: 'words' } : choice;
  const { article } = choice;
  const { edition } = list;
  const old = edition === undefined || edition === shortEdition(article.edition) ? undefined : edition;
  if (old !== undefined) {
    const references = resolveReferences((await context.editions(article, old)) ?? article, list.ranges);
    if (references.kind === 'passages') return listOfOldEdition(article, { edition: old, references }, context);
  }
  const resolution = resolveReferences(article, list.ranges);
  if (orWords && resolution.kind === 'missing') return { kind: 'words' };
  return presentPassages(article, resolution, typed.slice(0, 60));
}

/** Looks up each passage of the list by itself; those that are gone are only mentioned. */
async function listOfOldEdition(
  article: Article,
  { edition, references }: { readonly edition: string; readonly references: Extract<Resolution, { kind: 'passages' }> },
  context: CommandContext,
): Promise<PassageResolution> {
  const found: ResolvedPassages[] = [];
  for (const { reference } of references.passages) {
    const one = await passagesOfOldEdition({ article, reference, edition }, context);
    if (one) found.push(one);
  }
  const present = found.filter((one) => one.article === article);
  const shown = present.length > 0 ? present : found.slice(0, 1);
  const [first] = shown;
  if (!first) return invalid('reference', passagesGone(article.title));
  return {
    kind: 'passages',
    article: first.article,
    passages: shown.flatMap(({ passages }) => passages),
    excerpts: shown.flatMap(({ excerpts }) => excerpts),
    remarks: { notes: [...new Set(found.flatMap(({ remarks }) => remarks.notes ?? []))] },
  };
}

/** References that exist and have the numbers in a text that is not a reference; none if the article is unclear. */
export function nearestReferences(
  typed: string,
  articleOption: string | undefined,
  context: CommandContext,
): readonly string[] {
  const choice = chooseOneArticle(articleOption, context);
  return choice.kind === 'invalid' ? [] : referencesLike(typed, choice.article);
}

/** Resolves a link without an edition: it may be an old one, so what is known of earlier editions is said. */
async function undatedPassages(
  { article, reference }: { readonly article: Article; readonly reference: Reference },
  context: CommandContext,
): Promise<PassageResolution> {
  const present = presentPassages(article, resolveReference(article, reference), formatReference(reference));
  const kept = (await context.keptEditions?.(article)) ?? [];
  const names = { present: article.edition, reference: formatReference(reference), compared: kept.length };
  if (present.kind !== 'passages') {
    const had = kept.find((old) => textsAt(old.article, reference) !== undefined);
    const edition = had && shortEdition(had.article.edition);
    const earlier = edition && (await passagesOfOldEdition({ article, reference, edition }, context));
    if (!had || !earlier) return present;
    const notes = [
      ...undatedLinkNotes({ ...names, differing: { kept: had, lacks: 'present' } }),
      ...(earlier.remarks.notes ?? []).slice(1),
    ];
    return { ...earlier, remarks: { ...earlier.remarks, notes } };
  }
  const text = textsAt(article, reference);
  const other = kept.find((old) => textsAt(old.article, reference) !== text);
  if (!other) return { ...present, remarks: { notes: undatedLinkNotes(names) } };
  const comparison = compareEditions(other.article, article, reference);
  const differing = { kept: other, ...(comparison.kind === 'missing' ? { lacks: 'earlier' as const } : {}) };
  const notes = [...undatedLinkNotes({ ...names, differing }), ...whereNow(comparison, names.reference)];
  const changes = comparison.changes.length === 0 ? {} : { changes: comparison.changes };
  return { ...present, remarks: { notes, ...changes } };
}

function textsAt(article: Article, reference: Reference): string | undefined {
  const resolution = resolveReference(article, reference);
  if (resolution.kind === 'missing') return undefined;
  return resolution.passages.map(({ span }) => article.source.slice(...span)).join('\n');
}

function chooseOneOf(
  named: string | undefined,
  option: string | undefined,
  context: CommandContext,
): { readonly kind: 'chosen'; readonly article: Article } | AnswerOf<'invalid'> {
  if (named === undefined) return chooseOneArticle(option, context);
  const choice = chooseArticle(named, context);
  if (choice.kind === 'invalid') return choice;
  return choice.article ? { kind: 'chosen', article: choice.article } : chooseOneArticle(option, context);
}

function presentPassages(article: Article, resolution: Resolution, typed: string): PassageResolution {
  if (resolution.kind === 'missing') {
    const { missing = typed, last } = resolution;
    return invalid('reference', missingPassage({ title: article.title, missing, last }), resolution.nearest);
  }
  const { passages } = resolution;
  const excerpts = passages.map((passage) => excerptOf(article, passage));
  return { kind: 'passages', article, passages, excerpts, remarks: {} };
}
