import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Config } from '../../runtime/config.ts';
import type { Finding } from './finding.ts';

const applicationSchema = z.object({
  interactions_endpoint_url: z.string().nullish(),
  verify_key: z.string().optional(),
});

/** Checks that Discord sends interactions where this bot waits for them: over the gateway, or to its endpoint. */
export async function checkInteractions(
  { INTERACTIONS: transport, DISCORD_PUBLIC_KEY: publicKey, PUBLIC_URL: address }: Config,
  get: (path: string) => Promise<unknown>,
): Promise<readonly Finding[]> {
  const { interactions_endpoint_url: url, verify_key: key } = applicationSchema.parse(
    await get(Routes.currentApplication()),
  );
  const finding = (state: Finding['state'], detail: string): Finding => ({ name: 'interactions', state, detail });
  if (transport === 'gateway') {
    if (!url) return [];
    const detail = `Discord sends them to ${url}, so none arrives over the gateway; clear the Interactions Endpoint URL in the developer portal, or set INTERACTIONS=http`;
    return [finding('fail', detail)];
  }
  if (publicKey !== undefined && key !== undefined && publicKey.toLowerCase() !== key.toLowerCase()) {
    const detail =
      'DISCORD_PUBLIC_KEY is not the key of this application; leave it out, or copy it from the developer portal';
    return [finding('fail', detail)];
  }
  if (!url) {
    const detail = `Discord still sends them over the gateway; start the bot, then enter ${address ?? 'https://YOUR-HOST'}/interactions as Interactions Endpoint URL in the developer portal`;
    return [finding('warn', detail)];
  }
  const detail = `Discord sends them to ${url}; over HTTP the bot hears no messages, so it answers no mentions, has no ask channels and greets no server`;
  return [finding('ok', detail)];
}
