import { createHash } from 'node:crypto';
import type { AnswerEvent } from '../../answer/schema/eventAnswers.ts';
import { handleOf } from '../parts/renderContext.ts';

const ID_HEX_DIGITS = 16;

/**
 * Returns an id for an event that is the same in every export of its edition, whatever the query and whatever editors
 * change: a hash of its handle and of the position of its trigger words.
 */
export function eventId({ excerpt, trigger }: Pick<AnswerEvent, 'excerpt' | 'trigger'>): string {
  return createHash('sha256')
    .update(JSON.stringify([handleOf(excerpt), trigger]))
    .digest('hex')
    .slice(0, ID_HEX_DIGITS);
}
