import type { Names } from '../names.ts';

/** How long somebody counts as typing after the last event that says so. */
const TYPING_MS = 10_000;

/** Who is typing where. */
export interface Typing {
  readonly note: (channelId: string, userId: string, nowMs: number) => void;
  /** A message ends its author's typing. */
  readonly end: (channelId: string, userId: string) => void;
  /** Words who is typing in a channel; empty if nobody is. */
  readonly sentence: (channelId: string, nowMs: number, names: Pick<Names, 'user'>) => string;
  readonly clear: () => void;
}

/** Keeps who is typing where. */
export function createTyping(): Typing {
  /** By channel, until when each user is typing. */
  const until = new Map<string, Map<string, number>>();
  return {
    note(channelId, userId, nowMs) {
      const known = until.get(channelId) ?? new Map<string, number>();
      until.set(channelId, known.set(userId, nowMs + TYPING_MS));
    },
    end: (channelId, userId) => void until.get(channelId)?.delete(userId),
    sentence(channelId, nowMs, names) {
      const active = [...(until.get(channelId) ?? [])].flatMap(([id, end]) => (end > nowMs ? [names.user(id)] : []));
      return active.length === 0 ? '' : `${active.join(', ')} ${active.length === 1 ? 'is' : 'are'} typing…`;
    },
    clear: () => until.clear(),
  };
}
