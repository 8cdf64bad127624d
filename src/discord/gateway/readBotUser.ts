import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { createRest } from './createRest.ts';
import { refusal, type Refusal } from '../interactions/refusal.ts';

/** Asks Discord for the id of the bot's user, or returns why it did not say. */
export async function readBotUser(connection: Parameters<typeof createRest>[0]): Promise<string | Refusal> {
  try {
    return z.object({ id: z.string() }).parse(await createRest(connection).get(Routes.user())).id;
  } catch (error) {
    return refusal(error, connection.api);
  }
}
