const SQLITE_BUSY = 5;

/** Returns true if an error says that another connection has the database locked; extended codes count too. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === SQLITE_BUSY;
}
