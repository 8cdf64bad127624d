import type { Logger } from 'pino';
import type { Answer } from '../../answer/answer.ts';
import type { CommandContext } from '../../command/command.ts';
import { noteGap } from '../../settings/gaps.ts';

interface Asked {
  readonly command: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/**
 * Counts a question of a member in a server that the articles had no answer to, with its text only if the server keeps
 * them. Never throws: the answer does not depend on it.
 */
export async function noteUnanswered(
  { command, options }: Asked,
  { answer, context, log }: { readonly answer: Answer; readonly context: CommandContext; readonly log: Logger },
): Promise<void> {
  const { caller, settings, library, now } = context;
  if (command !== 'ask' || answer.kind !== 'nothing' || caller.guild === undefined) return;
  const named = options['article'] ?? settings.defaultArticle;
  const article = typeof named === 'string' && library.articles.has(named) ? named : undefined;
  const asked = options['question'];
  const question = settings.keepQuestions === true && typeof asked === 'string' ? asked.trim() : undefined;
  try {
    await noteGap(await context.store(), { guild: caller.guild, article, question, now: now.getTime() });
  } catch (error) {
    log.warn({ err: error }, 'a question without an answer could not be counted');
  }
}
