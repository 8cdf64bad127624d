import type { Mention } from '../mentions/mention.ts';
import { inOneClause, type Sentence } from '../mentions/sentence.ts';

/** How far a weak verb may be from the noun it belongs to: "an earthquake struck". */
const SUBJECT_WORDS = 4;

/**
 * Drops mentions that only support another one: the verb of "launched an attack", the "attack" of "a plot to attack".
 */
export function pruneMentions(mentions: readonly Mention[], { words }: Sentence): readonly Mention[] {
  return mentions.filter((mention, index) => {
    const { trigger, at, from } = mention;
    const carried = mentions.some((other) => other.support === at);
    if (
      carried &&
      (trigger.weak ||
        /^(?:launch|plot|claim|publication|operation|order|statement|discovery|growth|founding)$/u.test(trigger.kind))
    )
      return false;
    const before = mentions[index - 1];
    const told =
      before?.trigger.word === 'noun' && trigger.weak && trigger.word === 'verb' && at - before.at <= SUBJECT_WORDS;
    if (told && inOneClause(words, at, before.at)) return false;
    const infinitive = trigger.word === 'verb' && words.slice(from, at).some(({ text }) => text === 'to');
    if (infinitive && before && at - before.at <= 8 && inOneClause(words, at, before.at)) return false;
    return !(
      trigger.word === 'verb' &&
      trigger.form === 'base' &&
      !infinitive &&
      mention.modality === 'actual' &&
      from === at
    );
  });
}
