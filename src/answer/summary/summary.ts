import { isBodyBlock, type Article, type TextBlock } from '../../article/article.ts';
import { sectionsOf, type Section } from '../../article/sections.ts';
import { openingDateline } from '../../events/dates/dateline.ts';
import { excerptOfSentence, type Excerpt } from '../../excerpt/excerpt.ts';
import type { Answer, AnswerOf } from '../answer.ts';
import { onceBefore, withQuestion } from '../withBefore.ts';
import { finish, type Steps } from '../../runtime/steps/steps.ts';
import { restrict, type Library } from '../library.ts';
import { nothing } from '../nothing/nothing.ts';
import type { Candidate } from './lines.ts';
import { salient } from './salience.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/** The lengths of a summary: each holds the sentences of the one before it. */
export const SUMMARY_LENGTHS = ['brief', 'standard', 'full'] as const;
export type SummaryLength = (typeof SUMMARY_LENGTHS)[number];

interface SummaryOptions {
  readonly section?: Section | undefined;
  readonly length?: SummaryLength | undefined;
}

const SENTENCES: Readonly<Record<SummaryLength, number>> = { brief: 3, standard: 6, full: Number.POSITIVE_INFINITY };
/** The same for each of several articles that are summed up together. */
const SENTENCES_EACH: Readonly<Record<SummaryLength, number>> = { brief: 1, standard: 1, full: 3 };

interface Choice extends Candidate {
  readonly sentence: number;
}

/**
 * Sums an article or one of its sections up in its own sentences, in the order of the text: three when brief, six as
 * standard; when full these six, and one from each further paragraph that adds something.
 */
export function summary(article: Article, { section, length = 'standard' }: SummaryOptions = {}): readonly Excerpt[] {
  return onceBefore(mainSentences(article, { section, limit: SENTENCES[length] }).toSorted(bySpan));
}

/** Answers with the summary of one article or section; `nothing` if it has no sentence that could be part of one. */
export function summarize(
  article: Article,
  library: Library,
  { section, length = 'standard' }: SummaryOptions = {},
): Answer {
  const most = SENTENCES[length];
  // One more than is shown tells whether there is a longer summary.
  const sentences = mainSentences(article, { section, limit: most + 1 });
  if (sentences.length === 0) {
    const [from, to] = section?.blocks ?? [0, article.blocks.length];
    const texts = article.blocks.slice(from, to).filter(isBodyBlock);
    const cause = { sentences: texts.reduce((sum, block) => sum + block.sentences.length, 0) };
    return nothing('no-summary', { library, scope: { article, section: section?.number } }, { cause });
  }
  return {
    kind: 'summary',
    excerpts: onceBefore(sentences.slice(0, most).toSorted(bySpan)),
    ...(section ? { section: section.heading } : {}),
    ...otherLengths(length, SENTENCES, [sentences.length]),
  };
}

/** Answers with the main sentences of each of several articles, in their order: one each, three each when full. */
export function summarizeEach(articles: readonly Article[], library: Library, length: SummaryLength): Answer {
  return finish(summarizeEachSteps(articles, library, length));
}

/** Does what `summarizeEach` does, an article at a step. */
export function* summarizeEachSteps(
  articles: readonly Article[],
  library: Library,
  length: SummaryLength,
): Steps<Answer> {
  const most = SENTENCES_EACH[length];
  const found: (readonly Excerpt[])[] = [];
  for (const article of articles) {
    found.push(mainSentences(article, { limit: most + 1 }));
    yield;
  }
  const excerpts = onceBefore(found.flatMap((sentences) => sentences.slice(0, most).toSorted(bySpan)));
  if (excerpts.length === 0)
    return nothing('no-summary', { library: restrict(library, new Set(articles.map(({ id }) => id))) });
  const numbers = found.map((sentences) => sentences.length);
  return { kind: 'summary', excerpts, ...otherLengths(length, SENTENCES_EACH, numbers) };
}

/** Finds the nearest lengths that have fewer and more sentences; `found` has how many there are for each text, or just above the limit. */
function otherLengths(
  length: SummaryLength,
  limits: Readonly<Record<SummaryLength, number>>,
  found: readonly number[],
): Pick<AnswerOf<'summary'>, 'shorter' | 'longer'> {
  const at = SUMMARY_LENGTHS.indexOf(length);
  const shorter = SUMMARY_LENGTHS.slice(0, at).findLast((other) =>
    found.some((number) => limits[other] < Math.min(number, limits[length])),
  );
  const longer = SUMMARY_LENGTHS.slice(at + 1).find((other) =>
    found.some((number) => number > limits[length] && limits[other] > limits[length]),
  );
  return { ...(shorter === undefined ? {} : { shorter }), ...(longer === undefined ? {} : { longer }) };
}

