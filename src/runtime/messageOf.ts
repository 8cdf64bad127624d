/** Returns an error's message, or any other thrown value as text. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Returns the first line of an error's message; libraries append many details. */
export function firstLineOf(error: unknown): string {
  const [line = ''] = messageOf(error).split('\n', 1);
  return line;
}
