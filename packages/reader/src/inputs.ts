import type { Input } from './loadRuntime.ts';
import type { Tokenizer, Tokens } from './tokenizer.ts';

/** How many tokens the model takes, with its marks. */
const MAX_TOKENS = 512;
/** How much of that a question may take; longer ones are cut. */
const QUESTION_MAX_TOKENS = 128;
const CLS = 101;
const SEP = 102;

export interface EncodedPassage {
  readonly input: Input;
  readonly tokens: Tokens;
}

/** Puts a question before a passage, as the model was taught to read. */
export function readingInput(
  tokenizer: Tokenizer,
  { question, text }: { readonly question: string; readonly text: string },
): EncodedPassage {
  const { ids } = tokenizer.encode(question, QUESTION_MAX_TOKENS);
  const passageAt = ids.length + 2;
  const tokens = tokenizer.encode(text, MAX_TOKENS - passageAt - 1);
  return { input: { ids: [CLS, ...ids, SEP, ...tokens.ids, SEP], passageAt }, tokens };
}

/** Gives the model a sentence alone. */
export function sentenceInput(tokenizer: Tokenizer, text: string): EncodedPassage {
  const tokens = tokenizer.encode(text, MAX_TOKENS - 2);
  const ids = [CLS, ...tokens.ids, SEP];
  return { input: { ids, passageAt: ids.length }, tokens };
}
