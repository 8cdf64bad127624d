import { createHash } from 'node:crypto';

/** Longest nonce that Discord takes. */
const NONCE_MAX_CHARS = 25;

/** Makes a nonce of what a message is about: the same for the same text, of whatever length. */
export function nonceOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, NONCE_MAX_CHARS);
}
