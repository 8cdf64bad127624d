import { isBodyBlock, type Article, type Block } from '../article/article.ts';
import { passageOfBlock, passageOfSentences } from '../article/passage.ts';
import { excerptOf, type Excerpt } from '../excerpt/excerpt.ts';
import { contains, type Span } from '../language/span.ts';
import { isLeadIn, listBelow } from './listBelow.ts';

/** A longer reply is shown by its first sentences. */
const REPLY_MAX_CHARS = 400;
const REPLY_SENTENCES = 2;
/** Of a longer list, as many as fit are shown. */
const LIST_MAX_ITEMS = 8;
const LIST_MAX_CHARS = 800;
/** Ends what asks. */
const QUESTION = /[?？؟]["'”’»)\]]*$/u;

/**
 * Puts behind each excerpt that ends its paragraph or heading with a question what replies to it: the paragraph below, past
 * captions, unless that asks as well, is in the answer already, or cannot be shown (`isShown`). Nothing is shown twice.
 * Excerpts that lead in to a list get it as what is after them (`withList`).
 */
export function withReplies(
  excerpts: readonly Excerpt[],
  articleOf: (excerpt: Excerpt) => Article | undefined,
  isShown: (article: Article, block: number) => boolean = () => true,
): readonly Excerpt[] {
  const shown = [...excerpts];
  return excerpts.flatMap((excerpt) => {
    const article = articleOf(excerpt);
    const reply = article && QUESTION.test(excerpt.text) ? replyTo(article, excerpt, isShown) : undefined;
    const isThere =
      reply === undefined || shown.some((other) => other.article === excerpt.article && overlap(other, reply));
    if (!isThere) shown.push(reply);
    return [article ? withList(article, excerpt) : excerpt, ...(isThere ? [] : [reply])];
  });
}

/** Adds to an excerpt that ends its paragraph with a colon the list below, as far as it fits. */
function withList(article: Article, excerpt: Excerpt): Excerpt {
  const at = article.blocks.findIndex((block) => contains(block.span, excerpt.span));
  if (!isLeadIn(article, at) || article.blocks[at]?.span[1] !== excerpt.span[1]) return excerpt;
  let chars = 0;
  const after = listBelow(article, at)
    .slice(0, LIST_MAX_ITEMS)
    .map((block) => excerptOf(article, passageOfBlock(article, block)))
    .filter(({ text }) => (chars += text.length) <= LIST_MAX_CHARS);
  return after.length === 0 ? excerpt : { ...excerpt, after };
}

function replyTo(
  article: Article,
  { span, score }: Excerpt,
  isShown: (article: Article, block: number) => boolean,
): Excerpt | undefined {
  const at = article.blocks.findIndex((block) => contains(block.span, span));
  const asked = article.blocks[at];
  if (!asked || !endsWith(asked, span)) return undefined;
  const below = article.blocks.findIndex(
    (block, index) => index > at && (block.kind === 'heading' || (block.kind !== 'caption' && isBodyBlock(block))),
  );
  const block = article.blocks[below];
  if (!block || block.kind !== 'paragraph' || !isShown(article, below)) return undefined;
  const text = article.source.slice(...block.span);
  if (block.sentences.every((sentence) => QUESTION.test(article.source.slice(...sentence)))) return undefined;
  const passage =
    text.length <= REPLY_MAX_CHARS
      ? passageOfBlock(article, below)
      : passageOfSentences(article, below, [0, Math.min(REPLY_SENTENCES, block.sentences.length)]);
  return { ...excerptOf(article, passage), ...(score === undefined ? {} : { score }) };
}

function endsWith(block: Block, [, end]: Span): boolean {
  if (block.kind === 'heading') return block.span[1] === end;
  return block.kind === 'paragraph' && block.sentences.at(-1)?.[1] === end;
}

function overlap(one: Excerpt, other: Excerpt): boolean {
  return one.span[0] < other.span[1] && other.span[0] < one.span[1];
}
