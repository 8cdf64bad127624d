import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lighthouse } from '../fixtures/article.ts';
import { interact, request, slash, type Answered } from 'discord-room/member';
import { isOverHttp } from './connectBot.ts';
import { componentsOf, startBotInRoom, textOf, type BotInRoom } from './botInRoom.ts';

const EPHEMERAL = 64;

let running: BotInRoom;

beforeAll(async () => {
  running = await startBotInRoom([lighthouse], { limit: { commands: 2, windowMs: 60_000 } });
});
afterAll(() => running.close());

describe('a member over the limit', () => {
  test('is notified once and privately, then only acknowledged; others are answered', async () => {
    const { room, info, logged, use } = running;
    const [ann, bob] = info.members;
    const first = await use('quote', { text: 'Skarn Rock was bought' }, ann);
    await use('quote', { text: 'Skarn Rock was bought' }, ann);
    const told = await use('quote', { text: 'Skarn Rock was bought' }, ann);
    const channel = `/api/v10/channels/${info.channels[0]!.id}/messages`;
    const shown = async () => (await request(room, channel, { authorization: ann!.token })).body as unknown;
    const before = await shown();
    expect(textOf(told)).toMatch(/^You have asked a lot in a short time\. Try again in \d+ seconds\.$/u);
    expect(told.body.message.flags & EPHEMERAL).toBe(EPHEMERAL);
    // Nothing comes of these that the room could wait for.
    await interact(room, ann!, await slash(room, 'quote', [{ type: 3, name: 'text', value: 'Skarn' }]), '');
    await interact(room, ann!, buttonOf(first), '');
    await expect.poll(() => logged.filter((line) => /"notified":true/u.test(line)).length).toBe(2);
    await expect.poll(shown).toEqual(before);
    expect(logged.filter((line) => /"level":[4-6]0/u.test(line))).toEqual([]);
    expect(textOf(await use('quote', { text: 'Skarn Rock was bought' }, bob))).toContain('Skarn Rock was bought');
  });

  test('gets no suggestions', async () => {
    const { room, info } = running;
    const [ann, bob] = info.members;
    const focused = [{ type: 3, name: 'text', value: 'Skarn', focused: true }];
    const suggested = await interact(room, ann!, await slash(room, 'quote', focused, 4));
    expect(suggested.body.choices).toEqual([]);
    const others = await interact(room, bob!, await slash(room, 'quote', focused, 4));
    expect(others.body.choices.length).toBeGreaterThan(0);
  });

  test.skipIf(isOverHttp)('is told once below a mention, then not again', async () => {
    const { room, info, logged } = running;
    const [, bob] = info.members;
    const channel = `/api/v10/channels/${info.channels[0]!.id}/messages`;
    const authorization = bob!.token;
    const refusals = () => logged.filter((line) => line.includes('over the limit') && line.includes(bob!.id)).length;
    for (const question of ['Who?', 'When?', 'Where?', 'Why?'])
      await request(room, channel, { authorization, body: { content: `<@${info.application_id}> ${question}` } });
    await expect.poll(refusals).toBeGreaterThan(2);
    const replies = async () => {
      const { body } = await request(room, channel, { authorization });
      return (body as readonly { content: string; message_reference?: object }[]).filter(
        ({ message_reference: answered }) => answered !== undefined,
      );
    };
    await expect.poll(async () => (await replies()).length).toBeGreaterThan(0);
    const told = (await replies()).filter(({ content }) => content !== '');
    expect(told.map(({ content }) => content)).toEqual([
      expect.stringMatching(/^You have asked a lot in a short time\. Try again in \d+ seconds\.$/u),
    ]);
  });
});

function buttonOf({ body: { message } }: Answered): Record<string, unknown> {
  const { custom_id } = componentsOf({ body: { message } } as Answered).find(
    (component) => component.custom_id !== undefined,
  )!;
  return {
    type: 3,
    message_id: message.id,
    message_flags: message.flags,
    data: { component_type: 2, custom_id },
  };
}
