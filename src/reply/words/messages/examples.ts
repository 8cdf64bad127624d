import { isBodyBlock, type Article } from '../../../article/article.ts';

/** A heading is only usable in full, since a part of it names no section. */
const HEADING_MAX_CHARS = 80;
const PHRASE_MAX_CHARS = 60;
const PHRASE_MIN_WORDS = 3;
/** Characters that would end the inline code around a text, or change the order of the line. */
const NOT_IN_CODE = /[`\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Orders articles by date, the latest first; those without one come last, as they are given. */
export function newestFirst(articles: readonly Article[]): readonly Article[] {
  return articles.toSorted((one, other) => (other.published ?? '').localeCompare(one.published ?? '', 'en'));
}

/** The article with the latest date; the first of several, or if none has a date. */
export function newest(articles: readonly Article[]): Article | undefined {
  return newestFirst(articles)[0];
}

/** The first heading that is followed by its own text and can be typed. */
export function typableHeading({ blocks, source }: Article): string | undefined {
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    if (block.kind !== 'heading' || next === undefined || !isBodyBlock(next)) continue;
    const text = typed(source.slice(...block.span));
    if (text !== undefined && text.length <= HEADING_MAX_CHARS) return text;
  }
  return undefined;
}

/** The first words of the first running sentence that is long enough, exactly as in the source. */
export function typablePhrase({ blocks, source }: Article): string | undefined {
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.role !== undefined) continue;
    for (const span of block.sentences) {
      const words = typed(source.slice(...span))?.split(' ') ?? [];
      while (words.join(' ').length > PHRASE_MAX_CHARS) words.pop();
      const phrase = words.join(' ').replace(/[\p{P}\s]+$/u, '');
      if (words.length >= PHRASE_MIN_WORDS && /\p{L}/u.test(phrase)) return phrase;
    }
  }
  return undefined;
}

/** Formats what is to be typed as inline code. */
export function inCode(text: string): string {
  return `\`${text}\``;
}

/** Whether a text fits into a line of inline code as it is. */
export function isTypable(text: string): boolean {
  return typed(text) === text && text.length <= HEADING_MAX_CHARS;
}

function typed(text: string): string | undefined {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line === '' || NOT_IN_CODE.test(line) ? undefined : line;
}
