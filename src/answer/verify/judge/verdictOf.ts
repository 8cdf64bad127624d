import type { Article } from '../../../article/article.ts';
import { excerptsOfSpan } from '../../../excerpt/excerptsOfSpan.ts';
import { unjudgedOf } from '../../../language/quotations/quoteReadings.ts';
import { entryAt } from '../../../runtime/entryAt.ts';
import { describeClaim, holdsAt } from '../claim.ts';
import type { Difference } from '../differences.ts';
import { type Judgement, MATCHES_MAX, type PartOfArticle, type Verdict } from './judgement.ts';

/** Writes a judgement as the answer that people and programs get. */
export function verdictOf(judgement: Judgement, articles: readonly Article[]): Verdict {
  const { verdict, claim, found, reading, near, parts } = judgement;
  const held = claim ? found.filter(({ article, span }) => holdsAt(claim, article, span)) : [];
  const ordered = held.length === 0 ? found : [...held, ...found.filter((place) => !held.includes(place))];
  const holds = verdict === 'altered' && found.length > 1 ? held.length === found.length : held.length > 0;
  const shown = ordered.slice(0, MATCHES_MAX);
  const scattered = verdict === 'altered' && found.length > 1;
  const first = scattered ? shown : shown.slice(0, 1);
  const folded = verdict === 'exact' && (first[0]?.differences.length ?? 0) > 0 ? 'folded' : verdict;
  const place = scattered ? undefined : shown[0];
  const matches = shown.flatMap(({ article, span }) => excerptsOfSpan(article, span));
  const isLiteral = verdict === 'exact' || verdict === 'folded';
  const counted =
    verdict === 'too-short' || found.length > shown.length || (isLiteral && matches.length !== found.length);
  return {
    kind: 'verdict',
    verdict: claim && !holds && (folded === 'exact' || folded === 'folded') ? 'elsewhere' : folded,
    matches,
    differences: first.flatMap(({ differences }) => differences.toSorted(bySpanAndPlace)),
    omitted: first.flatMap(({ omitted }) => omitted),
    unjudged: unjudgedOf(reading),
    judged: reading.parts,
    ...(place ? { passage: { article: place.article.id, edition: place.article.edition, span: place.span } } : {}),
    ...(claim ? { claimed: describeClaim(claim, holds, articles) } : {}),
    searched: articles.map(({ id, edition }) => ({ article: id, edition })),
    ...(counted ? { places: found.length } : {}),
    ...(judgement.more ? { more: true } : {}),
    ...(parts ? { parts: parts.map((part) => describePart(part, reading.typed)) } : {}),
    ...(near ? { occurring: near.occurring } : {}),
    ...(near?.sentence ? { nearest: entryAt(excerptsOfSpan(near.sentence.article, near.sentence.span), 0) } : {}),
  };
}

function describePart(
  { at, span, folded, article }: PartOfArticle,
  text: string,
): NonNullable<Verdict['parts']>[number] {
  return {
    text: text.slice(...at),
    span: at,
    verdict: folded ? 'folded' : 'exact',
    matches: excerptsOfSpan(article, span),
  };
}

function bySpanAndPlace(a: Difference, b: Difference): number {
  return a.span[0] - b.span[0] || a.at[0] - b.at[0];
}
