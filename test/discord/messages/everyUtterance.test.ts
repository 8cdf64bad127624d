import type { RoomMember } from 'discord-room/member';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isQuestion } from '../../../src/utterance/isQuestion.ts';
import type { Intent } from '../../../src/utterance/intent.ts';
import { readUtterance } from '../../../src/utterance/readUtterance.ts';
import { articleOf, lighthouse } from '../../fixtures/article.ts';
import { COMMANDS, KNOWN } from '../../utterance/articles.ts';
import { UTTERANCES } from '../../utterance/utterances.ts';
import { startBotInRoom, type BotInRoom } from '../botInRoom.ts';
import { answerTo, messagesIn, say, wordsOf, type RoomMessage } from './talkInRoom.ts';

/** What stands in an answer of each command, and in each kind of small talk. */
const REACTIONS: Readonly<Record<string, RegExp>> = {
  ask: /\*\*(?:Question|Article|Section):\*\*|— |no author|publish|clearly answers/iu,
  quote: /¶|Fig\. |\*\*Looking for:\*\*|^Choose |no (?:¶|Fig)|There is no|-# title|-# standfirst|reference|article/u,
  verify: /\*\*(?:Exact|Altered|Absent|Not found|Same words|Spliced|In a different place|Elsewhere)/iu,
  'check-quotes': /quotations? in this message|\*\*Exact|\*\*Not found/u,
  summary: /— |sentence|Choose |No sentence/u,
  event: /\*\*When|\d{4}|event/iu,
  cite: /¶|Choose |-# title|Brandt|There is no|no (?:¶|Fig)|format/u,
  section: /¶|section|Outline|Choose /iu,
  sources: /paragraphs/u,
  help: /\*\*\/?\w+|Asking/u,
  'talk help': /Three things to write to me/u,
  'talk greeting': /^Hello!/u,
  'talk thanks': /^You’re welcome!$/u,
  'talk farewell': /^Goodbye!$/u,
  'talk complaint': /^Sorry that this was no help/u,
  'talk ask': /^Ask me something/u,
};

let bot: BotInRoom;
let mara: RoomMember;

beforeAll(async () => {
  const others = KNOWN.filter(({ id }) => id !== lighthouse.id).map(({ id, title, headings }) =>
    articleOf(
      id,
      [
        ['title', title],
        ['paragraph', 'Police arrested two smugglers in Norland on 4 June 2022.', 'All hives fell silent that summer.'],
        ...headings().flatMap((heading): [['heading', string], ['paragraph', string, string]] => [
          ['heading', heading],
          ['paragraph', `She counted 30 dead hives below “${heading}”.`, 'The tax on wages is high.'],
        ]),
      ],
      { published: '2023-03-01', author: ['Jo Falk'] },
    ),
  );
  bot = await startBotInRoom([lighthouse, ...others]);
  mara = bot.info.members[0]!;
});
afterAll(() => bot.close());

const SAID = [...new Set(UTTERANCES.map(([said]) => said))];
const surroundings = { articles: KNOWN, commands: COMMANDS };

/** What a message is read as: a command, or a kind of small talk; undefined if it is not answered. */
function reaction(intent: Intent): string | undefined {
  if (intent.kind === 'use') return intent.uses[0].command;
  return intent.kind === 'talk' ? `talk ${intent.about}` : undefined;
}

interface Way {
  readonly channel: string;
  readonly to?: string;
  /** The words as they are sent. */
  readonly worded: (said: string) => string;
  /** The reaction that they should get. */
  readonly wanted: (said: string) => string | undefined;
}

/** Sends each utterance and lists those that get another reaction than they should. */
async function wrongly({ channel, to, worded, wanted }: Way): Promise<readonly string[]> {
  const wrong: string[] = [];
  const unanswered = new Map<string, string>();
  const answered = new Set<string>();
  const note = (messages: readonly RoomMessage[]): void => {
    for (const { message_reference: reference } of messages) if (reference) answered.add(reference.message_id);
  };
  for (const said of SAID.filter((one) => worded(one) !== '')) {
    const { id } = await say(bot, mara, { channel, content: worded(said), to });
    const kind = wanted(said);
    if (kind === undefined) unanswered.set(id, said);
    else {
      const words = await answerTo(bot, mara, { channel, id }).then(wordsOf, () => 'no answer');
      if (!REACTIONS[kind]!.test(words)) wrong.push(`${said} [${kind}]: ${words.slice(0, 150)}`);
    }
    if (unanswered.size > 0) note(await messagesIn(bot, mara, channel));
  }
  note(await messagesIn(bot, mara, channel));
  return [...wrong, ...[...unanswered].flatMap(([id, said]) => (answered.has(id) ? [`${said} is answered`] : []))];
}

test('every utterance of the table gets its reaction as a mention', { timeout: 120_000 }, async () => {
  const mention = `<@${bot.info.application_id}>`;
  const wrong = await wrongly({
    channel: bot.info.channels[0]!.id,
    worded: (said) => (said.startsWith('>') || said.startsWith('/') ? `${mention}\n${said}` : `${mention} ${said}`),
    wanted: (said) => reaction(readUtterance(said, surroundings)),
  });
  expect(wrong).toEqual([]);
});

test('every utterance of the table gets its reaction in a direct message', { timeout: 120_000 }, async () => {
  const wrong = await wrongly({
    channel: mara.dm_channel_id,
    worded: (said) => said,
    wanted: (said) => reaction(readUtterance(said, surroundings)),
  });
  expect(wrong).toEqual([]);
});

test(
  'every utterance of the table gets its reaction as a reply, unless it asks the bot nothing',
  { timeout: 120_000 },
  async () => {
    const channel = bot.info.channels[0]!.id;
    const { id } = await say(bot, mara, { channel, content: `<@${bot.info.application_id}> hello` });
    const hello = await answerTo(bot, mara, { channel, id });
    const wrong = await wrongly({
      channel,
      to: hello.id,
      worded: (said) => said,
      wanted: (said) => {
        const intent = readUtterance(said, surroundings);
        if (intent.kind === 'talk') return intent.about === 'ask' ? undefined : reaction(intent);
        return isQuestion(said, intent, { isReply: true }) ? reaction(intent) : undefined;
      },
    });
    expect(wrong).toEqual([]);
  },
);
