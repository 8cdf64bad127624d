import type { Answer } from '../../src/answer/answer.ts';
import { invalid } from '../../src/command/checkOptions.ts';
import type { CommandContext } from '../../src/command/command.ts';
import { digestProblem } from '../../src/reply/words/digests/digestWords.ts';
import type { Stored } from '../../src/schedule/schedules.ts';
import { answerDigests } from './answerDigests.ts';

/** What was asked for: the digest's name, and whether it was to be created or edited. */
interface Asked {
  readonly name: string;
  readonly done: 'created' | 'edited';
}

/** Answers with the digest as it was stored, or says why it was not. */
export async function answerStored(stored: Stored, { name, done }: Asked, context: CommandContext): Promise<Answer> {
  switch (stored.kind) {
    case 'stored':
      context.posting?.wake();
      return answerDigests([stored.schedule], context, { done });
    case 'taken':
      return invalid('name', digestProblem({ kind: 'taken', name }));
    case 'full':
      return invalid('name', digestProblem(stored));
    case 'missing':
      return invalid('name', digestProblem({ kind: 'deleted', name }));
    default:
      return stored satisfies never;
  }
}
