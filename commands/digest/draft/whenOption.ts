import type { AnswerOf } from '../../../src/answer/answer.ts';
import { invalid } from '../../../src/command/checkOptions.ts';
import { ruleInWords } from '../../../src/reply/words/digests/ruleInWords.ts';
import { whenProblem } from '../../../src/reply/words/digests/whenWords.ts';
import { parseWhen, type WhenContext } from '../../../src/schedule/when/parseWhen.ts';
import type { Rule } from '../../../src/schedule/when/rule.ts';
import { nearPhrases } from './nearPhrases.ts';

/** Reads when a digest posts, or says why not and what could be meant. */
export function whenOption(
  typed: string,
  context: WhenContext,
): { readonly kind: 'rule'; readonly rule: Rule } | AnswerOf<'invalid'> {
  const reading = parseWhen(typed, context);
  if (reading.kind === 'schedule') return { kind: 'rule', rule: reading.rule };
  const { problem } = reading;
  const readings = problem.kind === 'ambiguous' ? problem.readings.map(ruleInWords) : [];
  const near = readings.length > 0 ? readings : nearPhrases(typed, problem, context);
  return invalid('when', whenProblem(problem, near), near);
}
