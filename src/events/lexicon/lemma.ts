import { englishBase } from '../../language/words/englishForms.ts';
import { isNounLemma, isVerbLemma } from './senses.ts';

/** Verb forms that `englishBase` leaves alone or takes for another word's, by lemma. */
const OWN_FORMS: Readonly<Record<string, string>> = {
  was: 'be',
  were: 'be',
  is: 'be',
  are: 'be',
  am: 'be',
  been: 'be',
  being: 'be',
  has: 'have',
  had: 'have',
  having: 'have',
  did: 'do',
  done: 'do',
  does: 'do',
  went: 'go',
  gone: 'go',
  got: 'get',
  gotten: 'get',
  gave: 'give',
  given: 'give',
  made: 'make',
  said: 'say',
  set: 'set',
  born: 'bear',
  died: 'die',
  dying: 'die',
  lies: 'lie',
  lying: 'lie',
  tied: 'tie',
  tying: 'tie',
  slew: 'slay',
  became: 'become',
  founded: 'found',
  founding: 'found',
};

/** Returns the base form of a verb as it is in a text, in lower case. */
export function verbLemma(word: string): string {
  const own = OWN_FORMS[word];
  if (own !== undefined) return own;
  if (word.startsWith('re-')) return `re-${verbLemma(word.slice('re-'.length))}`;
  const base = englishBase(word);
  if (base !== word && isKnownVerb(base)) return base;
  if (isKnownVerb(word)) return word;
  return (
    candidates(word, [
      [/ies$/u, ['y', 'ie']],
      [/(?<=ss|sh|ch|x|z|o)es$/u, ['']],
      [/s$/u, ['']],
      [/ied$/u, ['y', 'ie']],
      [/(?<double>[a-z])\k<double>ed$/u, ['$1', '$1$1']],
      [/ed$/u, ['e', '']],
      [/(?<double>[a-z])\k<double>ing$/u, ['$1', '$1$1']],
      [/ing$/u, ['e', '']],
    ]).find(isKnownVerb) ?? word
  );
}

/** Verbs that WordNet does not have. */
const NEW_VERBS: ReadonlySet<string> = new Set(
  'crowdfund fundraise livestream onboard retweet tweet unfollow'.split(' '),
);

function isKnownVerb(word: string): boolean {
  return isVerbLemma(word) || NEW_VERBS.has(word);
}

/** Returns the singular of a noun as it is in a text, in lower case. */
export function nounLemma(word: string): string {
  const base = englishBase(word);
  // "Men" is a noun of its own, but mostly the plural of "man".
  if (isNounLemma(word) && !(word.endsWith('men') && isNounLemma(base))) return word;
  if (base !== word && isNounLemma(base)) return base;
  const found = candidates(word, [
    [/ies$/u, ['y', 'ie']],
    [/(?<=ss|sh|ch|x|z|o)es$/u, ['']],
    [/(?<!s)s$/u, ['']],
  ]);
  return found.find(isNounLemma) ?? found[0] ?? word;
}

function candidates(word: string, endings: readonly (readonly [RegExp, readonly string[]])[]): readonly string[] {
  return endings.flatMap(([ending, bases]) =>
    ending.test(word) ? bases.map((base) => word.replace(ending, base)) : [],
  );
}
