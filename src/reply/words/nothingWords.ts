import type { AnswerCause } from '../../answer/schema/nothingAnswer.ts';
import type { AnswerOf } from '../../answer/answer.ts';
import type { AnswerScope } from '../../answer/schema/scope.ts';
import type { Article } from '../../article/article.ts';
import { counted, listed } from './counted.ts';
import { NO_ARTICLE } from './sourceWords.ts';
import { readingNotes } from './events/eventNotes.ts';
import { edtfInWords } from './events/edtfInWords.ts';
import { truncate } from '../truncate.ts';

type Nothing = AnswerOf<'nothing'>;
type Nearness = NonNullable<AnswerOf<'excerpts'>['near']>['passages'][number];

interface WordsContext {
  readonly articles: ReadonlyMap<string, Article>;
}

const WORDS_SHOWN = 12;
/** Up to this many words are named in the sentence itself; otherwise it says "none of these words". */
const WORDS_NAMED = 3;
const WORD_MAX_CHARS = 60;
const PHRASE_MAX_CHARS = 200;
const TITLE_MAX_CHARS = 80;

/** Says why there is no answer, in a sentence or two. Plain text that contains what users typed and article titles. */
export function reasonInWords(answer: Nothing, context: WordsContext): string {
  const { reason, unmatched, cause = {}, searched } = answer;
  const where = `in ${scopeInWords(cause.scope, searched, context.articles)}`;
  switch (reason) {
    case 'no-articles':
      return NO_ARTICLE;
    case 'no-words':
      return 'There is no word in this to look for.';
    case 'no-match':
    case 'outside-scope':
      return absentInWords(unmatched, cause, where);
    case 'common-words':
      return `These are common words, and no sentence ${where} has them in this order.`;
    case 'no-phrase':
      return absentPhraseInWords(cause, where);
    case 'phrases-apart':
      return phrasesApartInWords(cause.phrases ?? [], where);
    case 'excluded':
      return excludedInWords(cause);
    case 'no-sentence':
      return `No sentence ${where} has these words; only headings, titles, credits, page furniture or struck-out text have any of them.`;
    case 'no-answer':
      return 'No sentence clearly answers this.';
    case 'beyond-sources':
      return 'I only quote the sources: I don’t calculate, write or translate, or tell the time.';
    case 'no-event':
      return eventsInWords(answer, context);
    case 'no-summary':
      return cause.sentences === 0
        ? `There is no sentence ${where} to sum it up with.`
        : `No sentence ${where} can stand in a summary by itself.`;
    default:
      return 'Nothing was found.';
  }
}

/** Says which words are missing from the scope, where else they occur, and what was not read; a sentence each. */
export function detailsInWords(answer: Nothing, { articles }: WordsContext): readonly string[] {
  const { reason, unmatched, cause = {}, searched } = answer;
  const isSaid = (reason === 'no-match' || reason === 'outside-scope') && unmatched.length <= WORDS_NAMED;
  const where = scopeInWords(cause.scope, searched, articles);
  const absent = reason === 'no-event' ? 'No event here mentions' : `Not ${isSaid ? '' : `in ${where}`}`;
  return [
    ...(unmatched.length === 0 || isSaid ? [] : [`${absent}: ${wordsInWords(unmatched)}.`]),
    ...(cause.elsewhere ?? []).map(
      ({ words, ...place }) =>
        `${wordsInWords(words)} ${words.length === 1 ? 'occurs' : 'occur'} in ${placeInWords(place, articles)}.`,
    ),
    ...readingNotes(answer),
  ];
}

/** Introduces passages that are shown although they are not an answer. */
export const CLOSEST = 'Closest:';

/** Says that passages do not have the words exactly as typed. */
export function nearInWords({ near }: AnswerOf<'excerpts'>, { articles }: WordsContext): string | undefined {
  if (!near) return undefined;
  const where = near.scope ? ` in ${placeInWords(near.scope, articles)}` : '';
  return `No sentence${where} has these words as typed. ${CLOSEST}`;
}

