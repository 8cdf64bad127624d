import { isTextBlock, type Article } from '../article/article.ts';
import type { Span } from '../language/span.ts';
import { wordKind } from '../language/wordKind.ts';
import { wordsOf } from '../language/words.ts';

/** Words of the source that a quotation leaves out; flagged where they turn its meaning round or change an amount. */
export interface Omission {
  readonly text: string;
  readonly span: Span;
  readonly flag?: 'negation' | 'number';
}

/** Describes what an omission mark leaves out; nothing where that is punctuation at most. */
export function omittedAt(article: Article, span: Span): readonly Omission[] {
  const text = article.source.slice(...span);
  if (wordsOf(text).length === 0) return [];
  const kinds = wordsOf(text).map((word) => wordKind(word.text, article.language));
  const flag = kinds.includes('negation') ? 'negation' : kinds.includes('number') ? 'number' : undefined;
  return [{ text, span, ...(flag ? { flag } : {}) }];
}

/** Words before a quotation among which a negation still reaches into it. */
const NEGATION_REACH = 3;

/**
 * Finds the negation or number just before a quotation's first word, in the same sentence: what a quotation that begins
 * in the middle of a sentence can hide.
 */
export function omittedBefore({ blocks, source, language }: Article, start: number): readonly Omission[] {
  const block = blocks.find(({ span }) => span[0] <= start && start < span[1]);
  if (!block) return [];
  const sentence = isTextBlock(block) ? block.sentences.find(([from, to]) => from <= start && start < to) : block.span;
  const clause = /[^!?;:\n—–]*$/u.exec(source.slice(sentence?.[0] ?? start, start))![0];
  const words = wordsOf(clause).slice(-NEGATION_REACH);
  const offset = start - clause.length;
  const found = words.findLast(({ text }, index) => {
    const kind = wordKind(text, language);
    return kind === 'negation' || (kind === 'number' && index === words.length - 1);
  });
  if (!found) return [];
  const span: Span = [offset + found.span[0], offset + found.span[1]];
  const kind = wordKind(found.text, language);
  return [{ text: source.slice(...span), span, flag: kind === 'number' ? 'number' : 'negation' }];
}
