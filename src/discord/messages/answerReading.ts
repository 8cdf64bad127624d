import { MessageFlags, PermissionFlagsBits, type Message } from 'discord.js';
import type { Answer } from '../../answer/answer.ts';
import type { CommandContext } from '../../command/command.ts';
import { answeredQuestion } from '../../command/answeredQuestion.ts';
import { findCommand } from '../../command/runCommand.ts';
import { shownArticles } from '../../command/shownArticles.ts';
import { quotations } from '../../language/quotations/quotations.ts';
import { replySteps } from '../../reply/reply.ts';
import { newest } from '../../reply/words/messages/examples.ts';
import { cannotReadMessage, mentionMeByName, smallTalkReply } from '../../reply/words/messages/smallTalkWords.ts';
import { inSlices } from '../../runtime/steps/inSlices.ts';
import { use, type Use } from '../../utterance/intent.ts';
import type { SmallTalk } from '../../utterance/smallTalk.ts';
import type { BotContext } from '../interactions/botContext.ts';
import { answerUses } from './answerUses.ts';
import { plainMessage, type Payload } from './deliver.ts';
import type { MessageReading } from './messageReading.ts';
import { textOf } from './messageText.ts';

/** Small talk that is answered without things to try. */
const TRIES_NOTHING: ReadonlySet<SmallTalk> = new Set(['thanks', 'farewell', 'no-passage']);

/** An answer as it is sent, and what it is. */
export interface ReadingAnswer {
  readonly kind: Answer['kind'];
  /** The command that answered; none for small talk. */
  readonly use?: Use | undefined;
  readonly answer?: Answer | undefined;
  readonly payload: Payload;
}

/** Answers what a message was read as. */
export async function answerReading(
  message: Message,
  reading: MessageReading,
  context: Pick<BotContext, 'links'>,
): Promise<ReadingAnswer> {
  const { intent } = reading;
  switch (intent.kind) {
    case 'use':
      return renderUses(message, intent.uses, { reading, context });
    case 'message':
      return checkOther(message, { reading, context });
    case 'talk':
      return talk(intent.about, reading.context);
    case 'withheld':
      return notice(mentionMeByName());
    case 'silence':
      throw new RangeError('Cannot answer a message that asks nothing');
    default:
      return intent satisfies never;
  }
}

interface Rendering {
  readonly reading: MessageReading;
  readonly context: Pick<BotContext, 'links'>;
}

/** Checks the quotations of the message that theirs replies to, or finds what it says. */
async function checkOther(message: Message, { reading, context }: Rendering): Promise<ReadingAnswer> {
  const { other } = reading;
  const text = other ? textOf(other) : '';
  if (!other || text.trim() === '') return notice(cannotReadMessage());
  const command = quotations(text).length > 0 ? 'check-quotes' : 'find-in-sources';
  return renderUses(message, [use(command, { message: text, target: other.id })], { reading, context });
}

async function renderUses(
  message: Message,
  uses: readonly [Use, ...Use[]],
  { reading, context: { links } }: Rendering,
): Promise<ReadingAnswer> {
  const { context, earlier } = reading;
  const { use: used, answer } = await answerUses(uses, context, earlier);
  const rendering = replySteps(answer, {
    request: { ...used, command: discordName(used, context) },
    articles: await shownArticles(answer, context),
    links,
    hidden: false,
    isRated: context.settings.feedback === true && message.inGuild(),
    now: context.now,
    mayAttach: message.inGuild() ? mayAttach(message) : true,
  });
  const { components, files } = await inSlices(rendering);
  const attached = files.map(({ name, content }) => ({ name, attachment: Buffer.from(content) }));
  return {
    kind: answer.kind,
    use: used,
    answer,
    payload: { components, flags: MessageFlags.IsComponentsV2, ...(files.length === 0 ? {} : { files: attached }) },
  };
}

/** The name under which Discord knows the command, as its buttons carry it. */
function discordName({ command }: Use, { commands }: CommandContext): string {
  return findCommand(command, commands)?.command.definition.name ?? command;
}

function mayAttach({ guild, channel }: Message<true>): boolean {
  const me = guild.members.me;
  return me !== null && channel.permissionsFor(me).has(PermissionFlagsBits.AttachFiles);
}

async function talk(about: SmallTalk, context: CommandContext): Promise<ReadingAnswer> {
  const articles = [...context.library.articles.values()];
  const article = TRIES_NOTHING.has(about) ? undefined : newest(articles);
  const question = article && (await answeredQuestion(article, context));
  return notice(smallTalkReply(about, articles, question));
}

function notice(text: string): ReadingAnswer {
  return { kind: 'notice', payload: plainMessage(text) };
}
