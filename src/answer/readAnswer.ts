import { movedSpan } from '../language/span.ts';
import { excerptOfSentence, type Excerpt } from '../excerpt/excerpt.ts';
import { beyondSources } from '../language/beyondSources.ts';
import { documentAsked } from '../language/documentQuestion.ts';
import type { Steps } from '../runtime/steps/steps.ts';
import { inSlices } from '../runtime/steps/inSlices.ts';
import type { Hit } from '../search/hit.ts';
import type { Answer } from './answer.ts';
import {
  answerByWords,
  excerptsOf,
  findByWords,
  LEAST_SCORE,
  nothingFound,
  withRepliesOf,
  type AskOptions,
  type Found,
} from './ask.ts';
import { documentAnswer } from './documentAnswer.ts';
import { articleFound } from './hits.ts';
import { restrict, type Library } from './library.ts';
import { wholePhrase } from './marking/wholePhrase.ts';
import { nothing } from './nothing/nothing.ts';
import {
  hitOf,
  HITS_READ,
  orderByReading,
  type Languages,
  type Ranked,
  type ReadingOptions,
} from './reading/orderByReading.ts';
import { bothSides } from './reading/beside/bothSides.ts';
import type { QuestionKind } from './reading/questionAsked.ts';
import { sideBySide } from './reading/beside/sideBySide.ts';
import { onceBefore, withBefore } from './withBefore.ts';

/** Excerpts from one block: what answers "why" and "how" is often said in two sentences side by side. */
const MAX_FROM_BLOCK = 2;
/** Excerpts from one of several articles. */
const MAX_FROM_ONE = 3;

/**
 * Answers a question by reading: the words find what is worth reading, and the reader, words and what is asked for
 * together decide the order, and whether there is an answer at all. Keywords, phrases and what is not English are answered by their
 * words; so is everything when there is no reader, or it is too busy (`read` is false then). A question about the document as a
 * whole is answered by its summary, what is known of it, or its end; one that no text can answer, by saying so.
 */
export async function readAnswer(
  question: string,
  library: Library,
  { reader, meaning, budgetMs, now, signal, ...options }: AskOptions & ReadingOptions,
): Promise<Answer> {
  const about = documentAsked(question);
  if (about) return inSlices(documentAnswer(about, library, options), signal);
  const found = await inSlices(findByWords(question, library, { ...options, limit: HITS_READ }), signal);
  if (isBeyond(found)) return nothing('beyond-sources', { library, scope: found.scope });
  const reading = await orderByReading(found, { reader, meaning, budgetMs, now, signal });
  if (reading.kind !== 'read')
    return inSlices(answerByWords(reading.kind === 'unread' ? { ...found, read: false } : found), signal);
  const { asked, ranked, isAnswered, languages } = reading;
  if (!isAnswered) {
    const unread = await inSlices(findUnread(found, languages), signal);
    if (unread?.result.answered) return inSlices(answerByWords({ ...unread, read: false }), signal);
    return inSlices(nothingFound({ ...found, hits: ranked.map(hitOf), read: true }), signal);
  }
  const sides = inPairs(asked.kind, ranked);
  const likely = sides.filter((one, at) => at === 0 || one.likely >= LEAST_SCORE);
  const shown = atMost(likely, MAX_FROM_BLOCK, ({ article, at: [block] }) => `${article.id} ${block}`);
  const several = languages.english.length + languages.others.length > 1;
  const fromEach = atMost(shown, several ? MAX_FROM_ONE : Infinity, ({ article }) => article.id);
  return inSlices(shownAs(found, fromEach), signal);
}

function* shownAs(found: Found, ranked: readonly Ranked[]): Steps<Answer> {
  const excerpts: Excerpt[] = [];
  for (const one of ranked) excerpts.push(yield* excerptOfRead(one));
  return excerptsOf(onceBefore(withRepliesOf(found, excerpts)), true);
}

/** Whether no text can answer what is asked, and none of the sentences found has the very words of it. */
function isBeyond({ question, hits, library }: Found): boolean {
  const beyond = beyondSources(question);
  if (beyond === undefined || beyond === 'clock') return beyond !== undefined;
  if (beyond === 'writing') return !hits.some(({ matchedShare }) => matchedShare === 1);
  const sum = question.slice(question.search(/\d/u)).replace(/[^\d]+$/u, '');
  return !/\D/u.test(sum) || !hits.some((hit) => quotedAt(library, hit)?.includes(sum) === true);
}

function quotedAt(library: Library, hit: Hit): string | undefined {
  return articleFound(library, hit)?.source.slice(...hit.span);
}

/** Looks for the words of a question in the articles that could not be read; undefined if there are none. */
function* findUnread({ question, library, options }: Found, { others }: Languages): Steps<Found | undefined> {
  if (others.length === 0) return undefined;
  const unread = restrict(library, new Set(others.map(({ id }) => id)));
  return yield* findByWords(question, unread, { isPlain: options.isPlain });
}

/** What decides yes or no may be said twice, and differently; why and how, in two sentences side by side. */
function inPairs(kind: QuestionKind, ranked: readonly Ranked[]): readonly Ranked[] {
  if (kind === 'yes-no') return bothSides(ranked);
  return kind === 'why' || kind === 'how' ? sideBySide(ranked) : ranked;
}

function* excerptOfRead({
  article,
  at: [block, sentence],
  text,
  span,
  spanScore,
  likely,
  tagged,
}: Ranked): Steps<Excerpt> {
  const excerpt = withBefore(excerptOfSentence(article, block, sentence), { article, block, sentence });
  const marked = spanScore > 0 ? yield* wholePhrase(text, span, tagged) : undefined;
  return {
    ...excerpt,
    score: likely,
    ...(marked && marked[0] < marked[1] ? { answer: { span: movedSpan(marked, excerpt.span[0]) } } : {}),
  };
}

/** Leaves the first so many of each group. */
function atMost<One>(ranked: readonly One[], most: number, groupOf: (one: One) => string): readonly One[] {
  const counts = new Map<string, number>();
  return ranked.filter((one) => {
    const group = groupOf(one);
    const count = (counts.get(group) ?? 0) + 1;
    counts.set(group, count);
    return count <= most;
  });
}
