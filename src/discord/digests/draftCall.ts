import type { Interaction } from 'discord.js';
import type { CommandContext } from '../../command/command.ts';
import { requireManagedGuild, type ServerContext } from '../../command/requireManagedGuild.ts';
import type { BotContext } from '../interactions/botContext.ts';
import { callerOf } from '../interactions/callerOf.ts';

/** What a use of a digest's form is answered from. */
export interface DraftCall {
  readonly context: BotContext;
  readonly command: CommandContext;
  /** Undefined if the member may not manage digests here. */
  readonly server: ServerContext | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Finds out who uses a digest's form. Only a member whom Discord let use the command gets one, so that its submission is
 * theirs as a press on a private message is.
 */
export async function draftCall(interaction: Interaction, context: BotContext): Promise<DraftCall> {
  const caller = await callerOf(interaction, context);
  const isOwn = interaction.isModalSubmit() && interaction.guildId !== null;
  const command = await context.contextFor(isOwn ? { ...caller, admitted: true } : caller);
  const server = requireManagedGuild('digests', command);
  return { context, command, server: 'kind' in server ? undefined : server, now: command.now.getTime() };
}
