import { fold } from '../language/fold.ts';

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

/** How the ends of what is looked for must meet the text's words. */
export interface LiteralOptions {
  /** The last word may go on in the text; for text that is still being typed. Default false. */
  readonly prefix?: boolean;
}

/** Folds a text for `holdsLiteral`: like `fold`, with each run of white space as one space. */
export function literal(text: string): string {
  return fold(text).replace(/\s+/gu, ' ').trim();
}

/** Tells whether a text holds a phrase as whole words. Both are as `literal` gives them. */
export function holdsLiteral(text: string, phrase: string, { prefix = false }: LiteralOptions = {}): boolean {
  if (phrase === '') return false;
  const opens = WORD_CHARACTER.test(phrase[0]!);
  const closes = !prefix && WORD_CHARACTER.test(phrase.at(-1)!);
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    const startsWord = !opens || at === 0 || !WORD_CHARACTER.test(text[at - 1]!);
    const endsWord = !closes || end === text.length || !WORD_CHARACTER.test(text[end]!);
    if (startsWord && endsWord) return true;
  }
  return false;
}
