import { describe, expect, test } from 'vitest';
import { KIND_OF_NOUN, KIND_OF_VERB } from '../../../src/events/lexicon/kindWords.ts';
import { nounLemma, verbLemma } from '../../../src/events/lexicon/lemma.ts';
import { formsOf } from '../../../src/events/mentions/verbForms.ts';

/** The forms of a word that are forms of another one as well, such as "found" and "wound", may be brought back to that. */
function isFormOf(word: string, lemma: string): boolean {
  return verbLemma(lemma) === lemma && (word === lemma || formsOf(lemma).some(([form]) => form === word));
}

/** Irregular forms that belong to another verb of the same spelling first. */
const OTHERS = new Set(['found', 'wound', 'ground']);

describe('lemmas', () => {
  test('every form of a verb that is of a kind leads to that kind', () => {
    const lost = Array.from(KIND_OF_VERB).flatMap(([verb, kind]) =>
      formsOf(verb)
        .filter(([form]) => {
          const lemma = verbLemma(form);
          return KIND_OF_VERB.get(lemma) !== kind && !isFormOf(form, lemma) && !OTHERS.has(form);
        })
        .map(([form]) => `${form}: ${verbLemma(form)}`),
    );
    expect(lost).toEqual([]);
  });

  test('the plural of a noun that is of a kind leads to that kind', () => {
    const lost = Array.from(KIND_OF_NOUN).flatMap(([noun, kind]) => {
      const plural = /[^aeiou]y$/u.test(noun)
        ? `${noun.slice(0, -1)}ies`
        : `${noun}${/(?:s|sh|ch|x)$/u.test(noun) ? 'es' : 's'}`;
      return /(?:is|lks)$/u.test(noun) || KIND_OF_NOUN.get(nounLemma(plural)) === kind ? [] : [plural];
    });
    expect(lost).toEqual([]);
  });

  test.each([
    ['canvassed', 'canvass'],
    ['installed', 'install'],
    ['decommissioned', 'decommission'],
    ['leaves', 'leave'],
    ['halved', 'halve'],
    ['singing', 'sing'],
    ['added', 'add'],
    ['stopped', 'stop'],
    ['travelled', 'travel'],
    ['saw', 'see'],
    ['found', 'find'],
    ['seed', 'seed'],
    ['focuses', 'focus'],
    ['uses', 'use'],
  ])('"%s" is of "%s"', (form, lemma) => {
    expect(verbLemma(form)).toBe(lemma);
  });

  test.each([
    ['findings', 'finding'],
    ['prizes', 'prize'],
    ['operations', 'operation'],
    ['houses', 'house'],
    ['talks', 'talks'],
    ['men', 'man'],
  ])('"%s" is of "%s"', (form, lemma) => {
    expect(nounLemma(form)).toBe(lemma);
  });
});
