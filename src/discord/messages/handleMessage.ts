import type { Message } from 'discord.js';
import { failed, slowDown } from '../../reply/words/messages/notices.ts';
import type { BotContext } from '../interactions/botContext.ts';
import { noteUnanswered } from '../interactions/noteUnanswered.ts';
import { reportFailure } from '../interactions/respond.ts';
import { addressOf, type Address } from './addressed.ts';
import { answerReading } from './answerReading.ts';
import { deliver, plainMessage } from './deliver.ts';
import { isInAskChannel, postedQuestion } from './postedQuestion.ts';
import { readMessage } from './readMessage.ts';

/**
 * Answers a message that speaks to the bot (directly, by a mention of it or of its role, or by a reply to an answer of its),
 * and a question in an ask channel; each message once. Never throws.
 */
export async function handleMessage(message: Message, context: BotContext): Promise<void> {
  try {
    const address = addressOf(message);
    if (address === 'none' && !(await isInAskChannel(message, context))) return;
    if (!context.once(message.id)) return;
    await context.queue.run(message.author.id, () => answerMessage(message, address, context));
  } catch (error) {
    reportFailure(context.log, error, { message: message.id, server: message.guildId });
  }
}

async function answerMessage(message: Message, address: Address, context: BotContext): Promise<void> {
  const started = performance.now();
  const done = (outcome: string): void => context.count('mention', outcome, (performance.now() - started) / 1000);
  // In an ask channel nobody speaks to the bot, so it only speaks up to answer.
  const isPosted = address === 'none';
  let command = 'talk';
  try {
    const reading = isPosted ? await postedQuestion(message, context) : await readMessage(message, address, context);
    if (!reading) return;
    if (!(await isAdmitted(message, address, context))) return done('refused');
    await context.queue.turn();
    const { kind, use, payload, answer } = await answerReading(message, reading, context);
    if (use && answer) await noteUnanswered(use, { answer, context: reading.context, log: context.log });
    command = use?.command ?? command;
    const isSilent = isPosted && (kind === 'nothing' || kind === 'invalid' || kind === 'notice');
    const isSent = !isSilent && (await deliver(message, payload, reading.posted));
    const ms = Math.round(performance.now() - started);
    context.log.info({ command, kind, ms, by: isPosted ? 'post' : 'message' }, isSent ? 'answered' : 'not answered');
    done(isSilent ? 'silent' : kind);
  } catch (error) {
    const id = reportFailure(context.log, error, { command, message: message.id, server: message.guildId });
    done('failed');
    if (!isPosted) await deliver(message, plainMessage(failed(id))).catch(() => {});
  }
}

/**
 * Counts a use by the member, and one of an ask channel by all members together. A member who speaks to the bot is told of the limit
 * once until the next use that is allowed; in an ask channel nobody is.
 */
async function isAdmitted(message: Message, address: Address, context: BotContext): Promise<boolean> {
  const admission = context.enter(message.author.id);
  if (!admission.admitted) {
    const { waitSeconds, notified } = admission;
    context.log.debug({ user: message.author.id, waitSeconds, notified }, 'a member is over the limit');
    if (address !== 'none' && !notified) await deliver(message, plainMessage(slowDown(waitSeconds)));
    return false;
  }
  if (address !== 'none') return true;
  const { channel } = message;
  return context.enter(channel.isThread() ? (channel.parentId ?? channel.id) : channel.id).admitted;
}
