import { isBodyBlock, type Article } from '../article/article.ts';
import { passageOfBlock, passageOfSentences } from '../article/passage.ts';
import { excerptOf, type Excerpt } from '../excerpt/excerpt.ts';
import { contains } from '../language/span.ts';

/** A longer reply is shown by its first sentences. */
const REPLY_MAX_CHARS = 400;
const REPLY_SENTENCES = 2;
/** Ends what asks. */
const QUESTION = /[?？؟]["'”’»)\]]*$/u;

/**
 * Puts behind each excerpt that ends its paragraph with a question what replies to it: the paragraph below, past
 * captions, unless that asks as well, is in the answer already, or cannot be shown (`isShown`). Nothing is shown twice.
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
    if (isThere) return [excerpt];
    shown.push(reply);
    return [excerpt, reply];
  });
}

function replyTo(
  article: Article,
  { span, score }: Excerpt,
  isShown: (article: Article, block: number) => boolean,
): Excerpt | undefined {
  const at = article.blocks.findIndex((block) => contains(block.span, span));
  const asked = article.blocks[at];
  if (!asked || asked.kind !== 'paragraph' || asked.sentences.at(-1)?.[1] !== span[1]) return undefined;
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

function overlap(one: Excerpt, other: Excerpt): boolean {
  return one.span[0] < other.span[1] && other.span[0] < one.span[1];
}
