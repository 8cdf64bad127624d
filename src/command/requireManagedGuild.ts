import type { AnswerOf } from '../answer/answer.ts';
import { mayNotManage, onlyInServers } from '../reply/words/commands/accessWords.ts';
import { invalid } from './checkOptions.ts';
import type { Caller } from './caller.ts';
import type { CommandContext } from './command.ts';

/** The context of a server-only command, once its caller is known to manage the server. */
export interface ServerContext extends CommandContext {
  /** The server's id. */
  readonly guild: string;
}

/**
 * Returns the context with the server that the caller manages, or says why there is none; `noun` is what is managed.
 */
export function requireManagedGuild(noun: string, context: CommandContext): ServerContext | AnswerOf<'invalid'> {
  const { caller } = context;
  if (caller.guild === undefined) return invalid('guild', onlyInServers(noun));
  if (!mayManage(caller)) return invalid('guild', mayNotManage(noun));
  return { ...context, guild: caller.guild };
}

/** Whether a caller may manage the digests and settings of the server. */
export function mayManage({ manages, admitted = false }: Caller): boolean {
  return manages || admitted;
}
