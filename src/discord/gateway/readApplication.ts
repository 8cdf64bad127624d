import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import { createRest } from './createRest.ts';
import { refusal, type Refusal } from '../interactions/refusal.ts';

const applicationSchema = z.object({
  id: z.string(),
  /** The public key, with which Discord signs interactions over HTTP. */
  verify_key: z.string().optional(),
});

/** Asks Discord which application a token belongs to, or returns why it did not say. */
export async function readApplication(
  connection: Parameters<typeof createRest>[0],
): Promise<z.infer<typeof applicationSchema> | Refusal> {
  try {
    return applicationSchema.parse(await createRest(connection).get(Routes.currentApplication()));
  } catch (error) {
    return refusal(error, connection.api);
  }
}
