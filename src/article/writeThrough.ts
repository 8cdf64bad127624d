import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Waits until a folder with everything in it is on the disk: files first, each folder after what it holds. */
export async function writeThrough(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await writeThrough(path);
    else if (entry.isFile()) await writePathThrough(path);
  }
  await writePathThrough(folder);
}

/** Waits until a file's contents, or the names in a folder, are on the disk. */
export async function writePathThrough(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
