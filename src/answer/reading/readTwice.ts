import { entryAt } from '../../runtime/entryAt.ts';
import { inSlices } from '../../runtime/steps/inSlices.ts';
import type { QuestionAsked } from './questionAsked.ts';
import { readAgain } from './readAgain.ts';
import { readSentences, type Read, type ReadSentencesOptions } from './readSentences.ts';
import { orderSteps, READ_AGAIN, type FirstOrder, type ScoresAgain } from './weighReading.ts';

/** Sentences that are placed before a question is answered that may take its time; several seconds. */
const PLACED_FIRST_MAX = 3000;

/** What both readings say. */
export interface ReadTwice {
  readonly sentences: readonly Read[];
  readonly first: FirstOrder;
  /** Empty if there was no time for it. */
  readonly again: ScoresAgain;
}

export interface ReadTwiceOptions extends ReadSentencesOptions {
  readonly question: string;
}

/**
 * Reads the windows that promise most, and the likeliest sentences of them once more, in what is left of the budget. Undefined
 * if nothing could be read.
 */
export async function readTwice(
  asked: QuestionAsked,
  { question, ...options }: ReadTwiceOptions,
): Promise<ReadTwice | undefined> {
  const { articles, reader, meaning, turn, signal } = options;
  // Who waits without a limit, as at a terminal, waits for what is quick to place.
  if (!turn && meaning.missing(articles) <= PLACED_FIRST_MAX) await meaning.place(articles, signal);
  const sentences = await readSentences(question, options);
  if (!sentences) return undefined;
  const first = await inSlices(orderSteps(asked, sentences), signal);
  const likeliest = first.ranked.slice(0, READ_AGAIN);
  const left = turn?.left();
  if (left !== undefined && left <= 0) return { sentences, first, again: new Map() };
  const scores = await readAgain(
    question,
    likeliest.map((index) => entryAt(sentences, index)),
    { reader, budgetMs: left, signal },
  );
  // Half of them read once more could not be compared with the others.
  const isWhole = scores.every((score) => score !== undefined);
  return { sentences, first, again: new Map(isWhole ? likeliest.map((row, at) => [row, scores[at]!]) : []) };
}
