import type { AnswerOf } from '../answer/answer.ts';
import { invalid } from './checkOptions.ts';
import type { Caller, CommandContext } from './context.ts';

/** Gives the server that a caller may manage, or says in one sentence why there is none; `what` is managed. */
export function managedGuild(what: string, { caller }: CommandContext): string | AnswerOf<'invalid'> {
  if (caller.guild === undefined)
    return invalid('guild', `The ${what} belong to a server: use this there, or name it in a terminal with --guild.`);
  if (!mayManage(caller))
    return invalid('guild', `Only members with Manage Server can change the ${what} of this server.`);
  return caller.guild;
}

/** Whether a caller may manage the digests and settings of the server. */
export function mayManage({ manages, admitted = false }: Caller): boolean {
  return manages || admitted;
}
