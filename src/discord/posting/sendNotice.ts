import { nonceOf } from './nonceOf.ts';
import { DiscordAPIError, Routes, type REST } from 'discord.js';

/** Who gets a notice: the channel if one is set; the member gets a direct message if that fails. */
export interface NoticeTo {
  readonly channel?: string | undefined;
  readonly user: string;
  /**
   * What it is about, such as a run's id. For a few minutes Discord shows only one notice about it in a channel,
   * however often it is sent.
   */
  readonly subject: string;
}

/**
 * Posts a notice once, in the channel or else as a direct message. Resolves to true if it arrived or never can (no one
 * can receive it), and to false if it is worth retrying.
 */
export async function sendNotice(rest: REST, { channel, user, subject }: NoticeTo, notice: object): Promise<boolean> {
  const payload = { ...notice, nonce: nonceOf(`notice ${subject}`), enforce_nonce: true };
  const first = channel === undefined ? 'refused' : await attempt(rest, channel, payload);
  if (first !== 'refused') return first === 'sent';
  const direct = await openDirectMessage(rest, user);
  if (direct === undefined) return false;
  return direct === 'refused' || (await attempt(rest, direct, payload)) !== 'failed';
}

async function attempt(rest: REST, channel: string, payload: object): Promise<'sent' | 'refused' | 'failed'> {
  try {
    await rest.post(Routes.channelMessages(channel), { body: payload });
    return 'sent';
  } catch (error) {
    return isRefusal(error) ? 'refused' : 'failed';
  }
}

async function openDirectMessage(rest: REST, user: string): Promise<string | undefined> {
  try {
    const channel = (await rest.post(Routes.userChannels(), { body: { recipient_id: user } })) as {
      readonly id: string;
    };
    return channel.id;
  } catch (error) {
    return isRefusal(error) ? 'refused' : undefined;
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status >= 400 && error.status < 500 && error.status !== 401;
}
