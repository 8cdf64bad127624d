import { wordAt, type Word } from './sentence.ts';
import type { Trigger } from './triggers.ts';
import { GENERAL } from './clauseWords.ts';
import { governorOf } from './governorOf.ts';
import { happened } from './happened.ts';
import type { Mention, Modality } from './mention.ts';
import { isNoEvent } from './nounSense.ts';

/** Reads a noun's event: whether it happened, and by which verb. Undefined if it is not an event. */
export function nounMention(trigger: Trigger, words: readonly Word[], at: number): Mention | undefined {
  if (isNoEvent(trigger, words, at)) return undefined;
  const { modality: governed, support } = governorOf(words, at);
  const modality = clauseModality(words, at, governed);
  const { clause } = wordAt(words, at);
  const general = words.some((other) => other.clause === clause && GENERAL.test(other.text));
  const actual = modality === 'actual' && !general && (support !== undefined || happened(words, at));
  return {
    trigger,
    at,
    from: at,
    modality,
    finite: modality === 'foiled' || actual,
    passive: false,
    ...(support === undefined ? {} : { support }),
  };
}

const NOUN_PHRASE_WORDS = 5;
const AHEAD_WORDS = 11;
const LIKELY =
  /^(?:\S+ ){0,8}(?:is|are|remains?) (?:\S+ ){0,2}(?:likely|possible|probable|inevitable|expected|planned)\b/u;
const TO_COME = /^(?:\S+ ){0,6}(?:will|is (?:set|due|scheduled|expected)|are (?:set|due|scheduled|expected))\b/u;

/** What the rest of the clause says: "if attacks …", "no attack", "an attack is likely", "the election will …". */
function clauseModality(words: readonly Word[], at: number, governed: Modality): Modality {
  const { clause } = wordAt(words, at);
  const opener = words.find((word) => word.clause === clause)?.text ?? '';
  const before = words.slice(Math.max(0, at - NOUN_PHRASE_WORDS), at).map(({ text }) => text);
  const ahead = words
    .slice(at + 1, at + 1 + AHEAD_WORDS)
    .filter((word) => word.clause === clause)
    .map(({ text }) => text)
    .join(' ');
  if (LIKELY.test(ahead)) return 'possible';
  let modality = /^(?:if|unless|whether)$/u.test(opener) ? 'possible' : governed;
  if (before.slice(-2).includes('no')) modality = 'denied';
  if (/\b(?:there is|there are)\b/u.test(before.join(' ')) && /^(?:before|until|if)$/u.test(opener))
    modality = 'possible';
  return modality === 'actual' && TO_COME.test(ahead) ? 'planned' : modality;
}
