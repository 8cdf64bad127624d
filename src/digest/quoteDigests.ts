import { summary } from '../answer/summary/summary.ts';
import type { Article } from '../article/article.ts';
import { formatHandle } from '../article/handle.ts';
import { formatReferences } from '../article/references/references.ts';
import { parseReferences } from '../article/references/parseReferences.ts';
import { resolveReferences } from '../article/references/resolveReferences.ts';
import { type Excerpt, excerptOf } from '../excerpt/excerpt.ts';
import type { Steps } from '../runtime/steps/steps.ts';
import type { Content } from '../schedule/schedule.ts';
import type { Digest, DigestContext } from './digestResult.ts';

/** Posts the passage that was named, or the next of the sentences that summaries are made of. */
export function* oneQuote(
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
