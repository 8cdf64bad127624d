import type { Edition } from '../../article/article.ts';
import { sectionOfBlock, sectionsOf } from '../../article/sections.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import type { WordPlaces } from '../../search/features/wordPlaces.ts';
import { articleFound } from '../hits.ts';
import type { Library, Scope } from '../library.ts';
import type { AnswerCause } from '../schema/nothingAnswer.ts';
import type { FruitlessSearch } from './fruitlessSearch.ts';

/** Other articles and sections that are named for words outside the scope. */
const MAX_ELSEWHERE = 3;

type Elsewhere = NonNullable<AnswerCause['elsewhere']>;

/** Names the sections and articles that hold words which the scope has not, those with most of them first. */
export function elsewhereOf(words: readonly WordPlaces[], { library, scope }: FruitlessSearch): Elsewhere {
  if (!scope.article) return [];
  const absent = words.filter((word) => !isThere(word) && !word.isCommon);
  const places = absent.flatMap(({ word, outside }) => outside.map((place) => ({ ...place, word })));
  return gathered(places, library, scope);
}

/** Names the sections and articles outside the scope that contain a phrase. */
export function* phrasesElsewhere(phrase: string, { library, scope }: FruitlessSearch): Steps<Elsewhere> {
  if (!scope.article) return [];
  const hits = yield* library.index.steps.literal(phrase, { articles: new Set(library.articles.keys()), limit: 50 });
  return gathered(
    hits.map(({ article, edition, block }) => ({ article, edition, block, word: phrase })),
    library,
    scope,
  );
}

function gathered(
  places: readonly {
    readonly article: string;
    readonly edition: Edition;
    readonly block: number;
    readonly word: string;
  }[],
  library: Library,
  { article: own, section }: Scope,
): Elsewhere {
  const found = new Map<string, { words: Set<string>; place: Omit<Elsewhere[number], 'words'> }>();
  for (const { article: id, edition, block, word } of places) {
    const article = articleFound(library, { article: id, edition });
    if (!article) continue;
    const part = id === own?.id && section !== undefined ? sectionOfBlock(sectionsOf(article), block) : undefined;
    const key = `${id} ${part?.number ?? ''}`;
    const place = {
      article: article.id,
      ...(part ? { section: { number: part.number, heading: part.heading } } : {}),
    };
    const entry = found.get(key) ?? { words: new Set(), place };
    found.set(key, entry);
    entry.words.add(word);
  }
  return [...found.values()]
    .sort((a, b) => b.words.size - a.words.size)
    .slice(0, MAX_ELSEWHERE)
    .map(({ words, place }) => ({ ...place, words: [...words] }));
}

/** Whether a word is in what was searched. */
export function isThere({ inSentence, beside }: WordPlaces): boolean {
  return inSentence || beside;
}
