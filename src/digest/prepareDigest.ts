import type { Article } from '../article/article.ts';
import { sectionsOf } from '../article/sections.ts';
import type { Library } from '../answer/library.ts';
import { prepareEvents } from '../answer/prepare.ts';
import { prepareSummary } from '../answer/summary/summary.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Steps } from '../runtime/steps/steps.ts';
import { plannedSections } from './sectionDigests.ts';

/** Computes in steps what takes `digest` long with many or long articles: their events and summaries. */
export function* prepareDigest(
  { content }: Pick<Schedule, 'content'>,
  { library, position }: { readonly library: Library; readonly position: number },
): Steps<void> {
  const { articles } = library;
  const one = content.article === undefined ? undefined : articles.get(content.article);
  const wanted: readonly Article[] = content.article === undefined ? [...articles.values()] : one ? [one] : [];
  switch (content.kind) {
    case 'events':
      return yield* prepareEvents(wanted);
    case 'summary':
      for (const article of wanted) yield* prepareSummary(article, { length: content.length, each: wanted.length > 1 });
      return;
    case 'quote':
      if (content.reference !== undefined) return;
      for (const article of wanted) yield* prepareSummary(article, { length: 'full' });
      return;
    case 'section':
    case 'sections': {
      if (content.length === 'full') return;
      const parts =
        content.kind === 'section'
          ? wanted.flatMap((article) => sectionsOf(article).map((section) => ({ article, section })))
          : yield* plannedSections(wanted);
      const next =
        content.kind === 'section'
          ? parts.find(({ section }) => section.heading?.toLowerCase() === content.section.toLowerCase())
          : parts[position % Math.max(1, parts.length)];
      if (next) yield* prepareSummary(next.article, { section: next.section, length: content.length });
      return;
    }
    default:
      return content satisfies never;
  }
}
