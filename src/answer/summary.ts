import { isTextBlock, type Article, type TextBlock } from '../article/article.ts';
import type { Section } from '../article/section.ts';
import { excerptOfSentence, type Excerpt } from '../excerpt/excerpt.ts';
import type { Answer } from './answer.ts';
import type { Library } from './library.ts';
import { nothing } from './nothing.ts';
import { salient, type Candidate } from './salience.ts';

/** How long a summary is. */
export type SummaryLength = 'brief' | 'standard' | 'full';

const SENTENCES: Readonly<Record<SummaryLength, number>> = { brief: 3, standard: 6, full: Number.POSITIVE_INFINITY };
/** Captions, and what stands in tables, notes and code, sum a text up only when nothing else does. */
const ASIDE_WEIGHT = 0.4;

interface Choice extends Candidate {
  readonly sentence: number;
}

/**
 * Sums an article or one of its sections up in its own sentences, in the order of the text: three when brief, six as
 * standard, one a paragraph at most when full.
 */
export function summary(
  article: Article,
  {
    section,
    length = 'standard',
  }: { readonly section?: Section | undefined; readonly length?: SummaryLength | undefined } = {},
): readonly Excerpt[] {
  const [from, to] = section?.blocks ?? [0, article.blocks.length];
  const choices = article.blocks.flatMap((block, index): readonly Choice[] =>
    isTextBlock(block) && from <= index && index < to ? sentencesOf(article, block, index) : [],
  );
  const chosen = salient(choices, {
    count: SENTENCES[length],
    title: section?.heading ?? article.title,
    language: article.language,
    onePerBlock: length === 'full',
  });
  return chosen.map((index) => excerptOfSentence(article, choices[index]!.block, choices[index]!.sentence));
}

/** Answers with the summary of one article or section; `nothing` where it has no sentence that could stand in one. */
export function summarize(
  article: Article,
  library: Library,
  options: { readonly section?: Section | undefined; readonly length?: SummaryLength | undefined },
): Answer {
  const excerpts = summary(article, options);
  return excerpts.length === 0 ? nothing('no-summary', { library, scope: { article } }) : { kind: 'summary', excerpts };
}

function sentencesOf(article: Article, block: TextBlock, index: number): readonly Choice[] {
  const aside =
    block.kind === 'caption' ||
    (block.kind === 'paragraph' && block.role !== undefined && block.role !== 'item' && block.role !== 'quote');
  return block.sentences.map((span, sentence) => ({
    text: article.source.slice(...span),
    block: index,
    sentence,
    ...(aside ? { weight: ASIDE_WEIGHT } : {}),
  }));
}
