import type { AnswerOf } from '../answer/answer.ts';
import { invalid } from './checkOptions.ts';
import type { Caller } from './caller.ts';
import type { CommandContext } from './command.ts';

/** What a command about a server may touch, once its caller is known to manage it. */
export interface ServerContext extends CommandContext {
  /** The server's id. */
  readonly guild: string;
}

/** Returns the context with the server that the caller manages, or says why there is none; `noun` names what is managed. */
export function requireManagedGuild(noun: string, context: CommandContext): ServerContext | AnswerOf<'invalid'> {
  const { caller } = context;
  if (caller.guild === undefined)
    return invalid(
      'guild',
      `The ${noun} belong to a server. Use this command there; in a terminal, name the server with --guild.`,
    );
  if (!mayManage(caller))
    return invalid(
      'guild',
      `You cannot manage the ${noun} of this server. That takes Manage Server, or an exception by an admin under Integrations.`,
    );
  return { ...context, guild: caller.guild };
}

/** Whether a caller may manage the digests and settings of the server. */
export function mayManage({ manages, admitted = false }: Caller): boolean {
  return manages || admitted;
}
