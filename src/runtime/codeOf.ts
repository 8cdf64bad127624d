/** Returns the code of a system error, such as `EADDRINUSE`, or the error as text. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
