import type { Article } from '../../article/article.ts';
import { fold } from '../../language/folding/fold.ts';
import { relatedStems } from '../../language/words/relatedWords.ts';
import { stemmerFor } from '../../language/words/stem.ts';
import { rarityOf } from '../../language/words/wordList.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import type { WordPlaces } from '../../search/features/wordPlaces.ts';
import type { SearchIndex } from '../../search/searchIndex.ts';
import type { QuestionAsked } from './questionAsked.ts';

export interface ArticlesMeantOptions {
  readonly asked: Pick<QuestionAsked, 'names'>;
  /** The article of the sentence that would be shown. */
  readonly shown: Article;
  /** The articles that were read for the question, that one among them. */
  readonly read: ReadonlySet<Article['id']>;
  readonly index: Pick<SearchIndex, 'steps'>;
}

/** A word that is commoner says nothing about the article ("money", "thing"), by `rarityOf`. */
const LEAST_RARITY = 0.45;
/** A word that more of the articles have does not tell one of them. */
const DISTINCTIVE_SHARE = 1 / 3;
/** One such word may be another way to say a thing ("who is footing the bill"); two of one article are its subject. */
const LEAST_TELLING = 2;
const NONE: ReadonlySet<Article['id']> = new Set();

/**
 * Lists the articles that a question is about by its words, if the one shown is none of them: it names somebody or something that
 * only they have, or it has words that tell the articles apart, two or more of one article, and the one shown has none of these.
 * A word counts as there in any of its forms, and one that is no name also by a related word. Empty if the one shown may be meant.
 */
export function* articlesMeant(
  question: string,
  { asked, shown, read, index }: ArticlesMeantOptions,
): Steps<ReadonlySet<Article['id']>> {
  const scope = { articles: new Set([shown.id]) };
  const places = (yield* index.steps.places(question, read, scope)).filter(({ isCommon }) => !isCommon);
  const missing = places.filter((place) => !isHere(place) && place.outside.length > 0);
  const names = new Set(asked.names.flat());
  const named = missing.filter(({ word }) => names.has(withoutPossessive(word)));
  if (named.length > 0) return articlesOf(named);
  const most = Math.max(1, DISTINCTIVE_SHARE * read.size);
  const tellsApart = (place: WordPlaces): boolean =>
    place.outside.length + Number(isHere(place)) <= most && rarityOf(stemOf(place.word)) >= LEAST_RARITY;
  if (places.some((place) => isHere(place) && tellsApart(place))) return NONE;
  const telling: WordPlaces[] = [];
  for (const place of missing.filter(tellsApart)) {
    const related = yield* index.steps.places(relatedStems(stemOf(place.word)).join(' '), read, scope);
    if (!related.some(isHere)) telling.push(place);
  }
  return articlesOf(telling, LEAST_TELLING);
}

/** Lists the articles that have at least so many of these words. */
function articlesOf(places: readonly WordPlaces[], least = 1): ReadonlySet<Article['id']> {
  const found = places.flatMap(({ outside }) => [...new Set(outside.map(({ article }) => article))]);
  return new Set(found.filter((id) => found.filter((other) => other === id).length >= least));
}

function isHere({ inSentence, beside }: WordPlaces): boolean {
  return inSentence || beside;
}

function withoutPossessive(word: string): string {
  return fold(word).replace(/(?:'s|[.'-])$/u, '');
}

function stemOf(word: string): string {
  return stemmerFor('en')(withoutPossessive(word));
}
