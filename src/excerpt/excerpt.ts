import { z } from 'zod';
import { articleIdSchema, editionSchema, type Article } from '../article/article.ts';
import { entryAt } from '../runtime/entryAt.ts';
import { pagesOf } from '../article/pagesOf.ts';
import { passageOfBlock, passageOfSentences, type Passage } from '../article/passage.ts';
import { formatReference } from '../article/references/reference.ts';
import { sectionOfBlock, sectionsOf, type Section } from '../article/sections.ts';

const spanSchema = z.tuple([z.int().nonnegative(), z.int().nonnegative()]).readonly();

const citedSchema = z.object({
  article: articleIdSchema,
  edition: editionSchema,
  reference: z.string(),
  /** The heading it is under; null before the first one, and for title and standfirst. */
  section: z.string().nullable(),
  span: spanSchema,
  text: z.string(),
  /** The first and last page it is on, counted from 1 through the file that was imported; absent if that has no pages. */
  pages: z.tuple([z.int().positive(), z.int().positive()]).readonly().optional(),
});

/**
 * A span within one block, with what it takes to find it again. `text` is always `source.slice(...span)`; only
 * `excerptOf` makes one. `within` is what is shown around a sentence: the rest of its block.
 */
export const excerptSchema = citedSchema
  .extend({
    /** How well it answers, between 0 and 1; larger is better. */
    score: z.number().optional(),
    within: z.object({ reference: z.string(), span: spanSchema }).readonly().optional(),
    /** The words of it that answer a question, if they were found: a span of the source, within `span`. */
    answer: z.object({ span: spanSchema }).readonly().optional(),
    /** Where it has the words that were looked for: spans of the source, within `span`, in order. */
    found: z.array(spanSchema).readonly().optional(),
    /**
     * What is needed to understand this one: the sentence before if it opens with a pronoun or the like, the question that it
     * answers, or what leads in to the list that it is in.
     */
    before: citedSchema.readonly().optional(),
    /** What a quoted sentence is not whole without: the reply to its question, or the list that it leads in to. */
    after: z.array(citedSchema.readonly()).readonly().optional(),
  })
  .readonly();
export type Excerpt = z.infer<typeof excerptSchema>;

/** Makes the excerpt of a passage by slicing the article's source. */
export function excerptOf(article: Article, passage: Passage): Excerpt {
  const pages = pagesOf(entryAt(article.blocks, passage.block), passage.span);
  return {
    article: article.id,
    edition: article.edition,
    reference: formatReference(passage.reference),
    section: sectionOfBlock(cachedSections(article), passage.block)?.heading ?? null,
    span: passage.span,
    text: article.source.slice(...passage.span),
    ...(pages === undefined ? {} : { pages }),
  };
}

/** Makes the excerpt of one sentence (counted from 0), and says which block is shown around it. */
export function excerptOfSentence(article: Article, block: number, sentence: number): Excerpt {
  const around = passageOfBlock(article, block);
  return {
    ...excerptOf(article, passageOfSentences(article, block, [sentence, sentence + 1])),
    within: { reference: formatReference(around.reference), span: around.span },
  };
}

const sectionsByArticle = new WeakMap<Article, readonly Section[]>();

function cachedSections(article: Article): readonly Section[] {
  const known = sectionsByArticle.get(article);
  if (known) return known;
  const sections = sectionsOf(article);
  sectionsByArticle.set(article, sections);
  return sections;
}
