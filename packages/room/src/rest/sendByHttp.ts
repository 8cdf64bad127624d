import { postSigned } from '../http/interactionsEndpoint.ts';
import { failInteraction } from '../world/interaction.ts';
import type { JsonObject } from '../json.ts';
import type { World } from '../world/world.ts';
import { acknowledge } from './callback.ts';

/**
 * Sends an interaction to the application's endpoint. The response may hold the answer (200), or leave it to the
 * callback route (202); after anything else the member sees that the application did not respond.
 */
export async function sendByHttp(world: World, payload: JsonObject): Promise<void> {
  const { interactionsEndpoint: endpoint } = world;
  const interaction = world.interactions.get(String(payload['id']));
  if (endpoint === null || !interaction) return;
  const response = await postSigned(world, endpoint, { payload });
  if (response?.status === 202 || interaction.callback !== undefined || interaction.failed) return;
  try {
    if (response?.status !== 200) throw new Error('refused');
    acknowledge({
      world,
      actor: { kind: 'bot', userId: world.applicationId },
      params: { interaction: interaction.id, token: interaction.token },
      query: new URLSearchParams(),
      body: JSON.parse(response.text),
      uploads: [],
    });
  } catch {
    failInteraction(world, interaction);
  }
}
