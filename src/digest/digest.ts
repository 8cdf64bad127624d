import type { Article } from '../article/article.ts';
import { sectionsOf, type Section } from '../article/sections.ts';
import { formatHandle } from '../article/handle.ts';
import { formatReferences, parseReferences, resolveReferences } from '../article/references.ts';
import type { Answer, AnswerOf } from '../answer/answer.ts';
import type { Library } from '../answer/library.ts';
import { hasText, readSection } from '../answer/section.ts';
import { summarize, summarizeEachSteps, summary } from '../answer/summary/summary.ts';
import { excerptOf, type Excerpt } from '../excerpt/excerpt.ts';
import type { Content, Schedule } from '../schedule/schedule.ts';
import { entryAt } from '../runtime/entryAt.ts';
import { finish, type Steps } from '../runtime/steps/steps.ts';

/** Characters of ids with which a request names its articles one by one; beyond that it says all. */
const NAMED_MAX_CHARS = 1000;

/** The command that shows the same, which the buttons below a digest use. */
interface DigestRequest {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/** Why there is nothing to post, or what is gone. */
export const DIGEST_DETAILS = [
  'article',
  'section',
  'passage',
  'no-article',
  'no-text',
  'plan-ended',
  'no-summary',
  'no-event',
  'no-event-today',
  'no-quote',
] as const;
export type DigestDetail = (typeof DIGEST_DETAILS)[number];

/** What a digest is about, for its heading. */
export type DigestTitle =
  | { readonly kind: 'article'; readonly title: string }
  | { readonly kind: 'articles'; readonly count: number }
  /** A section of an article; `heading` is null before the first heading, `isOnly` if the article has no other section. */
  | {
      readonly kind: 'section';
      readonly title: string;
      readonly heading: string | null;
      readonly isOnly: boolean;
      /** Its place in a reading plan, from 1. */
      readonly place?: { readonly number: number; readonly of: number };
    }
  | { readonly kind: 'events' | 'on-this-day' };

/**
 * What a digest posts. `next` is a reading plan's position after it, null if it ends there; absent for other content.
 * `nothing`: there is nothing for this day. `content-gone`: what it is about is no longer among the articles. A detail
 * names no article: it is kept, and shown later to people who may not see what could be seen then.
 */
export type Digest =
  | {
      readonly kind: 'answer';
      readonly answer: AnswerOf<'excerpts' | 'summary' | 'events'>;
      readonly request: DigestRequest;
      readonly title: DigestTitle;
      readonly next?: number | null;
    }
  | { readonly kind: 'nothing'; readonly detail: DigestDetail }
  | { readonly kind: 'content-gone'; readonly detail: DigestDetail };

interface DigestContext {
  readonly library: Library;
  /** Where a reading plan is, from 0. */
  readonly position: number;
  /** The day of the run on the wall of the schedule's zone, `2026-12-01`. */
  readonly day: string;
  /** Returns the events of articles; see the answer stage. */
  readonly events: (content: Extract<Content, { kind: 'events' }>, articles: readonly Article[], day: string) => Answer;
}

/** Makes what a schedule posts at a run. */
export function digest(schedule: Pick<Schedule, 'content'>, context: DigestContext): Digest {
  return finish(digestSteps(schedule, context));
}

/** Does what `digest` does, an article at a step. */
export function* digestSteps({ content }: Pick<Schedule, 'content'>, context: DigestContext): Steps<Digest> {
  const articles = articlesOf(content, context.library);
  if (articles === undefined) return { kind: 'content-gone', detail: 'article' };
  if (articles.length === 0) return { kind: 'nothing', detail: 'no-article' };
  switch (content.kind) {
    case 'sections':
      return yield* nextSection(content, articles, context);
    case 'section':
      return oneSection(content, entryAt(articles, 0), context);
    case 'summary':
      return yield* summaries(content, articles, context);
    case 'events':
      return eventsOf(content, articles, context);
    case 'quote':
      return yield* oneQuote(content, articles, context);
    default:
      return content satisfies never;
  }
}

function articlesOf({ article }: Content, { articles }: Library): readonly Article[] | undefined {
  if (article === undefined) return [...articles.values()];
  const one = articles.get(article);
  return one && [one];
}

function* nextSection(
  content: Extract<Content, { kind: 'sections' }>,
  articles: readonly Article[],
  context: DigestContext,
): Steps<Digest> {
  const sections = yield* plannedSections(articles);
  if (sections.length === 0) return { kind: 'nothing', detail: 'no-text' };
  if (context.position >= sections.length && content.after === 'end') return { kind: 'nothing', detail: 'plan-ended' };
  const position = context.position % sections.length;
  const { article, section } = entryAt(sections, position);
  const over = position + 1 === sections.length;
  const next = over ? (content.after === 'wrap' ? 0 : null) : position + 1;
  return {
    ...sectionDigest(article, section, { content, context }),
    next,
    title: { ...titleOf(article, section), place: { number: position + 1, of: sections.length } },
  };
}

/** Lists the sections that a reading plan goes through: those with text, an article at a step. */
export function* plannedSections(
  articles: readonly Article[],
): Steps<readonly { readonly article: Article; readonly section: Section }[]> {
  const planned: { readonly article: Article; readonly section: Section }[] = [];
  for (const article of articles) {
    for (const section of sectionsOf(article)) if (hasText(article, section)) planned.push({ article, section });
    yield;
  }
  return planned;
}

function oneSection(content: Extract<Content, { kind: 'section' }>, article: Article, context: DigestContext): Digest {
  const section = sectionsOf(article).find(({ heading, number }) =>
    heading === null
      ? number === 0 && content.section === '0'
      : heading.toLowerCase() === content.section.toLowerCase(),
  );
  if (!section || !readSection(article, section)) return { kind: 'content-gone', detail: 'section' };
  return sectionDigest(article, section, { content, context });
}

/** A section whole when full, else its summary. */
function sectionDigest(
  article: Article,
  section: Section,
  { content, context }: { readonly content: Content; readonly context: DigestContext },
): Extract<Digest, { kind: 'answer' }> {
  const title = titleOf(article, section);
  const name = String(section.number);
  const { length } = content;
  const answer = length === 'full' ? undefined : summarize(article, context.library, { section, length });
  if (answer?.kind === 'summary') {
    const request = { command: 'summary', options: { article: article.id, section: name, length } };
    return { kind: 'answer', answer, request, title };
  }
  const whole = readSection(article, section);
  if (!whole) throw new RangeError(`Section ${name} of ${article.id} has no text`);
  const request = { command: 'section', options: { name, article: article.id } };
  return { kind: 'answer', answer: whole, request, title };
}

function* summaries(
  content: Extract<Content, { kind: 'summary' }>,
  articles: readonly Article[],
  { library }: DigestContext,
): Steps<Digest> {
  const [first] = articles;
  if (articles.length === 1 && first) {
    const answer = summarize(first, library, { length: content.length });
    if (answer.kind !== 'summary') return { kind: 'nothing', detail: 'no-summary' };
    return {
      kind: 'answer',
      answer,
      request: { command: 'summary', options: { article: first.id, length: content.length } },
      title: { kind: 'article', title: first.title },
    };
  }
  const answer = yield* summarizeEachSteps(articles, library, content.length);
  if (answer.kind !== 'summary') return { kind: 'nothing', detail: 'no-summary' };
  const told = new Set(answer.excerpts.map(({ article }) => article));
  const shown = articles.filter(({ id }) => told.has(id));
  return {
    kind: 'answer',
    answer,
    request: { command: 'summary', options: { article: articleIds(shown), length: content.length } },
    title:
      shown.length === 1
        ? { kind: 'article', title: entryAt(shown, 0).title }
        : { kind: 'articles', count: shown.length },
  };
}

function eventsOf(
  content: Extract<Content, { kind: 'events' }>,
  articles: readonly Article[],
  { events, day }: DigestContext,
): Digest {
  const onThisDay = content.which === 'on-this-day';
  const answer = events(content, articles, day);
  if (answer.kind !== 'events')
    return {
      kind: 'nothing',
      detail: onThisDay ? 'no-event-today' : 'no-event',
    };
  const told = new Set(answer.events.map(({ excerpt }) => excerpt.article));
  const shown = articles.filter(({ id }) => told.has(id));
  const options = { article: articleIds(shown), ...(onThisDay ? { day: day.slice(5) } : {}) };
  return {
    kind: 'answer',
    answer,
    request: { command: 'event', options },
    title: { kind: onThisDay ? 'on-this-day' : 'events' },
  };
}

function* oneQuote(
  content: Extract<Content, { kind: 'quote' }>,
  articles: readonly Article[],
  context: DigestContext,
): Steps<Digest> {
  const [first] = articles;
  if (content.reference !== undefined && first) {
    const ranges = parseReferences(content.reference);
    const resolution = ranges && resolveReferences(first, ranges);
    if (resolution?.kind !== 'passages') return { kind: 'content-gone', detail: 'passage' };
    return quoteDigest(
      first,
      resolution.passages.map((passage) => excerptOf(first, passage)),
      formatReferences(resolution.passages.map(({ reference }) => reference)),
    );
  }
  const quotes: { readonly article: Article; readonly excerpt: Excerpt }[] = [];
  for (const article of articles) {
    for (const excerpt of summary(article, { length: 'full' })) quotes.push({ article, excerpt });
    yield;
  }
  const chosen = quotes[context.position % Math.max(1, quotes.length)];
  if (!chosen) return { kind: 'nothing', detail: 'no-quote' };
  const next = (context.position + 1) % quotes.length;
  return { ...quoteDigest(chosen.article, [chosen.excerpt], chosen.excerpt.reference), next };
}

function quoteDigest(
  article: Article,
  excerpts: readonly Excerpt[],
  reference: string,
): Extract<Digest, { kind: 'answer' }> {
  const request = { command: 'quote', options: { text: formatHandle(article, reference) } };
  const title = { kind: 'article', title: article.title } as const;
  return { kind: 'answer', answer: { kind: 'excerpts', excerpts, more: 0 }, request, title };
}

function titleOf(article: Article, { heading }: Section): Extract<DigestTitle, { kind: 'section' }> {
  return { kind: 'section', title: article.title, heading, isOnly: sectionsOf(article).length === 1 };
}

/** Names articles as the option `article` takes them. */
function articleIds(articles: readonly Article[]): string {
  const ids = articles.map(({ id }) => id).join(',');
  return ids.length <= NAMED_MAX_CHARS ? ids : '*';
}
