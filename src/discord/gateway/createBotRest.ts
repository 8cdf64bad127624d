import { REST, type InternalRequest, type ResponseLike, type RESTOptions } from 'discord.js';
import { Agent } from 'undici';

/**
 * Connections to Discord for answering interactions. Opening one costs a handshake, which takes more time than the
 * request it is opened for.
 */
const CONNECTIONS = 160;

/**
 * Creates a bot's client for Discord's REST API. What answers interactions goes over connections of its own, and does
 * not count towards the limit of 50 requests a second: Discord exempts it
 * (https://docs.discord.com/developers/topics/rate-limits#global-rate-limit), which discord.js does not know of edits
 * and follow-ups. Limits by route hold for it, and a refusal is waited out.
 */
export function createBotRest(options: Partial<RESTOptions> = {}): REST {
  const agent = new Agent({ connections: CONNECTIONS });
  const interactions = new REST({ ...options, agent, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  return new BotRest(options, interactions);
}

class BotRest extends REST {
  readonly #interactions: REST;

  constructor(options: Partial<RESTOptions>, interactions: REST) {
    super(options);
    this.#interactions = interactions;
  }

  override async queueRequest(request: InternalRequest): Promise<ResponseLike> {
    return answersInteraction(request) ? this.#interactions.queueRequest(request) : super.queueRequest(request);
  }

  override clearHandlerSweeper(): void {
    super.clearHandlerSweeper();
    this.#interactions.clearHandlerSweeper();
  }

  override clearHashSweeper(): void {
    super.clearHashSweeper();
    this.#interactions.clearHashSweeper();
  }
}

/** Whether a request is a callback, or made with an interaction's token, and so carries no bot token. */
function answersInteraction({ fullRoute, auth }: InternalRequest): boolean {
  return auth === false && (fullRoute.startsWith('/interactions/') || fullRoute.startsWith('/webhooks/'));
}
