import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

/** A file is this marker, the version (32 bytes), the contents, and a SHA-256 of all that. */
const MARK = Buffer.from('rapporteur index');
const HASH_BYTES = 32;
const HEAD_BYTES = MARK.length + HASH_BYTES;
/** Bytes that are hashed or written before yielding to the event loop: a few milliseconds' worth. */
const CHUNK_BYTES = 2 ** 21;

/** A snapshot unused for this long belongs to a corpus that is gone. */
const KEPT_DAYS = 30;
/** A temporary file younger than this is still being written. */
const WRITING_DAYS = 1 / 24;
const DAY_MS = 86_400_000;

/** The contents of a snapshot file; only for a complete file of this version. */
export type SnapshotReading =
  | { readonly kind: 'snapshot'; readonly contents: Uint8Array }
  | { readonly kind: 'missing' }
  | { readonly kind: 'outdated' }
  | { readonly kind: 'damaged' };

/** Reads a snapshot, and marks it as used. Throws the disk's errors, except for a missing file. */
export async function readSnapshotFile(file: string, version: Uint8Array, now: number): Promise<SnapshotReading> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'missing' };
    throw error;
  }
  const end = bytes.length - HASH_BYTES;
  if (end < HEAD_BYTES || !bytes.subarray(0, MARK.length).equals(MARK)) return { kind: 'damaged' };
  const hash = createHash('sha256');
  for (const chunk of byteChunks(bytes.subarray(0, end))) {
    hash.update(chunk);
    await setImmediate();
  }
  if (!hash.digest().equals(bytes.subarray(end))) return { kind: 'damaged' };
  if (!bytes.subarray(MARK.length, HEAD_BYTES).equals(version)) return { kind: 'outdated' };
  // It may have been deleted meanwhile; it was read completely.
  await utimes(file, now / 1000, now / 1000).catch(() => {});
  return { kind: 'snapshot', contents: bytes.subarray(HEAD_BYTES, end) };
}

/**
 * Writes a snapshot to a temporary file and renames it when complete, so that other processes see the old one or the
 * new one. Deletes snapshots in the folder that were not used for a month, and temporary files left by interrupted
 * writes.
 */
export async function writeSnapshotFile(
  file: string,
  {
    version,
    parts,
    now,
  }: { readonly version: Uint8Array; readonly parts: readonly Uint8Array[]; readonly now: number },
): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  const handle = await open(temporary, 'wx');
  try {
    const hash = createHash('sha256');
    for (const chunk of gathered([MARK, version, ...parts])) {
      hash.update(chunk);
      await handle.writeFile(chunk);
    }
    await handle.writeFile(hash.digest());
    await handle.close();
    await rename(temporary, file);
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(temporary, { force: true });
    throw error;
  }
  await removeOld(dirname(file), { kept: basename(file), now });
}

async function removeOld(
  folder: string,
  { kept, now }: { readonly kept: string; readonly now: number },
): Promise<void> {
  for (const name of await readdir(folder)) {
    const days = name.endsWith('.tmp') ? WRITING_DAYS : KEPT_DAYS;
    if (name === kept || !/^index-[0-9a-f]+\.bin(?:\.|$)/u.test(name)) continue;
    // Another process may be deleting the same ones.
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: now }));
    if (now - mtimeMs > days * DAY_MS) await rm(join(folder, name), { force: true });
  }
}

function* byteChunks(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) yield bytes.subarray(start, start + CHUNK_BYTES);
}

/** Joins small parts into larger chunks. */
function* gathered(parts: readonly Uint8Array[]): Iterable<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for (const part of parts.flatMap((whole) => [...byteChunks(whole)])) {
    waiting.push(part);
    length += part.length;
    if (length < CHUNK_BYTES) continue;
    yield Buffer.concat(waiting);
    [waiting, length] = [[], 0];
  }
  yield Buffer.concat(waiting);
}
