import type { BareMention } from '../mentions/eventMention.ts';
import { modifies, placedIn } from '../dates/placedDate.ts';
import { hasNamedObject } from '../mentions/namedObject.ts';
import type { Sentence } from '../mentions/sentence.ts';

/** Returns how definite a mention is: a date, a place, somebody who acts, a verb in the past. */
export function weightOf({ date, places, actors, mention }: BareMention, { words }: Sentence): number {
  const { trigger, finite, at } = mention;
  let weight = trigger.weak ? 0 : 1;
  if (date && date.edtf !== null) weight += date.certainty === 'vague' ? 1 : 2;
  if (places.length > 0) weight += 2;
  if (actors.length > 0) weight += 1;
  if (hasNamedObject(mention, words)) weight += trigger.word === 'noun' ? 2 : 1;
  if (finite) weight += 2;
  if (trigger.word === 'noun' && date) {
    const placed = placedIn(words, date);
    if (placed && modifies(words, placed, mention)) weight += 2;
  }
  const before = words[at - 1];
  if (
    trigger.word === 'noun' &&
    trigger.form === 'singular' &&
    before &&
    (before.possessive ||
      before.text === 'the' ||
      words.slice(Math.max(0, at - 4), at).some(({ text }) => text === 'the'))
  )
    weight += 1;
  return weight;
}
