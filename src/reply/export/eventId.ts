import { createHash } from 'node:crypto';
import type { AnswerEvent } from '../../answer/schema/eventAnswers.ts';
import { handleOf } from '../parts/renderContext.ts';

const ID_HEX_DIGITS = 16;

/**
 * Gives an event an id that is the same in every export of its edition, whatever else was asked for and whatever editors
 * say of it: a hash of its handle and of the place of the words that tell of it.
 */
export function eventId({ excerpt, trigger }: Pick<AnswerEvent, 'excerpt' | 'trigger'>): string {
  return createHash('sha256')
    .update(JSON.stringify([handleOf(excerpt), trigger]))
    .digest('hex')
    .slice(0, ID_HEX_DIGITS);
}
