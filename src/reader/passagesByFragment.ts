import { isTextBlock, type Article } from '../article/article.ts';
import { passageOfBlock, passageOfSentences } from '../article/passage.ts';
import { fragmentOf } from '../article/references/reference.ts';

const known = new WeakMap<Article, ReadonlyMap<string, string>>();

/** Returns the text of each linkable block and sentence, by fragment: `p2`, `p2.1`, `fig1`. */
export function passagesByFragment(article: Article): ReadonlyMap<string, string> {
  const texts = known.get(article) ?? new Map(fragments(article));
  known.set(article, texts);
  return texts;
}

function* fragments(article: Article): Generator<readonly [fragment: string, text: string]> {
  for (const [index, block] of article.blocks.entries()) {
    const whole = passageOfBlock(article, index);
    yield [fragmentOf(whole.reference), article.source.slice(...whole.span)];
    if (!isTextBlock(block)) continue;
    for (const [at, sentence] of block.sentences.entries()) {
      const { reference } = passageOfSentences(article, index, [at, at + 1]);
      yield [fragmentOf({ ...reference, sentences: [at + 1, at + 1] }), article.source.slice(...sentence)];
    }
  }
}
