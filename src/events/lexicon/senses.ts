import data from './senses.json' with { type: 'json' };

/** WordNet's classes of verbs, by the commonest sense. */
export type VerbSense = keyof typeof data.verbs;
/** WordNet's classes of nouns that tell events, people and groups, by the commonest sense. */
export type NounSense = keyof typeof data.nouns;

const VERBS = readSenses<VerbSense>(data.verbs);
const NOUNS = readSenses<NounSense>(data.nouns);

/** Returns the class of a verb's base form, or undefined if the lexicon does not have the verb. */
export function verbSense(lemma: string): VerbSense | undefined {
  return VERBS.get(lemma);
}

/** Returns the class of a noun's singular, or undefined if it is none of these classes. */
export function nounSense(lemma: string): NounSense | undefined {
  return NOUNS.get(lemma);
}

export function isVerbLemma(word: string): boolean {
  return VERBS.has(word);
}

export function isNounLemma(word: string): boolean {
  return NOUNS.has(word);
}

function readSenses<Sense extends string>(lists: Readonly<Record<Sense, string>>): ReadonlyMap<string, Sense> {
  return new Map(
    (Object.entries(lists) as [Sense, string][]).flatMap(([sense, lemmas]) =>
      lemmas.split(' ').map((lemma) => [lemma, sense] as const),
    ),
  );
}
