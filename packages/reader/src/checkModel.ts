import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import checksums from '../model/checksums.json' with { type: 'json' };

/** The folder with the model that comes with the package. */
export const MODEL_FOLDER = fileURLToPath(new URL('../model/', import.meta.url));

/** Names the model in cache keys: 12 hex digits over the checksums of its files. */
export const MODEL_VERSION = createHash('sha256').update(JSON.stringify(checksums)).digest('hex').slice(0, 12);

export type ModelCheck = { readonly kind: 'whole' } | { readonly kind: 'missing' | 'damaged'; readonly file: string };

/** Compares each file of the model with its checksum. Reads 24 MB. */
export async function checkModel(folder = MODEL_FOLDER): Promise<ModelCheck> {
  for (const [file, expected] of Object.entries(checksums)) {
    const found = await checksumOf(`${folder}/${file}`);
    if (found === undefined) return { kind: 'missing', file };
    if (found !== expected) return { kind: 'damaged', file };
  }
  return { kind: 'whole' };
}

/** Returns undefined if the file cannot be read. */
async function checksumOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}
