import type { Article } from '../../article/article.ts';
import { sectionsOf } from '../../article/sections.ts';
import type { AnswerOf } from '../../answer/answer.ts';
import { counted } from './counted.ts';
import { truncate } from '../truncate.ts';
import { entryAt } from '../../runtime/entryAt.ts';

const TITLE_MAX_CHARS = 160;

/** A heading: the name, to be set off, and the words after it. */
export interface NamedHeading {
  readonly name: string;
  readonly after: string;
}

/**
 * Says what a summary is of: an article, one of its sections, or how many articles. Several are not named here, since
 * the citation below each sentence does that.
 */
export function summaryHeading(
  { excerpts, section }: AnswerOf<'summary'>,
  articles: ReadonlyMap<string, Article>,
): NamedHeading {
  const ids = [...new Set(excerpts.map(({ article }) => article))];
  // What goes before a sentence, such as the question that it answers, is shown too.
  const shown = excerpts.length + excerpts.filter(({ before }) => before !== undefined).length;
  const sentences = counted(shown, 'sentence');
  if (ids.length > 1) {
    const after = shown === ids.length ? ', one sentence from each:' : ` in ${sentences} of their own:`;
    return { name: counted(ids.length, 'article'), after };
  }
  const { name, after } = sectionHeading(entryAt(ids, 0), section, articles);
  const order = shown === 1 ? '' : ', in the order of the text';
  return { name, after: `${after} in ${sentences} of its own${order}:` };
}

/** Names a section (null: what is before the first heading) with its article; undefined is the whole article. */
export function sectionHeading(
  id: string,
  section: string | null | undefined,
  articles: ReadonlyMap<string, Article>,
): NamedHeading {
  const article = articles.get(id);
  const title = truncate(article?.title ?? id, TITLE_MAX_CHARS);
  if (typeof section === 'string') return { name: `${truncate(section, TITLE_MAX_CHARS)} · ${title}`, after: '' };
  const hasHeadings = article !== undefined && sectionsOf(article).some(({ heading }) => heading !== null);
  return { name: title, after: section === null && hasHeadings ? ', before its first heading,' : '' };
}
