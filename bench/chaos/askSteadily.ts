import { setTimeout } from 'node:timers/promises';
import { interact, roomInfo, slash } from 'discord-room/member';
import type { Room } from 'discord-room';

const PER_SECOND = 20;
/** The room gives up after Discord's three seconds; a deferred answer may take longer. */
const WAIT_MS = 10_000;

/** What became of the interactions that a member sent. */
export interface Asked {
  readonly sent: number;
  readonly answered: number;
  /** Shown to the member as failed. */
  readonly failed: number;
  /** Neither answered nor shown as failed. */
  readonly lost: number;
  /** The longest time without an answer, in seconds. */
  readonly silence: number;
  /** When each interaction was sent that was answered, oldest first; milliseconds since 1970. */
  readonly answeredAt: readonly number[];
}

/** Sends 20 interactions a second until a moment, and waits for the end of each. */
export async function askSteadily(room: Room, until: number): Promise<Asked> {
  const { members } = await roomInfo(room);
  const member = members[0]!;
  while ((await roomInfo(room)).commands.length === 0) await setTimeout(100);
  const body = await slash(room, 'sources', []);
  const counts = { sent: 0, answered: 0, failed: 0, lost: 0 };
  let [last, silence] = [Date.now(), 0];
  const answeredAt: number[] = [];
  const one = async (): Promise<void> => {
    const sent = Date.now();
    counts.sent += 1;
    // A broken connection to the room counts as neither answered nor shown as failed.
    const { status } = await interact(room, member, body, `?wait=true&timeout_ms=${WAIT_MS}`).catch(() => ({
      status: 0,
    }));
    if (status === 200) {
      counts.answered += 1;
      answeredAt.push(sent);
      silence = Math.max(silence, Date.now() - last);
      last = Date.now();
    } else if (status === 504) counts.failed += 1;
    else counts.lost += 1;
  };
  const all: Promise<void>[] = [];
  for (let next = Date.now(); next < until; next += 1000 / PER_SECOND) {
    await setTimeout(Math.max(0, next - Date.now()));
    all.push(one());
  }
  await Promise.all(all);
  return { ...counts, silence: silence / 1000, answeredAt: answeredAt.toSorted((a, b) => a - b) };
}
