import type { App } from '../app/app.ts';
import { readApplication } from '../discord/gateway/readApplication.ts';
import type { Room } from 'discord-room';
import { claimStore } from '../store/claimStore.ts';
import { lockStore, type Locking } from '../store/lockStore.ts';
import { CannotOpen } from '../store/store.ts';
import { messageOf } from '../runtime/messageOf.ts';

interface Owning {
  readonly token: string;
  readonly api?: string | undefined;
  /** The local room that uses it; undefined for Discord. */
  readonly room: Room | undefined;
}

/** Why the database cannot be used; `temporary` if the same settings may work later. */
interface NotOwned {
  readonly reason: string;
  readonly temporary: boolean;
}

/** Takes the database's lock for this process, or says in one sentence why it cannot. */
export function takeLock(database: string): Locking {
  try {
    return lockStore(database);
  } catch (error) {
    const detail = messageOf(error);
    const reason = `Cannot lock the database "${database}": ${detail}; set DATA_DIR to a folder that can be written.`;
    return { kind: 'refused', reason };
  }
}

/** Opens the database, checks it for damage, and makes sure that it belongs to this application. */
export async function ownStore(app: App, { token, api, room }: Owning): Promise<NotOwned | undefined> {
  try {
    const store = await app.store();
    await store.check();
    const application = await readApplication({ token, api });
    if ('reason' in application) return application;
    const kind = room ? 'room' : 'discord';
    const reason = await claimStore(store, { kind, application: application.id, now: Date.now() });
    return reason === undefined ? undefined : { reason, temporary: false };
  } catch (error) {
    const reason = messageOf(error);
    return {
      reason: reason.endsWith('.') ? reason : `${reason}.`,
      temporary: error instanceof CannotOpen && error.temporary,
    };
  }
}
