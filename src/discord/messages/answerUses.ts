import type { Answer } from '../../answer/answer.ts';
import type { CommandContext } from '../../command/command.ts';
import { runCommand } from '../../command/runCommand.ts';
import type { Earlier, Use } from '../../utterance/intent.ts';

/** What the words of a message led to. */
export interface AnsweredUse {
  readonly use: Use;
  readonly answer: Answer;
}

/**
 * Runs the uses that a message amounts to, in order, until one finds something; else answers as the last one that could be
 * run. A sentence that a follow-up is about is no answer to it.
 */
export async function answerUses(
  uses: readonly [Use, ...Use[]],
  context: CommandContext,
  earlier?: Earlier,
): Promise<AnsweredUse> {
  const tried: AnsweredUse[] = [];
  for (const use of uses) {
    const given = await runCommand(use.command, use.options, context);
    const answer = use.command === 'ask' && earlier ? withoutPassage(given, earlier) : given;
    if (answer && isFound(answer)) return { use, answer };
    tried.push({ use, answer: answer ?? given });
  }
  const unfound = tried.findLast(({ answer }) => answer.kind === 'nothing');
  return unfound ?? (tried[0] as AnsweredUse);
}

function isFound({ kind }: Answer): boolean {
  return kind !== 'nothing' && kind !== 'invalid';
}

/** Takes the passage that is already shown out of an answer; undefined if nothing else is in it. */
function withoutPassage(answer: Answer, { article, passage }: Earlier): Answer | undefined {
  if (answer.kind !== 'excerpts' || 'document' in answer) return answer;
  const excerpts = answer.excerpts.filter((excerpt) => excerpt.article !== article || excerpt.text !== passage);
  return excerpts.length === 0 ? undefined : { ...answer, excerpts };
}