/** The main sentences of an article or section, the best first, as far as they have been asked for. */
interface Ranking {
  readonly chosen: Pick<Choice, 'block' | 'sentence'>[];
  isComplete: boolean;
}

const rankings = new WeakMap<Article, Map<string, Ranking>>();

/** What of an article is summed up: `limit` sentences, and one more, which tells whether there is a longer summary. */
interface Part {
  readonly section?: Section | undefined;
  readonly limit: number;
}

/** Does ahead, in steps, what a summary of this length needs; `each`: if it is one of several articles. */
export function* prepareSummary(
  article: Article,
  { section, length = 'standard', each = false }: SummaryOptions & { readonly each?: boolean },
): Steps<void> {
  const most = (each ? SENTENCES_EACH : SENTENCES)[length];
  yield* extendRanking(article, { section, limit: most + 1 });
}

/** Does ahead what summaries of one or several articles need; one computation, so that short articles give way too. */
export function* prepareSummaries(articles: readonly Article[], length?: SummaryLength): Steps<void> {
  for (const article of articles) {
    yield* prepareSummary(article, { length, each: articles.length > 1 });
    yield;
  }
}

function mainSentences(article: Article, part: Part): readonly Excerpt[] {
  const { chosen } = finish(extendRanking(article, part));
  return chosen
    .slice(0, part.limit)
    .map(({ block, sentence }) =>
      withQuestion(article, block, withoutDateline(article, excerptOfSentence(article, block, sentence))),
    );
}

/** The dateline before an article's first sentence is left out: "LYON, May 3 (AFP) —" is no part of what it tells. */
function withoutDateline(article: Article, excerpt: Excerpt): Excerpt {
  const dateline = openingDateline(article)?.span;
  if (!dateline || excerpt.span[0] !== dateline[0] || excerpt.span[1] <= dateline[1]) return excerpt;
  const span = [dateline[1], excerpt.span[1]] as const;
  return { ...excerpt, span, text: article.source.slice(...span) };
}

/**
 * Ranks until there are as many as wanted. Ranked once an article, unless more are wanted later: what was chosen is kept,
 * and not what it was chosen by, which for thousands of articles would be much.
 */
function* extendRanking(article: Article, { section, limit }: Part): Steps<Ranking> {
  const ranking = rankingOf(article, section);
  if (ranking.chosen.length >= limit || ranking.isComplete) return ranking;
  const choices = choicesOf(article, section);
  const order = salient(choices, {
    free: SENTENCES.standard,
    title: section?.heading ?? article.title,
    language: article.language,
  });
  const chosen: number[] = [];
  while (chosen.length < limit && !ranking.isComplete) {
    const next = order.next();
    if (next.done === true) ranking.isComplete = true;
    else if (next.value !== undefined) chosen.push(next.value);
    yield;
  }
  for (const index of chosen.slice(ranking.chosen.length)) {
    const { block, sentence } = entryAt(choices, index);
    ranking.chosen.push({ block, sentence });
  }
  return ranking;
}

function rankingOf(article: Article, section: Section | undefined): Ranking {
  const key = section === undefined ? '' : String(section.number);
  const known = rankings.get(article) ?? new Map<string, Ranking>();
  rankings.set(article, known);
  const ranking = known.get(key) ?? { chosen: [], isComplete: false };
  known.set(key, ranking);
  return ranking;
}

function choicesOf(article: Article, section: Section | undefined): readonly Choice[] {
  const [from, to] = section?.blocks ?? [0, article.blocks.length];
  const numbers = section === undefined ? sectionNumbers(article) : [];
  return article.blocks
    .slice(from, to)
    .flatMap((block, index): readonly Choice[] =>
      isBodyBlock(block)
        ? sentenceChoices(article, block, { at: from + index, section: numbers[from + index] ?? 0 })
        : [],
    );
}

/** The number of the section that each block is in. */
function sectionNumbers(article: Article): readonly number[] {
  const numbers = article.blocks.map(() => 0);
  for (const { number, blocks } of sectionsOf(article)) numbers.fill(number, ...blocks);
  return numbers;
}

function bySpan(a: Excerpt, b: Excerpt): number {
  return a.span[0] - b.span[0];
}

function sentenceChoices(
  article: Article,
  block: TextBlock,
  { at, section }: { readonly at: number; readonly section: number },
): readonly Choice[] {
  const role = block.kind === 'paragraph' ? block.role : block.kind;
  return block.sentences.map((span, sentence) => ({
    text: article.source.slice(...span),
    block: at,
    sentence,
    section,
    role,
  }));
}
