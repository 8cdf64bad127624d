import type { BaseInteraction } from 'discord.js';
import type { Answer } from '../../answer/answer.ts';
import { reply } from '../../reply/reply.ts';
import { failed, tooBusy } from '../../reply/words/messages/notices.ts';
import type { BotContext } from './botContext.ts';
import type { Outgoing, RespondOptions } from './respond.ts';

/** What responding takes whatever is answered. */
export function responding(
  context: BotContext,
  about: RespondOptions['about'],
): Pick<RespondOptions, 'log' | 'about' | 'failure' | 'tooBusy' | 'queue'> {
  const { log, queue } = context;
  return {
    log,
    about,
    queue,
    failure: (id) => sentence(failed(id), context),
    tooBusy: () => sentence(tooBusy(), context),
  };
}

/** A private message of one sentence. */
export function sentence(text: string, { links }: BotContext): Outgoing {
  const notice: Answer = { kind: 'notice', text };
  const { components } = reply(notice, {
    request: { command: 'help', options: {} },
    articles: new Map(),
    links,
    hidden: true,
    now: new Date(),
  });
  return { payload: { components, allowedMentions: { parse: [] } }, hidden: true };
}

/** What is logged of an interaction; never what was typed. */
export function aboutOf(interaction: BaseInteraction, command: string): RespondOptions['about'] {
  return { command, interaction: interaction.id, server: interaction.guildId };
}
