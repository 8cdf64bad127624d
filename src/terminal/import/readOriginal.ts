import { readFile, stat } from 'node:fs/promises';

/** Books have about one megabyte; anything larger is probably a mistake. */
const FILE_MAX_BYTES = 32_000_000;

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder; name the files in it',
  EACCES: 'you may not read it',
};

/** Reads a file, or says why not; a non-regular file, such as a pipe, might never end. */
export async function readOriginal(file: string): Promise<Uint8Array | string> {
  try {
    const found = await stat(file);
    if (!found.isFile() && !found.isDirectory()) return 'it is a pipe or a device; save what it gives as a file';
    if (found.size > FILE_MAX_BYTES) return `it has more than ${FILE_MAX_BYTES / 1_000_000} MB`;
    return await readFile(file);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    return UNREADABLE[code] ?? `it cannot be read (${code || message})`;
  }
}
