import { troubleOf, type Trouble } from './storeTrouble.ts';

/** Is told, once each time, that a database is in trouble, and that it is well again. */
export interface HealthListener {
  readonly onTrouble: (trouble: Trouble) => void;
  readonly onRecovery: () => void;
  /** Is told in a sentence of something stored that cannot be read. Default: nobody is. */
  readonly onUnreadable?: ((sentence: string) => void) | undefined;
}

/** Follows whether a database works. */
export interface StoreHealth {
  readonly trouble: () => Trouble | undefined;
  /** Notes that a statement failed. Returns the error to throw: one that names the trouble, if there is any. */
  failed(error: unknown): unknown;
  /** Notes that something was written, so that the database is neither full nor locked. */
  wrote(): void;
  /** Notes what a check of the whole file came to. */
  checked(damage: Trouble | undefined): void;
}

/** Starts as well. Damage is only over once a check of the whole file finds none. */
export function createStoreHealth(
  file: string,
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
      const trouble = troubleOf(error, file);
      if (!trouble) return error;
      enter(trouble);
      return new Error(trouble.sentence, { cause: error });
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
