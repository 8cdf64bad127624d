import type { Article } from '../article/article.ts';
import { isTextBlock } from '../article/article.ts';
import { passageOfBlock } from '../article/passage.ts';
import { sectionsOf, type Section } from '../article/section.ts';
import { excerptOf } from '../excerpt/excerpt.ts';
import type { AnswerOf } from './answer.ts';

/** Lists an article's sections with the paragraphs they hold. */
export function outline(article: Article): AnswerOf<'outline'> {
  const sections = sectionsOf(article).map(({ heading, paragraphs, span }) => ({ heading, paragraphs, span }));
  return { kind: 'outline', article: article.id, sections };
}

/** Quotes a section whole: its paragraphs and captions in the order of the text. */
export function readSection(article: Article, { blocks: [from, to] }: Section): AnswerOf<'excerpts'> | undefined {
  const excerpts = article.blocks.flatMap((block, index) =>
    from <= index && index < to && isTextBlock(block) ? [excerptOf(article, passageOfBlock(article, index))] : [],
  );
  return excerpts.length === 0 ? undefined : { kind: 'excerpts', excerpts, more: 0 };
}
