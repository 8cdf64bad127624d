import type { EventMention } from './eventMention.ts';

/** A mention is an event from this weight on; see `weightOf`. */
const MIN_WEIGHT = 4;

/**
 * Returns true if a mention belongs into a list of events. Leaves out what only might be, what is true in general, and
 * what nothing makes definite; "the crime" and the like count only if they say when or where.
 */
export function isReported({ modality, weight, mention, date, places, placed, actors }: EventMention): boolean {
  const { trigger, finite } = mention;
  if (mention.trigger.generic) return modality === 'actual' && (date?.edtf != null || places.length > 0);
  const dated = date !== undefined && date.certainty !== 'vague';
  if (modality === 'possible') return false;
  if (modality === 'planned' || modality === 'denied') return weight >= MIN_WEIGHT + 1 && dated;
  if (trigger.word === 'verb' && !finite) return false;
  if (trigger.weak && !dated && !(placed && actors.length > 0)) return false;
  if (trigger.weak && trigger.word === 'verb' && actors.length === 0 && places.length === 0) return false;
  const exact = places.some(({ kind }) => kind !== 'country' && kind !== 'region');
  if (trigger.form === 'plural' && !dated && !(finite && (exact || date !== undefined))) return false;
  return weight >= MIN_WEIGHT;
}
