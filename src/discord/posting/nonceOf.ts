import { createHash } from 'node:crypto';

/** Maximum length of a nonce on Discord. */
const NONCE_MAX_CHARS = 25;

/** Derives a nonce from a text of any length; the same text gives the same nonce. */
export function nonceOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, NONCE_MAX_CHARS);
}
