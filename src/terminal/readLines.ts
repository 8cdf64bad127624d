/**
 * Splits bytes into lines at line feeds only: JSON may contain Unicode's other line separators. Invalid UTF-8 becomes
 * U+FFFD. A line of more than `maxBytes` is returned as undefined, and never buffered whole.
 */
export async function* readLines(
  input: AsyncIterable<Uint8Array | string>,
  maxBytes: number,
): AsyncGenerator<string | undefined> {
  let parts: Uint8Array[] = [];
  let size = 0;
  const take = (): string | undefined => {
    const line = size > maxBytes ? undefined : Buffer.concat(parts).toString('utf8').replace(/\r$/u, '');
    parts = [];
    size = 0;
    return line;
  };
  const hold = (bytes: Uint8Array): void => {
    size += bytes.length;
    if (size <= maxBytes) parts.push(bytes);
    else parts = [];
  };
  for await (const chunk of input) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED); end !== -1; end = bytes.indexOf(LINE_FEED, start)) {
      hold(bytes.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < bytes.length) hold(bytes.subarray(start));
  }
  if (size > 0) yield take();
}

const LINE_FEED = 0x0a;
