import type { Library } from '../answer/library.ts';
import type { Article } from '../article/article.ts';
import { entryAt } from '../runtime/entryAt.ts';
import { finish, type Steps } from '../runtime/steps/steps.ts';
import type { Content, Schedule } from '../schedule/schedule.ts';
import { eventsOf, summaries } from './articleDigests.ts';
import type { Digest, DigestContext } from './digestResult.ts';
import { oneQuote } from './quoteDigests.ts';
import { nextSection, oneSection } from './sectionDigests.ts';

/** Builds what a schedule posts at a run. */
export function digest(schedule: Pick<Schedule, 'content'>, context: DigestContext): Digest {
  return finish(digestSteps(schedule, context));
}

/** Does what `digest` does, one article per step. */
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
