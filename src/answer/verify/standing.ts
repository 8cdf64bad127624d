import type { AnswerOf } from '../answer.ts';

/** Whether a quotation may be printed as it is: it may, it must not, or it is too short to say. */
export type Standing = 'holds' | 'fails' | 'unjudged';

/**
 * Reduces a verdict to what a script needs. Words that differ, are not in the source, or are not where they are said to be
 * fail. A spliced quotation marks what it leaves out, so it holds, unless that is a negation.
 */
export function standingOf({ verdict, claimed, omitted }: AnswerOf<'verdict'>): Standing {
  if (verdict === 'too-short') return 'unjudged';
  if (verdict === 'altered' || verdict === 'absent' || verdict === 'elsewhere') return 'fails';
  if (claimed?.holds === false) return 'fails';
  return verdict === 'spliced' && omitted.some(({ flag }) => flag === 'negation' || flag === 'denial')
    ? 'fails'
    : 'holds';
}
