import { articleIdSchema, type Article, type Block } from '../../src/article/article.ts';
import { editionOf } from '../../src/article/edition.ts';
import type { Span } from '../../src/language/span.ts';

const PARAGRAPHS_PER_ARTICLE = 50;
const SENTENCES_PER_PARAGRAPH = 4;

/** A pseudo-random number in [0, 1), the same at each run (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Makes articles with as many sentences in all as asked, of made-up words drawn by Zipf's law, as words of real texts
 * are; the same at each run.
 */
export function makeArticles(sentences: number, seed = 1): readonly Article[] {
  const random = createRandom(seed);
  const vocabulary = makeVocabulary(random, Math.max(2000, Math.round(Math.sqrt(sentences) * 120)));
  const count = Math.ceil(sentences / (PARAGRAPHS_PER_ARTICLE * SENTENCES_PER_PARAGRAPH));
  let left = sentences;
  return Array.from({ length: count }, (_, index) => {
    const own = Math.min(left, PARAGRAPHS_PER_ARTICLE * SENTENCES_PER_PARAGRAPH);
    left -= own;
    return makeArticle(`article-${index}`, { sentences: own, vocabulary, random });
  });
}

/** Makes questions of three to seven words that stand together in the articles' sentences, with function words. */
export function makeQuestions(articles: readonly Article[], count: number, seed = 2): readonly string[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const article = articles[Math.floor(random() * articles.length)]!;
    const block = article.blocks[Math.floor(random() * article.blocks.length)]!;
    const words = article.source
      .slice(...block.span)
      .replaceAll('.', '')
      .split(' ');
    const start = Math.floor(random() * Math.max(1, words.length - 8));
    const chosen = words.slice(start, start + 8).filter(() => random() < 0.6);
    return `What is the ${chosen.join(' ')} of the ${words.at(-1)}?`;
  });
}

function makeArticle(
  id: string,
  {
    sentences,
    vocabulary,
    random,
  }: { readonly sentences: number; readonly vocabulary: readonly string[]; readonly random: () => number },
): Article {
  const blocks: Block[] = [];
  let source = '';
  for (let made = 0; made < sentences; made += SENTENCES_PER_PARAGRAPH) {
    if (source !== '') source += '\n';
    const start = source.length;
    const spans: Span[] = [];
    for (let sentence = made; sentence < Math.min(sentences, made + SENTENCES_PER_PARAGRAPH); sentence += 1) {
      if (spans.length > 0) source += ' ';
      const from = source.length;
      source += makeSentence(vocabulary, random);
      spans.push([from, source.length]);
    }
    blocks.push({ kind: 'paragraph', number: blocks.length + 1, span: [start, source.length], sentences: spans });
  }
  return {
    id: articleIdSchema.parse(id),
    title: id,
    language: 'en',
    original: 'original.txt',
    edition: editionOf(source, blocks),
    blocks,
    source,
  };
}

function makeSentence(vocabulary: readonly string[], random: () => number): string {
  const words = Array.from({ length: 8 + Math.floor(random() * 24) }, () =>
    random() < 0.4 ? COMMON[Math.floor(random() * COMMON.length)]! : zipf(vocabulary, random),
  );
  const text = words.join(' ');
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

const COMMON =
  'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one were all'.split(
    ' ',
  );

/** Draws a word whose rank r has a chance in proportion to 1 / r. */
function zipf(vocabulary: readonly string[], random: () => number): string {
  return vocabulary[Math.floor(vocabulary.length ** random()) - 1]!;
}

function makeVocabulary(random: () => number, size: number): readonly string[] {
  const words = new Set<string>();
  const pick = (letters: string): string => letters[Math.floor(random() * letters.length)]!;
  while (words.size < size) {
    let word = '';
    for (let syllable = 0; syllable < 2 + Math.floor(random() * 3); syllable += 1)
      word += pick('bcdfghklmnprstvw') + pick('aeiou') + (random() < 0.3 ? pick('nrstl') : '');
    words.add(word);
  }
  return [...words];
}
