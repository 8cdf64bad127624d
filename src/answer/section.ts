import { type Article, isBodyBlock } from '../article/article.ts';
import { passageOfBlock } from '../article/passage.ts';
import { sectionsOf, type Section } from '../article/sections.ts';
import { excerptOf } from '../excerpt/excerpt.ts';
import type { AnswerOf } from './answer.ts';

/** Lists an article's sections with the paragraphs they hold. */
export function outline(article: Article): AnswerOf<'outline'> {
  const sections = sectionsOf(article).map(({ heading, paragraphs, span }) => ({ heading, paragraphs, span }));
  return { kind: 'outline', article: article.id, sections };
}

/** Whether a section has anything to quote. */
export function hasText({ blocks }: Article, { blocks: [from, to] }: Section): boolean {
  return blocks.slice(from, to).some(isBodyBlock);
}

/** Quotes a section whole: its paragraphs and captions in the order of the text. */
export function readSection(article: Article, { blocks: [from, to] }: Section): AnswerOf<'excerpts'> | undefined {
  const excerpts = article.blocks
    .slice(from, to)
    .flatMap((block, at) => (isBodyBlock(block) ? [excerptOf(article, passageOfBlock(article, from + at))] : []));
  return excerpts.length === 0 ? undefined : { kind: 'excerpts', excerpts, more: 0 };
}