/** Says how close a passage is: how many of the words it has, and what it has instead of others. */
export function nearnessInWords({ held, of, differences }: Nearness): string {
  const share =
    of === 1 || held === 0
      ? []
      : [
          held === of
            ? `has ${of === 2 ? 'both' : `all ${of}`} words, but not exactly as typed`
            : `has ${held} of the ${of} words`,
        ];
  const told = differences.map(({ kind, typed, source }) => {
    const [mine, theirs] = [`“${truncate(typed, WORD_MAX_CHARS)}”`, `“${truncate(source, WORD_MAX_CHARS)}”`];
    if (typed === '') return kind === 'negation' ? `has ${theirs}, which you did not type` : `has ${theirs}`;
    return source === '' ? `does not have ${mine}` : `has ${theirs}, not ${mine}`;
  });
  const line = [...share, ...told].join('; ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** Says that there is no such reference, and that the typed text was found as words instead. */
export function noSuchReference(
  { reference, typed }: { readonly reference: string; readonly typed: string },
  asked: readonly Article[],
): string {
  const [only, ...others] = asked;
  const isOne = only !== undefined && others.length === 0;
  const where = isOne ? `“${truncate(only.title, TITLE_MAX_CHARS)}” has` : 'The articles searched have';
  return `${where} no ${reference}, but “${truncate(typed, WORD_MAX_CHARS)}” is in ${isOne ? 'its' : 'their'} text.`;
}

/** Names the scope of a search: a section, an article, or all articles. */
function scopeInWords(
  scope: AnswerScope | undefined,
  searched: Nothing['searched'],
  articles: ReadonlyMap<string, Article>,
): string {
  if (scope) return placeInWords(scope, articles);
  const [only] = searched;
  if (searched.length === 1 && only) return placeInWords({ article: only.article }, articles);
  return `the ${searched.length.toLocaleString('en')} articles searched`;
}

/** Names an article by its title, and a section by its heading. */
export function placeInWords({ article, section }: AnswerScope, articles: ReadonlyMap<string, Article>): string {
  const title = `“${truncate(articles.get(article)?.title ?? article, TITLE_MAX_CHARS)}”`;
  if (!section || (section.heading === null && !hasHeadings(articles.get(article)))) return title;
  const name =
    section.heading === null
      ? 'the part before the first heading'
      : `section “${truncate(section.heading, TITLE_MAX_CHARS)}”`;
  return `${name} of ${title}`;
}

function hasHeadings(article: Article | undefined): boolean {
  return article?.blocks.some(({ kind }) => kind === 'heading') ?? true;
}

function absentInWords(unmatched: readonly string[], { common = [] }: AnswerCause, where: string): string {
  if (unmatched.length > 0 && unmatched.length <= WORDS_NAMED)
    return `${wordsInWords(unmatched)} ${unmatched.length === 1 ? 'does' : 'do'} not occur ${where}.`;
  if (common.length === 0) return `None of these words occurs ${where}.`;
  return `Apart from common words such as ${wordsInWords(common.slice(0, 2))}, none of these words occurs ${where}.`;
}

function absentPhraseInWords({ phrases = [], incomplete }: AnswerCause, where: string): string {
  const [first] = phrases;
  if (!first) return `No sentence ${where} has these words as typed.`;
  const named = listed(phrases.map(({ text }) => phrase(text)));
  if (incomplete) return `No sentence ${where} has ${named}.`;
  return phrases.length === 1 ? `${named} does not occur ${where}.` : `${named} do not occur ${where}.`;
}

function excludedInWords({ phrases = [], excluded }: AnswerCause): string {
  if (!excluded) return 'Every sentence found has a word that you excluded.';
  const { sentences } = excluded;
  const has = sentences === 1 ? 'has' : 'have';
  const what = phrases.length > 0 ? listed(phrases.map(({ text }) => phrase(text))) : 'all of these words, in any form';
  const all = sentences === 1 ? 'it has' : sentences === 2 ? 'both have' : 'all of them have';
  const taking = excluded.words.filter((word) => word.sentences > 0).map(({ word }) => word);
  const words = listed(taking.slice(0, WORDS_SHOWN).map(inQuotes), 'or');
  return `${counted(sentences, 'sentence')} ${has} ${what}; ${all} ${words}, which you excluded.`;
}

function phrasesApartInWords(phrases: NonNullable<AnswerCause['phrases']>, where: string): string {
  const named = listed(phrases.map(({ text }) => phrase(text)));
  return phrases.length === 1
    ? `No sentence ${where} has ${named} in one piece, but it occurs there across sentences or in a heading.`
    : `No sentence ${where} has all of these: ${named}. Each occurs there.`;
}

function eventsInWords({ cause = {}, searched }: Nothing, { articles }: WordsContext): string {
  const where = scopeInWords(cause.scope, searched, articles);
  if (!cause.events) return `No event found in ${where} fits.`;
  const { count, first, last } = cause.events;
  if (count === 0) return `No event was found in ${where}.`;
  const dates =
    first === null || last === null
      ? ''
      : count === 1
        ? `; its date: ${edtfInWords(first)}`
        : `; earliest: ${edtfInWords(first)}, latest: ${edtfInWords(last)}`;
  return `${count === 1 ? 'The one event' : `None of the ${counted(count, 'event')}`} found in ${where} ${count === 1 ? 'does not fit' : 'fits'} what you asked for${dates}.`;
}

function wordsInWords(words: readonly string[]): string {
  const rest = words.length - WORDS_SHOWN;
  const shown = words.slice(0, WORDS_SHOWN).map(inQuotes);
  return listed(rest > 0 ? [...shown, counted(rest, 'more word')] : shown);
}

function inQuotes(word: string): string {
  return `“${truncate(word, WORD_MAX_CHARS)}”`;
}

function phrase(text: string): string {
  return `“${truncate(text, PHRASE_MAX_CHARS)}”`;
}
