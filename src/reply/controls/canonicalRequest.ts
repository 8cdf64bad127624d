import type { Answer, AnswerOf } from '../../answer/answer.ts';
import type { Article } from '../../article/article.ts';
import { parseHandle } from '../../article/handle.ts';
import { formatReference } from '../../article/references/reference.ts';
import { sectionOfBlock, sectionsOf, type Section } from '../../article/sections.ts';
import type { Excerpt } from '../../excerpt/excerpt.ts';
import { contains } from '../../language/span.ts';
import { articleOf } from '../parts/renderContext.ts';
import type { Request } from './request.ts';
import { entryAt } from '../../runtime/entryAt.ts';

/**
 * Rewrites a request to be shorter and to mean the same on another day: a handle for a link, a section's number for its
 * name, and the article if none was named. Drops whether the answer was posted.
 */
export function canonicalRequest(
  { post: _, ...request }: Request,
  answer: Answer,
  articles: ReadonlyMap<string, Article>,
): Request {
  const changed = (more: Request['options']): Request => ({ ...request, options: { ...request.options, ...more } });
  if (answer.kind === 'outline') return changed({ article: answer.article });
  if (answer.kind === 'summary') return request.command === 'summary' ? changed(summarized(answer, articles)) : request;
  const excerpt = answer.kind === 'excerpts' ? answer.excerpts[0] : undefined;
  const article = excerpt && articleOf(excerpt, articles);
  if (!article) return request;
  if (request.command === 'section') {
    const section = sectionOf(article, excerpt);
    return section ? changed({ name: String(section.number), article: article.id }) : request;
  }
  const { text } = request.options;
  const handle = request.command === 'quote' && typeof text === 'string' ? parseHandle(text) : undefined;
  if (!handle) return request;
  const edition = handle.edition === undefined ? '' : `@${handle.edition}`;
  return changed({ text: `${handle.article}/${formatReference(handle.reference)}${edition}` });
}

/** The article of a summary, with its section's number; empty if there are several, since the request names those. */
function summarized(
  { excerpts, section }: AnswerOf<'summary'>,
  articles: ReadonlyMap<string, Article>,
): Request['options'] {
  const first = entryAt(excerpts, 0);
  if (excerpts.some(({ article }) => article !== first.article)) return {};
  const article = articleOf(first, articles);
  const part = section === undefined || !article ? undefined : sectionOf(article, first);
  return { article: first.article, ...(part ? { section: String(part.number) } : {}) };
}

function sectionOf(article: Article, excerpt: Excerpt): Section | undefined {
  const block = article.blocks.findIndex(({ span }) => contains(span, excerpt.span));
  return sectionOfBlock(sectionsOf(article), block);
}
