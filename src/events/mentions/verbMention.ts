import { wordAt, type Word } from './sentence.ts';
import type { Trigger } from './triggers.ts';
import {
  ADVERB,
  AUXILIARY,
  BE,
  DETERMINER,
  FAILS,
  GENERAL,
  HAVE,
  NEGATION,
  PLANNED,
  PLANS,
  POSSIBLE,
} from './clauseWords.ts';
import type { Mention, Modality } from './mention.ts';

export function verbMention(trigger: Trigger, words: readonly Word[], at: number): Mention | undefined {
  const { clause } = wordAt(words, at);
  let from = at;
  const group: string[] = [];
  while (
    from > 0 &&
    at - from < 6 &&
    wordAt(words, from - 1).clause === clause &&
    !wordAt(words, from).afterMark &&
    (AUXILIARY.test(wordAt(words, from - 1).text) || ADVERB.test(wordAt(words, from - 1).text))
  ) {
    from -= 1;
    group.unshift(wordAt(words, from).text);
  }
  if (isNoEvent(trigger, words, at)) return undefined;
  const before = words[from - 1];
  const has = (pattern: RegExp): boolean => group.some((word) => pattern.test(word));
  const passive = trigger.form === 'past' && has(BE);
  const perfect = has(HAVE);
  if (
    trigger.form === 'past' &&
    group.length === 0 &&
    before &&
    DETERMINER.test(before.text) &&
    !/^(?:that|one|some|many|several|others?|all|\d+)$/u.test(before.text)
  )
    return undefined;
  if (trigger.form === 'base' && (has(HAVE) || (has(BE) && !group.includes('to')))) return undefined;
  const infinitive = group.includes('to') && trigger.form === 'base';
  const modality = verbModality({ group, has, infinitive }, words, from);
  const finite =
    trigger.form === 'past' ||
    (trigger.form === 'gerund' && has(/^(?:was|were|been)$/u)) ||
    (trigger.form === 'gerund' && wordAt(words, from).afterMark);
  const general = words.some((other) => other.clause === clause && GENERAL.test(other.text));
  return {
    trigger,
    at,
    from,
    modality,
    finite: (finite || perfect || (infinitive && modality === 'actual')) && !general,
    passive,
  };
}

/** "A shot of the town", "trying to swim", "Elected officials said": words that look like an event's verb. */
function isNoEvent({ base, form }: Trigger, words: readonly Word[], at: number): boolean {
  const next = words[at + 1]?.text ?? '';
  if (base === 'try') return next === 'to';
  if (base === 'shoot' && form === 'past') return next === 'of';
  return at === 0 && form === 'past' && /^\p{Ll}+s$/u.test(next) && !/^(?:was|is|has|as|this|its)$/u.test(next);
}

const NOBODY = /^(?:no|nobody|none|neither|nothing)$/u;
const SUBJECT_WORDS = 8;

function verbModality(
  { group, has, infinitive }: { group: readonly string[]; has: (pattern: RegExp) => boolean; infinitive: boolean },
  words: readonly Word[],
  from: number,
): Modality {
  const { clause } = wordAt(words, from);
  const subject = words.slice(Math.max(0, from - SUBJECT_WORDS), from).filter((word) => word.clause === clause);
  if (group.some((word) => NEGATION.test(word)) || subject.some(({ text }) => NOBODY.test(text))) return 'denied';
  if (group[0] === 'be') return 'possible';
  if (has(POSSIBLE)) return 'possible';
  if (has(PLANNED)) return 'planned';
  if (group.includes('being') && words[from - 1]?.text === 'from') return 'possible';
  const opener = words.find((word) => word.clause === clause)?.text ?? '';
  if (/^(?:if|unless|whether)$/u.test(opener)) return 'possible';
  if (!infinitive) return 'actual';
  const governor = words.slice(Math.max(0, from - 4), from).map((word) => word.text);
  if (governor.some((word) => FAILS.test(word))) return 'denied';
  if (governor.some((word) => /^(?:attempt|tried|trying|manage|began|begin|continu|forc|helped|used)/u.test(word)))
    return 'actual';
  return governor.some((word) => PLANS.test(word) || /^(?:set|due|decid|agree)/u.test(word)) ? 'planned' : 'possible';
}
