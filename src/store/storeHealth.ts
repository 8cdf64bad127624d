import type { Trouble } from './storeTrouble.ts';

/** Called once when a database gets into trouble, and once when it has recovered. */
export interface HealthListener {
  readonly onTrouble: (trouble: Trouble) => void;
  readonly onRecovery: () => void;
  /** Called with a sentence about a stored value that cannot be read. Default: ignored. */
  readonly onUnreadable?: ((sentence: string) => void) | undefined;
}

/** Why a statement failed: the database as a whole is in trouble, which says nothing about what was asked. */
export class StoreFailure extends Error {}

/** Tracks whether a database works. */
export interface StoreHealth {
  readonly trouble: () => Trouble | undefined;
  /** Records that a statement failed. Returns the error to throw: one that names the trouble, if there is any. */
  failed(error: unknown): unknown;
  /** Records a successful write, so the database is neither full nor locked. */
  wrote(): void;
  /** Records the result of a check of the whole file. */
  checked(damage: Trouble | undefined): void;
}

/** Starts healthy. `troubleOf` recognizes errors about the database as a whole. Damage is only over once a check of the whole file finds none. */
export function createStoreHealth(
  troubleOf: (error: unknown) => Trouble | undefined,
  { onTrouble, onRecovery }: Omit<HealthListener, 'onUnreadable'>,
): StoreHealth {
  let present: Trouble | undefined;
  const enter = (next: Trouble): void => {
    const known = present?.kind === next.kind || present?.kind === 'damaged';
    if (!known) {
      present = next;
      onTrouble(next);
    }
  };
  const leave = (): void => {
    if (!present) return;
    present = undefined;
    onRecovery();
  };
  return {
    trouble: () => present,
    failed(error) {
      const trouble = troubleOf(error);
      if (!trouble) return error;
      enter(trouble);
      return new StoreFailure(trouble.sentence, { cause: error });
    },
    wrote() {
      if (present?.kind !== 'damaged') leave();
    },
    checked(damage) {
      if (damage) enter(damage);
      else if (present?.kind === 'damaged') leave();
    },
  };
}
