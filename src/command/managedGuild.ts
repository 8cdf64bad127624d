import type { AnswerOf } from '../answer/answer.ts';
import { invalid } from './checkOptions.ts';
import type { Caller, CommandContext } from './context.ts';

/** Gives the server that a caller may manage, or says in one sentence why there is none; `what` is managed. */
export function managedGuild(what: string, { caller }: CommandContext): string | AnswerOf<'invalid'> {
  if (caller.guild === undefined)
    return invalid(
      'guild',
      `The ${what} belong to a server. Use this command there; in a terminal, name the server with --guild.`,
    );
  if (!mayManage(caller))
    return invalid(
      'guild',
      `You cannot manage the ${what} of this server. That takes Manage Server, or an exception by an admin under Integrations.`,
    );
  return caller.guild;
}

/** Whether a caller may manage the digests and settings of the server. */
export function mayManage({ manages, admitted = false }: Caller): boolean {
  return manages || admitted;
}
