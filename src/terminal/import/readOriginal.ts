import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** Bytes as they were received, or why there are none, as the end of a sentence. */
export type Received = Uint8Array<ArrayBuffer> | string;

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'you may not read it',
  ELOOP: 'it is a symbolic link; name the file that it points to',
  ENXIO: 'it is a pipe or a device; save what it gives as a file, or pass it by standard input as "-"',
};

/**
 * Reads a file, or says why not. A symbolic link is not followed, and what is no regular file is not read, since it
 * might never end.
 */
export async function readOriginal(file: string, maxBytes: number): Promise<Received> {
  try {
    const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const found = await handle.stat();
      if (found.isDirectory()) return UNREADABLE['EISDIR'] ?? '';
      if (!found.isFile()) return UNREADABLE['ENXIO'] ?? '';
      if (found.size > maxBytes) return tooLarge(maxBytes);
      const bytes = await handle.readFile();
      return bytes.length > maxBytes ? tooLarge(maxBytes) : new Uint8Array(bytes);
    } finally {
      await handle.close();
    }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    return UNREADABLE[code] ?? `it cannot be read (${code || message})`;
  }
}

/** Reads standard input to its end, or to the most that a document may have. */
export async function readInput(input: Readable, maxBytes: number): Promise<Received> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input as AsyncIterable<Uint8Array | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > maxBytes) return tooLarge(maxBytes);
    chunks.push(bytes);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function tooLarge(maxBytes: number): string {
  return `it has more than ${maxBytes / 1_000_000} MB`;
}
