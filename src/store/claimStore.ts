import { dirname } from 'node:path';
import type { Store } from './store.ts';

/** The owner of a database. */
export interface StoreOwner {
  readonly kind: 'discord' | 'room';
  /** The application's id. */
  readonly application: string;
}

const NAMES: Readonly<Record<StoreOwner['kind'], string>> = { discord: 'Discord', room: 'the local room' };

/**
 * Records the owner of a database when it is first used. Returns undefined if this is the owner; otherwise a sentence
 * that says whose it is and what to do, since its servers, channels and digests belong to another application.
 */
export async function claimStore(
  store: Store,
  { kind, application, now }: StoreOwner & { readonly now: number },
): Promise<string | undefined> {
  const owner = await store.write(async (transaction) => {
    await transaction
      .insertInto('owner')
      .values({ id: 1, kind, application, claimed_at: now })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    return transaction.selectFrom('owner').selectAll().executeTakeFirstOrThrow();
  });
  if (owner.kind === kind && owner.application === application) return undefined;
  const theirs = `application ${owner.application} (${NAMES[owner.kind as StoreOwner['kind']] ?? owner.kind})`;
  const [place, change] =
    store.kind === 'postgres'
      ? [store.name, 'DATABASE_URL to a database of its own']
      : [`in "${dirname(store.name)}"`, 'DATA_DIR to a folder of its own'];
  return `The database ${place} belongs to ${theirs}, and this is application ${application} (${NAMES[kind]}): set ${change}, or use the other application's token.`;
}
