import type { Answer } from '../../answer/answer.ts';
import { nothing } from '../../answer/nothing/nothing.ts';
import type { CommandContext } from '../../command/command.ts';
import { runCommand } from '../../command/runCommand.ts';
import type { Earlier, Use } from '../../utterance/intent.ts';
import { fitting } from './fitting.ts';

/** What the words of a message led to. */
export interface AnsweredUse {
  readonly use: Use;
  readonly answer: Answer;
}

/**
 * Runs the uses that a message amounts to, in order, until one finds something that fits; else answers as the last one that found
 * nothing. The sentence that a follow-up is about is mostly no answer to it.
 */
export async function answerUses(
  uses: readonly [Use, ...Use[]],
  context: CommandContext,
  earlier?: Earlier,
): Promise<AnsweredUse> {
  const tried: AnsweredUse[] = [];
  for (const use of uses) {
    const given = await runCommand(use.command, use.options, context);
    const fit = use.fit ?? (use.command === 'ask' ? {} : undefined);
    const { articles } = context.library;
    const answer = earlier && fit ? fitting(given, { fit, earlier, articles }) : given;
    if (answer && isFound(answer)) return { use, answer };
    tried.push({ use, answer: answer ?? unfitting(use, context) });
  }
  const unfound = tried.findLast(({ answer }) => answer.kind === 'nothing');
  return unfound ?? (tried[0] as AnsweredUse);
}

function isFound({ kind }: Answer): boolean {
  return kind !== 'nothing' && kind !== 'invalid';
}

function unfitting({ options }: Use, { library }: CommandContext): Answer {
  const article = library.articles.get(String(options['article']));
  return nothing('no-answer', { library, scope: article && { article } });
}
