import type { AnswerOf } from '../answer/answer.ts';
import { inline } from './citation.ts';
import { counted, listed } from './counted.ts';
import { label } from './label.ts';
import { lines, type Part } from './part.ts';
import { quotePart, type PartContext } from './partContext.ts';
import { searchedInWords } from './searched.ts';

const WORDS_SHOWN = 12;
const REASONS: Readonly<Record<string, string>> = {
  'no-articles': 'No article is loaded that could be searched.',
  'no-match': 'None of these words occurs in the sources.',
  'no-answer': 'The sources do not answer this.',
  'no-phrase': 'These exact words do not occur in the sources.',
  'no-event': 'The sources tell of no such event.',
  'no-summary': 'There is too little text here to sum up.',
};

/** Says why there is no answer, in one sentence. */
export function reasonInWords(reason: string): string {
  return REASONS[reason] ?? 'Nothing was found.';
}

/** Says which words occur nowhere; undefined where all do. */
export function unmatchedInWords(unmatched: readonly string[]): string | undefined {
  if (unmatched.length === 0) return undefined;
  const shown = unmatched.slice(0, WORDS_SHOWN).map((word) => `“${label(word, 60)}”`);
  const rest = unmatched.length - shown.length;
  return `Found nowhere: ${listed(rest > 0 ? [...shown, counted(rest, 'more word')] : shown)}.`;
}

/** Lays out that nothing was found: why, which words occur nowhere, what comes nearest, and what was searched. */
export function nothingParts(
  { reason, searched, unmatched, nearest }: AnswerOf<'nothing'>,
  context: PartContext,
): readonly Part[] {
  const words = unmatchedInWords(unmatched);
  return [
    lines(`**${reasonInWords(reason)}**`),
    ...(words === undefined ? [] : [lines(inline(words), { tight: true })]),
    ...(nearest ? [lines('What comes nearest, though it is no answer:'), quotePart(nearest, context)] : []),
    lines(`-# ${searchedInWords(searched, context.articles)}`),
  ];
}
