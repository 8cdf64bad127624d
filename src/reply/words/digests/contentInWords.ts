import type { Article } from '../../../article/article.ts';
import type { Content } from '../../../schedule/schedule.ts';

const NOT_HERE = 'an article that is not available here';
const UNAVAILABLE: Readonly<Record<Content['kind'], string>> = {
  sections: `the sections of ${NOT_HERE}`,
  section: `a section of ${NOT_HERE}`,
  summary: `the summary of ${NOT_HERE}`,
  events: `the events of ${NOT_HERE}`,
  quote: `a quote from ${NOT_HERE}`,
};

/** Says in words what a schedule posts, such as "one section per run, through “Title” (in full), then starts over". */
export function contentInWords(content: Content, articles: ReadonlyMap<string, Article>): string {
  const article = content.article === undefined ? undefined : articles.get(content.article);
  // Neither its id nor a heading of it may be shown where the article may not.
  if (content.article !== undefined && !article) return UNAVAILABLE[content.kind];
  const of = article === undefined ? 'all articles' : `“${article.title}”`;
  const length = content.length === 'full' ? 'in full' : `${content.length} length`;
  switch (content.kind) {
    case 'sections':
      return `one section per run, through ${of} (${length}), then ${content.after === 'wrap' ? 'starts over' : 'ends'}`;
    case 'section':
      return `${content.section === '0' ? 'the part without a heading' : `the section “${content.section}”`} of ${of} (${length})`;
    case 'summary':
      if (content.article === undefined) return `a summary of ${of} (${length})`;
      return `the summary of ${of} (${length})`;
    case 'events':
      return content.which === 'all' ? `the events of ${of}` : `the events of ${of} that were on this day`;
    case 'quote':
      return content.reference === undefined
        ? `a quote from ${of}, the next one at each run`
        : `${content.reference} of ${of}`;
    default:
      return content satisfies never;
  }
}
