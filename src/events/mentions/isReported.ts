import type { EventMention } from './eventMention.ts';

/** A mention counts as an event from this weight on; see `weightOf`. */
const MIN_WEIGHT = 4;

/**
 * Returns true if a mention belongs in a list of events. Excludes possibilities, general truths, and whatever nothing
 * makes definite; references such as "the crime" only count if they say when or where.
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
