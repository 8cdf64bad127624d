import type { Article } from '../../article/article.ts';
import { shortEdition } from '../../article/edition.ts';
import { parseHandle } from '../../article/handle.ts';
import { resolveReference } from '../../article/passage.ts';
import { formatReference, parseReference, type Reference } from '../../article/references/reference.ts';
import { overlaps, type Span } from '../../language/span.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** Where somebody says that a quotation stands; at least one of the two is there. */
export interface Claim {
  readonly article?: string | undefined;
  readonly reference?: Reference | undefined;
  /** First eight digits of the edition that the claim was made from, where it names one. */
  readonly edition?: string | undefined;
}

/** Parses a claim: a reference, a handle or a reader's link, and the id of an article. Returns undefined for other text. */
export function parseClaim(reference: string | undefined, article: string | undefined): Claim | undefined {
  if (reference === undefined) return article === undefined ? undefined : { article };
  const handle = parseHandle(reference);
  if (handle) return { article: article ?? handle.article, reference: handle.reference, edition: handle.edition };
  const parsed = parseReference(reference);
  return parsed && { article, reference: parsed };
}

/** Tells whether words stand where they are claimed to: all of them in that article, and in that passage. */
export function holdsAt(claim: Claim, article: Article, span: Span): boolean {
  if (claim.article !== undefined && claim.article !== article.id) return false;
  if (!claim.reference) return true;
  const resolution = resolveReference(article, claim.reference);
  if (resolution.kind === 'missing') return false;
  const whole = claim.reference.sentences === undefined;
  const claimed = resolution.passages.map(({ block, span: own }) =>
    whole ? entryAt(article.blocks, block).span : own,
  );
  return article.blocks.every((block) => {
    if (!overlaps(block.span, span)) return true;
    const part: Span = [Math.max(block.span[0], span[0]), Math.min(block.span[1], span[1])];
    return claimed.some((passage) => holdsWords(article.source, passage, part, block.span));
  });
}

/** Writes a claim as answers carry it; `edition` only where it is not the article's present one. */
export function describeClaim(
  claim: Claim,
  holds: boolean,
  articles: Iterable<Article>,
): { readonly reference?: string; readonly article?: string; readonly edition?: string; readonly holds: boolean } {
  const present = [...articles].find(({ id }) => id === claim.article);
  const changed = claim.edition !== undefined && present && shortEdition(present.edition) !== claim.edition;
  return {
    ...(claim.reference ? { reference: formatReference(claim.reference) } : {}),
    ...(claim.article === undefined ? {} : { article: claim.article }),
    ...(changed ? { edition: claim.edition } : {}),
    holds,
  };
}

/** Marks at the edges do not count; a caption's credit belongs to its caption. */
function holdsWords(source: string, passage: Span, part: Span, block: Span): boolean {
  if (passage[0] < block[0] || passage[1] > block[1]) return false;
  const before = source.slice(part[0], Math.min(passage[0], part[1]));
  const after = source.slice(Math.max(passage[1], part[0]), part[1]);
  return !/[\p{L}\p{N}]/u.test(before + after);
}
