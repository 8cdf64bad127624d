import type { Article } from '../article/article.ts';
import { contains, overlaps, trimmed, type Span } from '../language/span.ts';
import { entryAt, lastOf } from '../runtime/entryAt.ts';

/** A passage that is no longer than this is given whole, a longer one by its first and last words. */
const WHOLE_MAX_WORDS = 10;
const EDGE_WORDS = [4, 6, 9, 14] as const;
const CONTEXT_WORDS = [0, 2, 4, 8, 16] as const;

/**
 * Writes the text fragment (`#:~:text=prefix-,start,end,-suffix`; WICG, URL Fragment Text Directives) that marks a
 * passage in a page with the article's text. Each part lies within one block and at borders of words; prefix and suffix
 * reach up to the passage with all marks, as browsers skip white space alone, and are from the neighbouring block where
 * the passage is at the edge of its own. Of all that a browser might take for a match, whatever the case, accents or
 * quotation marks, the passage is the first. Undefined if the span has no word, or no words around it tell it from an
 * earlier passage.
 */
export function textFragment(article: Article, span: Span): string | undefined {
  const text = searchable(article);
  const words = wordsWithin(article, span);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return undefined;
  const target: Span = [first[0], last[1]];
  const [before, after] = [contextWords(article, target, 'before'), contextWords(article, target, 'after')];
  for (const [start, end] of cores(article, words)) {
    for (const [most, mostAfter] of contexts()) {
      const [prefixed, suffixed] = [Math.min(most, before.words.length), Math.min(mostAfter, after.words.length)];
      const [opens, closes] = [prefixed === 0 ? start[0] : before.reach, suffixed === 0 ? last[1] : after.reach];
      const parts: Parts = {
        prefix: prefixed === 0 ? undefined : [entryAt(before.words, before.words.length - prefixed)[0], before.edge],
        start: [opens, end ? start[1] : closes],
        end: end && [end[0], closes],
        suffix: suffixed === 0 ? undefined : [after.edge, entryAt(after.words, suffixed - 1)[1]],
      };
      if (isFirst(text, parts)) return fragmentDirective(article.source, parts);
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

/** Prefix and suffix lengths to try, shortest first. */
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
  const [first, last] = [entryAt(words, 0), lastOf(words)];
  const holding = blocks.filter(({ span }) => overlaps(span, [first[0], last[1]]));
  const whole: readonly [Span, undefined] = [[first[0], last[1]], undefined];
  if (holding.length === 1 && words.length <= WHOLE_MAX_WORDS) return [whole];
  const [opening, closing] = [entryAt(holding, 0).span, lastOf(holding).span];
  const head = words.filter((word) => contains(opening, word));
  const tail = words.filter((word) => contains(closing, word));
  const edges = EDGE_WORDS.flatMap((count): readonly (readonly [Span, Span | undefined])[] => {
    const start: Span = [first[0], entryAt(head, Math.min(count, head.length) - 1)[1]];
    const end: Span = [entryAt(tail, Math.max(0, tail.length - count))[0], last[1]];
    return start[1] <= end[0] ? [[start, end]] : [];
  });
  return holding.length === 1 ? [...edges, whole] : edges;
}

/** An article's text as `isFirst` searches it: loosened, with single spaces. */
interface Searchable {
  readonly text: string;
  /** Where each character of the source is in `text`. */
  readonly at: Uint32Array;
}

const known = new WeakMap<Article, Searchable>();

function searchable(article: Article): Searchable {
  const found = known.get(article) ?? spacedOnce(loosened(article.source));
  known.set(article, found);
  return found;
}

function spacedOnce(source: string): Searchable {
  const at = new Uint32Array(source.length + 1);
  let text = '';
  for (let index = 0; index < source.length; index += 1) {
    const blank = /\s/u.test(source.charAt(index));
    if (blank && text.endsWith(' ')) at[index] = text.length - 1;
    else {
      at[index] = text.length;
      text += blank ? ' ' : source.charAt(index);
    }
  }
  at[source.length] = text.length;
  return { text, at };
}

/**
 * Returns true if no earlier stretch fits. More counts as fitting than a browser takes, which errs on the safe side. Linear
 * in the text: where no end fits one opening, none fits a later one.
 */
function isFirst({ text, at }: Searchable, { prefix, start, end, suffix }: Parts): boolean {
  const part = (span: Span | undefined): string => (span ? text.slice(at[span[0]], at[span[1] - 1]! + 1) : '');
  const [before, opening, closing, behind] = [part(prefix), part(start), part(end), part(suffix)];
  const follows = (stop: number): boolean => text.startsWith(behind, text[stop] === ' ' ? stop + 1 : stop);
  for (let from = text.indexOf(opening); from !== -1; from = text.indexOf(opening, from + 1)) {
    if (!text.endsWith(before, text[from - 1] === ' ' ? from - 1 : from) && before !== '') continue;
    let stop = from + opening.length;
    if (end) {
      let last = text.indexOf(closing, stop);
      while (last !== -1 && !follows(last + closing.length)) last = text.indexOf(closing, last + 1);
      if (last === -1) return false;
      stop = last + closing.length;
    } else if (!follows(stop)) continue;
    return from === at[start[0]] && stop === at[(end ?? start)[1] - 1]! + 1;
  }
  return false;
}

function fragmentDirective(source: string, { prefix, start, end, suffix }: Parts): string {
  const part = (span: Span): string => encoded(source.slice(...span).replaceAll(/\s+/gu, ' '));
  return `#:~:text=${[
    ...(prefix ? [`${part(prefix)}-`] : []),
    part(start),
    ...(end ? [part(end)] : []),
    ...(suffix ? [`-${part(suffix)}`] : []),
  ].join(',')}`;
}

/** Also encodes the separators between the parts, and characters that end a link in Markdown. */
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

interface ContextWords {
  readonly words: readonly Span[];
  /** Where the context touches the passage, but for white space. */
  readonly edge: number;
  /** Where the passage begins or ends if it has this context. */
  readonly reach: number;
}

/**
 * Lists the words just before or after a span in the same block. If there are none, those of the block next to it, and
 * the passage reaches to the edge of its own block.
 */
function contextWords(article: Article, [start, end]: Span, side: 'before' | 'after'): ContextWords {
  const at = side === 'before' ? start : end - 1;
  const index = article.blocks.findIndex(({ span }) => span[0] <= at && at < span[1]);
  const own = trimmed(article.source, entryAt(article.blocks, index).span);
  const [before, after] = [article.blocks[index - 1]?.span, article.blocks[index + 1]?.span];
  const rest: Span = side === 'before' ? [own[0], start] : [end, own[1]];
  const isAtEdge = wordsWithin(article, rest).length === 0;
  const [from, to] = trimmed(article.source, isAtEdge ? ((side === 'before' ? before : after) ?? [at, at]) : rest);
  const reach = side === 'before' ? (isAtEdge ? own[0] : start) : isAtEdge ? own[1] : end;
  return { words: wordsWithin(article, [from, to]), edge: side === 'before' ? to : from, reach };
}

/** Takes case, accents and the form of quotation marks away, character for character, so that offsets stay. */
function loosened(source: string): string {
  return source.replaceAll(/[^\x20-\x40\x5B-\x7E]/gu, (character) => {
    const plain = /[‘’‛′]/u.test(character)
      ? "'"
      : /[“”„‟″«»]/u.test(character)
        ? '"'
        : character.normalize('NFD').charAt(0).toLowerCase();
    return plain.length === character.length ? plain : character;
  });
}
