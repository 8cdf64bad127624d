import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { createRest } from './createRest.ts';
import { refusal, type Refusal } from '../interactions/refusal.ts';

/** Asks Discord which application a token belongs to, or returns why it did not say. */
export async function readApplication(connection: Parameters<typeof createRest>[0]): Promise<string | Refusal> {
  try {
    return z.object({ id: z.string() }).parse(await createRest(connection).get(Routes.currentApplication())).id;
  } catch (error) {
    return refusal(error, connection.api);
  }
}
