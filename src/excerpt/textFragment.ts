import type { Article } from '../article/article.ts';
import { contains, overlaps, type Span } from '../language/span.ts';

/** A passage that is no longer than this is given whole, a longer one by its first and last words. */
const WHOLE_MAX_WORDS = 10;
const EDGE_WORDS = [4, 6, 9, 14] as const;
const CONTEXT_WORDS = [0, 2, 4, 8] as const;

/**
 * Writes the text fragment (`#:~:text=prefix-,start,end,-suffix`; WICG, URL Fragment Text Directives) that marks a passage in
 * a page with the article's text. Each part lies within one block and at borders of words. Of all that a browser might
 * take for a match, whatever the case, accents or quotation marks, the passage is the first. Undefined where the
 * span has no word, or no words around it tell it from an earlier passage.
 */
export function textFragment(article: Article, span: Span): string | undefined {
  const text = loosened(article.source);
  const words = wordsWithin(article, span);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return undefined;
  const target: Span = [first[0], last[1]];
  const [before, after] = [contextWords(article, target, 'before'), contextWords(article, target, 'after')];
  for (const [start, end] of cores(article, words)) {
    for (const [prefixed, suffixed] of contexts()) {
      if (prefixed > before.length || suffixed > after.length) continue;
      const parts: Parts = {
        prefix: prefixed === 0 ? undefined : [before.at(-prefixed)![0], before.at(-1)![1]],
        start,
        end,
        suffix: suffixed === 0 ? undefined : [after[0]![0], after[suffixed - 1]![1]],
      };
      if (isFirst(text, parts)) return written(article.source, parts);
    }
  }
  return undefined;
}

interface Parts {
  readonly prefix: Span | undefined;
  readonly start: Span;
  readonly end: Span | undefined;
  readonly suffix: Span | undefined;
}

/** Prefix and suffix lengths to try, the shortest first. */
function contexts(): readonly (readonly [prefix: number, suffix: number])[] {
  return CONTEXT_WORDS.flatMap((count): readonly (readonly [number, number])[] =>
    count === 0
      ? [[0, 0]]
      : [
          [count, 0],
          [0, count],
          [count, count],
        ],
  );
}

/** Lists the ways to give the passage: whole, or by words from its first and last block, more and more of them. */
function cores(
  { blocks }: Article,
  words: readonly Span[],
): readonly (readonly [start: Span, end: Span | undefined])[] {
  const [first, last] = [words[0]!, words.at(-1)!];
  const holding = blocks.filter(({ span }) => overlaps(span, [first[0], last[1]]));
  const whole: readonly [Span, undefined] = [[first[0], last[1]], undefined];
  if (holding.length === 1 && words.length <= WHOLE_MAX_WORDS) return [whole];
  const [opening, closing] = [holding[0]!.span, holding.at(-1)!.span];
  const head = words.filter((word) => contains(opening, word));
  const tail = words.filter((word) => contains(closing, word));
  const edges = EDGE_WORDS.flatMap((count): readonly (readonly [Span, Span | undefined])[] => {
    const start: Span = [first[0], head[Math.min(count, head.length) - 1]![1]];
    const end: Span = [tail.at(-Math.min(count, tail.length))![0], last[1]];
    return start[1] <= end[0] ? [[start, end]] : [];
  });
  return holding.length === 1 ? [...edges, whole] : edges;
}

/** Tells whether no earlier stretch fits; more counts as fitting than a browser takes, which errs on the safe side. */
function isFirst(text: string, { prefix, start, end, suffix }: Parts): boolean {
  const source = (part: Span): string =>
    text
      .slice(...part)
      .split(/\s+/u)
      .map((word) => RegExp.escape(word))
      .join(String.raw`\s+`);
  const after = suffix ? String.raw`[\s\p{P}\p{S}]*?(?=${source(suffix)})` : '';
  const opening = `${prefix ? String.raw`(?<=${source(prefix)}[\s\p{P}\p{S}]*)` : ''}${source(start)}`;
  const pattern = new RegExp(end ? `${opening}(?<rest>[^]*?${source(end)})${after}` : `${opening}${after}`, 'du');
  const match = pattern.exec(text);
  if (match?.index !== start[0]) return false;
  return !end || match.indices!.groups!['rest']![1] === end[1];
}

function written(source: string, { prefix, start, end, suffix }: Parts): string {
  const part = (span: Span): string => encoded(source.slice(...span).replaceAll(/\s+/gu, ' '));
  return `#:~:text=${[
    ...(prefix ? [`${part(prefix)}-`] : []),
    part(start),
    ...(end ? [part(end)] : []),
    ...(suffix ? [`-${part(suffix)}`] : []),
  ].join(',')}`;
}

/** Encodes also what separates the parts, and what ends a link in Markdown. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[-_*~()'!]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Lists the words of the article's language that lie within a span. */
function wordsWithin({ source, language }: Article, [from, to]: Span): readonly Span[] {
  const segments = new Intl.Segmenter(language, { granularity: 'word' }).segment(source.slice(from, to));
  return Array.from(segments).flatMap(({ index, segment, isWordLike }): readonly Span[] =>
    isWordLike ? [[from + index, from + index + segment.length]] : [],
  );
}

/** Lists the words just before or after a span in the same block. */
function contextWords(article: Article, [start, end]: Span, side: 'before' | 'after'): readonly Span[] {
  const at = side === 'before' ? start : end - 1;
  const block = article.blocks.find(({ span }) => span[0] <= at && at < span[1]);
  if (!block) return [];
  return wordsWithin(article, side === 'before' ? [block.span[0], start] : [end, block.span[1]]);
}

/** Takes case, accents and the form of quotation marks away, character for character, so that offsets stay. */
function loosened(source: string): string {
  return source.replaceAll(/[^\x20-\x40\x5B-\x7E]/gu, (character) => {
    const plain = /[‘’‛′]/u.test(character)
      ? "'"
      : /[“”„‟″«»]/u.test(character)
        ? '"'
        : character.normalize('NFD')[0]!.toLowerCase();
    return plain.length === character.length ? plain : character;
  });
}
