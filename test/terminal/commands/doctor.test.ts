import { join } from 'node:path';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startRoom, type Room } from 'discord-room';
import { openStore } from '../../../src/store/store.ts';
import { addSchedule } from '../../fixtures/schedules.ts';
import { roomInfo } from 'discord-room/member';
import { line, temporaryFolder } from '../line.ts';

describe('rapporteur doctor', () => {
  let room: Room;
  beforeAll(async () => {
    room = await startRoom({ rateLimits: false });
  });
  afterAll(() => room.close());

  const discord = (token = room.token): Readonly<Record<string, string>> => ({
    DISCORD_TOKEN: token,
    DISCORD_API: `${room.address}/api`,
  });

  test('finds everything well without a token, but says that there is none', async () => {
    const { code, out, error } = await line(['doctor'], { environment: { DATA_DIR: await temporaryFolder() } });
    expect([code, error]).toEqual([0, '']);
    expect(states(out)).toEqual({
      environment: 'ok',
      token: 'warn',
      store: 'ok',
      'zone data': 'ok',
      corpus: 'ok',
      access: 'ok',
      uploads: 'ok',
      reader: 'ok',
    });
  });

  test('asks Discord about token, gateway, commands and clock, and changes nothing there', async () => {
    const environment = { DATA_DIR: await temporaryFolder(), ...discord() };
    for (const _ of ['first', 'again']) {
      const { code, out } = await line(['doctor'], { environment });
      expect(code).toBe(0);
      expect(states(out)).toMatchObject({ token: 'ok', intents: 'ok', commands: 'warn', clock: 'ok', invite: 'ok' });
      expect(out).toContain(`client_id=${(await roomInfo(room)).application_id}&scope=bot+applications.commands&`);
    }
    await line(['register'], { environment });
    expect(states((await line(['doctor'], { environment })).out)).toMatchObject({ commands: 'ok' });
  });

  test('says where Discord sends interactions, if that is not where the bot waits for them', async () => {
    const gateway = { DATA_DIR: await temporaryFolder(), ...discord() };
    const http = { ...gateway, INTERACTIONS: 'http', HTTP_PORT: '8080', PUBLIC_URL: 'https://briefing.example.org' };
    const before = await line(['doctor'], { environment: http });
    expect(before.out).toMatch(/warn {2}interactions: .* enter https:\/\/briefing\.example\.org\/interactions as/u);
    expect(states(before.out)).not.toHaveProperty('intents');
    room.world.interactionsEndpoint = 'https://briefing.example.org/interactions';
    onTestFinished(() => void (room.world.interactionsEndpoint = null));
    expect((await line(['doctor'], { environment: http })).out).toMatch(/ok {4}interactions: .*no mentions/u);
    const wrong = { ...http, DISCORD_PUBLIC_KEY: 'a'.repeat(64) };
    expect((await line(['doctor'], { environment: wrong })).out).toMatch(/fail {2}interactions: DISCORD_PUBLIC_KEY/u);
    const unheard = await line(['doctor'], { environment: gateway });
    expect(unheard.out).toMatch(/fail {2}interactions: .*set INTERACTIONS=http/u);
    expect(unheard.code).toBe(2);
  });

  test('names what is missing in the channel of each digest, and how to grant it', async () => {
    const folder = await temporaryFolder();
    const environment = { DATA_DIR: folder, ...discord() };
    expect(states((await line(['doctor'], { environment })).out)).not.toHaveProperty('digests');
    const { guild_id: guild, application_id: bot, channels } = await roomInfo(room);
    const [open, closed] = channels.filter(({ type }) => type === 0);
    const store = await openStore(join(folder, 'rapporteur.sqlite'));
    onTestFinished(() => store.close());
    const add = (name: string, channel: string) => addSchedule(store, { guild, channel, name });
    await add('Morning', open!.id);
    expect((await line(['doctor'], { environment })).out).toContain('ok    digests: the bot may post in the channel');
    await add('Evening', closed!.id);
    await add('Lost', '99');
    const [history, send] = [PermissionFlagsBits.ReadMessageHistory, PermissionFlagsBits.SendMessages];
    room.world.channels.get(closed!.id)!.overwrites = [
      { id: guild, type: 0, allow: 0n, deny: history | send },
      { id: bot, type: 1, allow: history, deny: 0n },
    ];
    const { code, out } = await line(['doctor'], { environment });
    expect(code).toBe(0);
    expect(out).toMatch(/^warn {2}digests: "Evening" in channel \d+: the bot lacks Send Messages; grant that/mu);
    expect(out).toMatch(/^warn {2}digests: "Lost" in channel 99: the bot cannot see it/mu);
    expect(out).not.toContain('Morning');
  });

  test('says what to do about a token that Discord refuses, and never shows it', async () => {
    const environment = { DATA_DIR: await temporaryFolder(), ...discord('wrong-token') };
    const { code, out } = await line(['doctor'], { environment });
    expect(code).toBe(2);
    expect(out).toMatch(/^fail {2}token: .*401.*DISCORD_TOKEN/mu);
    expect(out).not.toContain('wrong-token');
  });

  test('says what to do if Discord cannot be reached', async () => {
    const environment = {
      DATA_DIR: await temporaryFolder(),
      DISCORD_TOKEN: 'token',
      DISCORD_API: 'http://127.0.0.1:9/api',
    };
    const { code, out } = await line(['doctor'], { environment });
    expect([code, states(out)['Discord']]).toEqual([2, 'fail']);
  });

  test('says what is wrong with the store and the corpus', async () => {
    const folder = await temporaryFolder();
    const environment = { DATA_DIR: '/dev/null/none', CORPUS_DIR: join(folder, 'nowhere') };
    const { code, out } = await line(['doctor', '--json'], { environment });
    expect(code).toBe(2);
    const { checks } = JSON.parse(out) as { checks: readonly { name: string; state: string }[] };
    expect(checks.flatMap(({ name, state }) => (state === 'fail' ? [name] : []))).toEqual(['store', 'corpus']);
  });
});

function states(out: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...out.matchAll(/^(ok|warn|fail) +([^:]+):/gmu)].map(([, state, name]) => [name!, state!]),
  );
}
