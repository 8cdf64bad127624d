import { messageOf } from '../../runtime/messageOf.ts';
import { StoreFailure } from '../storeHealth.ts';
import { troubleOfServer } from './troubleOfServer.ts';

/** Why a statement failed, in the words of its cause. */
class ConnectionFailure extends StoreFailure {
  constructor(cause: unknown) {
    super(messageOf(cause), { cause });
  }
}

/** A transaction whose end is unknown: the connection was lost while it was being committed. */
export class LostCommit extends ConnectionFailure {}

/** No connection could be made, however often it was tried. */
export class NotConnected extends ConnectionFailure {}

/** Whether an error says that the connection is gone or could not be made, and may work later. */
export function isConnectionLost(error: unknown): boolean {
  return troubleOfServer(error, 'postgres://')?.kind === 'unreachable';
}

const DEADLOCK_DETECTED = '40P01';
const SERIALIZATION_FAILURE = '40001';

/** Whether a transaction failed only because of others, or of its connection, and certainly changed nothing. */
export function canRepeat(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof LostCommit || error instanceof NotConnected) return false;
  const { code } = error as { readonly code?: unknown };
  return code === DEADLOCK_DETECTED || code === SERIALIZATION_FAILURE || isConnectionLost(error.cause ?? error);
}
