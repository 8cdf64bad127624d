import { familyOf } from '../mentions/kinds.ts';
import { comparedDates } from './comparedDates.ts';
import type { Scored } from './foldClauses.ts';
import type { Features } from './sentencePlace.ts';
import type { Told } from './told.ts';
import { clash, shared } from './wordSets.ts';

const FAR_SENTENCES = 30;

/** Computes how two clauses of different sentences compare, the earlier one first; the inputs of the model of pairs. */
export function pairFeatures(a: Told, b: Told): Features {
  const features: Features = new Map([['bias', 1]]);
  const add = (name: string, value: number | boolean = 1): void => {
    if (Number(value) !== 0) features.set(name, Number(value));
  };
  const [one, other] = [a.clause, b.clause];
  const things = shared(a.things, b.things);
  const doers = shared(a.doers, b.doers);
  const crossed = shared(a.things, b.doers) + shared(a.doers, b.things);
  const isWord = a.word === b.word;
  const isKind = one.kind === other.kind && one.kind !== 'other';
  add('same word', isWord);
  add('same kind', isKind);
  add('same family', familyOf(one.kind) === familyOf(other.kind) && one.kind !== 'other');
  add('things', Math.min(things, 3) / 3);
  add('doers', Math.min(doers, 2) / 2);
  add('crossed', Math.min(crossed, 2) / 2);
  add('word and things', isWord && things > 0);
  add('word and doers', isWord && doers > 0);
  add('kind and things', isKind && things > 0);
  add('kind and doers', isKind && doers > 0);
  add('nothing shared', things + doers + crossed === 0);
  add('names', Math.min(shared(a.names, b.names), 3) / 3);
  add('names of things', shared(a.thingNames, b.thingNames) > 0);
  add('other names of things', clash(a.thingNames, b.thingNames));
  add('other doers', clash(a.doerNames, b.doerNames));
  add('numbers', shared(a.numbers, b.numbers) > 0);
  add('other numbers', a.numbers.size > 0 && b.numbers.size > 0 && shared(a.numbers, b.numbers) === 0);
  const when = comparedDates(one, other);
  add(`date: ${when}`);
  add('dated and kind', when === 'same' && isKind);
  add('definite', b.definite);
  add('definite and word', b.definite && isWord);
  add('definite and kind', b.definite && isKind);
  add('indefinite', b.indefinite);
  add('another', a.another || b.another);
  add('other modality', one.modality !== other.modality);
  add('noun and verb', (one.token.upos === 'VERB') !== (other.token.upos === 'VERB'));
  add('lead', one.place.index === 0);
  add('caption', one.place.block === 'caption' || other.place.block === 'caption');
  add('next sentence', Math.abs(other.place.index - one.place.index) === 1);
  add('same paragraph', one.place.paragraph === other.place.paragraph);
  add('distance', Math.min(Math.abs(other.place.index - one.place.index), FAR_SENTENCES) / FAR_SENTENCES);
  add('places', shared(placeNames(one), placeNames(other)) > 0);
  add('other places', clash(placeNames(one), placeNames(other)));
  return features;
}

function placeNames({ places }: Scored): ReadonlySet<string> {
  return new Set(places.filter(({ inferred }) => inferred === undefined).map(({ name }) => name));
}
