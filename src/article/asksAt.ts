import { isAsking } from '../language/isAsking.ts';
import type { Span } from '../language/span.ts';
import { isTextBlock, type Article, type Block } from './article.ts';

/** From so many questions with a reply on, and such a share of all paragraphs, a text is an interview. */
const TURNS_MIN = 3;
const SHARE_MIN = 0.2;

const interviews = new WeakMap<Article, boolean>();

/**
 * Whether a sentence asks: it is a question, or leads up to the one that ends its paragraph in an interview ("You use
 * spruce alone. Why?"). In other texts such a sentence may tell what the question is about.
 */
export function asksAt(article: Article, index: number, span: Span): boolean {
  if (isAsking(article.source.slice(...span))) return true;
  const block = article.blocks[index];
  return block !== undefined && block.kind !== 'heading' && endsAsking(article, block) && isInterview(article);
}

function isInterview(article: Article): boolean {
  const known = interviews.get(article);
  if (known !== undefined) return known;
  const said = article.blocks.filter((block) => block.kind === 'heading' || block.kind === 'paragraph');
  const asking = said.map((block) => endsAsking(article, block));
  const turns = asking.filter((asks, at) => asks && asking[at + 1] === false).length;
  const found = turns >= TURNS_MIN && turns >= SHARE_MIN * said.length;
  interviews.set(article, found);
  return found;
}

function endsAsking({ source }: Article, block: Block): boolean {
  if (block.kind !== 'heading' && !isTextBlock(block)) return false;
  return isAsking(source.slice(...block.span));
}
