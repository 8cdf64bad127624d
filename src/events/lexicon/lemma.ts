import { englishBase } from '../../language/words/englishForms.ts';
import { lexicalKind } from './kindLexicon.ts';
import { KIND_OF_NOUN, KIND_OF_VERB } from './kindWords.ts';
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
  singing: 'sing',
  skied: 'ski',
};

/** Returns the base form of a verb as it is in a text, in lower case. */
export function verbLemma(word: string): string {
  const own = OWN_FORMS[word];
  if (own !== undefined) return own;
  if (word.startsWith('re-')) return `re-${verbLemma(word.slice('re-'.length))}`;
  const base = englishBase(word);
  const isOther = base !== word && isKnownVerb(base);
  if (!isOther && isKnownVerb(word)) return word;
  const regular = candidates(word, [
    [/ies$/u, ['y', 'ie']],
    [/(?<=ss|sh|ch|x|z|o)es$/u, ['']],
    [/s$/u, ['']],
    [/(?<=[aiu]s)es$/u, ['']],
    [/ied$/u, ['y', 'ie']],
    // Of two spellings the one that is in the word: "installed" is of "install", not of "instal".
    [/(?<double>[a-z])\k<double>ed$/u, ['$1$1', '$1']],
    [/ed$/u, ['e', '']],
    [/(?<double>[a-z])\k<double>ing$/u, ['$1$1', '$1']],
    [/ing$/u, ['e', '']],
  ]).find(isKnownVerb);
  // "Leaves" is of "leave", though it is a form of "leaf" as well; "found" and "saw" are past forms before all else.
  if (regular !== undefined && !(isOther && isKnownVerb(word))) return regular;
  return isOther ? base : word;
}

/** Verbs that WordNet does not have. */
const NEW_VERBS: ReadonlySet<string> = new Set(
  'crowdfund fundraise livestream onboard retweet tweet unfollow'.split(' '),
);

function isKnownVerb(word: string): boolean {
  return isVerbLemma(word) || NEW_VERBS.has(word) || KIND_OF_VERB.has(word) || lexicalKind(word, 'verb') !== undefined;
}

/** Returns the singular of a noun as it is in a text, in lower case. */
export function nounLemma(word: string): string {
  const base = englishBase(word);
  const found = candidates(word, [
    [/ies$/u, ['y', 'ie']],
    [/(?<=ss|sh|ch|x|zz|o)es$/u, ['']],
    [/(?<!s)s$/u, ['']],
    [/(?<=us)es$/u, ['']],
  ]);
  // "Findings" is a noun of its own, and "men" too, but mostly they are the plurals that they look like.
  const told = found.find((singular) => KIND_OF_NOUN.has(singular));
  if (told !== undefined && !KIND_OF_NOUN.has(word)) return told;
  if (isNounLemma(word) && !(word.endsWith('men') && isNounLemma(base))) return word;
  if (base !== word && isNounLemma(base)) return base;
  return found.find(isNounLemma) ?? found[0] ?? word;
}

function candidates(word: string, endings: readonly (readonly [RegExp, readonly string[]])[]): readonly string[] {
  return endings.flatMap(([ending, bases]) =>
    ending.test(word) ? bases.map((base) => word.replace(ending, base)) : [],
  );
}
