import { isTextBlock, type Article, type Block } from '../article/article.ts';
import { bodyOf, passageOfBlock, passageOfSentences, type Passage } from '../article/passage.ts';
import { formatReference } from '../article/references/reference.ts';
import { overlaps, trimmed, type Span } from '../language/span.ts';
import { excerptOf, type Excerpt } from './excerpt.ts';
import { entryAt, lastOf } from '../runtime/entryAt.ts';

/**
 * Makes the excerpts of any span of the source, one for each block that it touches. The reference names the sentences
 * that hold the words, or the whole block where all of it is meant; `within` is the span of those sentences.
 */
export function excerptsOfSpan(article: Article, span: Span): readonly Excerpt[] {
  return article.blocks.flatMap((block, index) => {
    if (!overlaps(block.span, span)) return [];
    const part = trimmed(article.source, [Math.max(block.span[0], span[0]), Math.min(block.span[1], span[1])]);
    return part[0] < part[1] ? [excerptOfPart(article, index, part)] : [];
  });
}

function excerptOfPart(article: Article, index: number, part: Span): Excerpt {
  const around = passageAround(article, index, part);
  const excerpt = excerptOf(article, { ...around, span: part });
  if (around.span[0] === part[0] && around.span[1] === part[1]) return excerpt;
  return { ...excerpt, within: { reference: formatReference(around.reference), span: around.span } };
}

function passageAround(article: Article, index: number, part: Span): Passage {
  const block = entryAt(article.blocks, index);
  if (!isTextBlock(block) || isWhole(article, block, part)) return passageOfBlock(article, index);
  const touched = block.sentences.flatMap((sentence, position) => (overlaps(sentence, part) ? [position] : []));
  if (touched.length === 0) return passageOfBlock(article, index);
  return passageOfSentences(article, index, [entryAt(touched, 0), lastOf(touched) + 1]);
}

/** Returns true if nothing but marks of the block is left out. */
function isWhole({ source }: Article, block: Block, [start, end]: Span): boolean {
  const body = bodyOf(block);
  return !/[\p{L}\p{N}]/u.test(source.slice(body[0], start) + source.slice(end, body[1]));
}
