import { nonceOf } from './nonceOf.ts';
import { DiscordAPIError, Routes, type REST } from 'discord.js';

/** Whom a notice is for: a channel, where one is set, and a member, who gets a direct message where that fails. */
export interface NoticeTo {
  readonly channel?: string | undefined;
  readonly user: string;
  /** What it is about, such as a run's id: for some minutes Discord shows one notice about it in a channel, however often it is sent. */
  readonly subject: string;
}

/**
 * Posts a notice once, in the channel or else as a direct message. Resolves to whether it arrived, or never can (nobody
 * takes it); false means that it is worth another try.
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
