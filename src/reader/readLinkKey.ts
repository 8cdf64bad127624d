import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;

/**
 * Reads the key for signing the reader's links, or creates one if there is none; only its owner may read the file. If
 * several processes create one at the same time, all get the same. Throws one sentence that says why it cannot.
 */
export function readLinkKey(file: string): Buffer {
  const text = read(file) ?? make(file);
  if (/^[0-9a-f]{64}$/u.test(text)) return Buffer.from(text, 'hex');
  throw new Error(
    `Cannot use the key "${file}": it must be 64 hex digits; put a backup in its place, or delete it, and every link signed so far stops working`,
  );
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw new Error(`Cannot read the key "${file}": ${codeOf(error)}`, { cause: error });
  }
}

/** Writes the key to a temporary file and links it into place, so that it is never seen half written, nor replaced. */
function make(file: string): string {
  const own = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    if (!existsSync(dirname(file))) mkdirSync(dirname(file));
    writeFileSync(own, `${randomBytes(KEY_BYTES).toString('hex')}\n`, { mode: OWNER_ONLY, flag: 'wx', flush: true });
    linkSync(own, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST')
      throw new Error(`Cannot write the key "${file}": ${codeOf(error)}`, { cause: error });
  } finally {
    rmSync(own, { force: true });
  }
  return read(file) ?? '';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
