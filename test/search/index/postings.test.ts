import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Postings } from '../../../src/search/index/postings.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';

const TERMS = ['ash', 'bay', 'bayou', 'cob', 'dun', 'elm'];
const ids = fc.array(fc.nat(TERMS.length - 1), { maxLength: 8 });
const documents = fc.array(fc.record({ text: ids, context: ids }), { maxLength: 12 });
type Documents = typeof documents extends fc.Arbitrary<infer Value> ? Value : never;

function entryOf(document: Documents[number], id: number) {
  const write = (numbers: readonly number[]) => numbers.map((number) => TERMS[number]!).join(' ');
  return { id, text: write(document.text), context: write(document.context) };
}

function both(given: Documents): readonly [Postings, Postings] {
  const [filled, added] = [new Postings(), new Postings()];
  finish(filled.fill(given, TERMS));
  added.addAll(given.map(entryOf));
  return [filled, added];
}

/** What an index holds, without the order in which its tree grew. */
function contents(index: Postings) {
  const { index: terms, ...rest } = index.toJSON();
  return { ...rest, terms: Object.fromEntries(terms) };
}

/** Sums of the same parts in another order differ in their last digits. */
function scores(found: readonly { readonly id: number; readonly score: number }[]) {
  return Object.fromEntries(found.map(({ id, score }) => [id, score.toPrecision(9)]));
}

test('fill leaves MiniSearch as adding one document after another does', () => {
  fc.assert(
    fc.property(documents, (given) => {
      const [filled, added] = both(given);
      expect(contents(filled)).toEqual(contents(added));
    }),
  );
});

test('what was filled is searched, added to and taken from as if it had been added', () => {
  fc.assert(
    fc.property(documents, documents, fc.infiniteStream(fc.boolean()), (given, later, goes) => {
      const indexes = both(given);
      for (const query of ['bay elm', 'ba', 'ash cob dun']) {
        const [a, b] = indexes.map((index) => index.search(query, { prefix: true }));
        expect(scores(a!)).toEqual(scores(b!));
      }
      for (const [at, document] of given.entries())
        if (goes.next().value) for (const index of indexes) index.remove(entryOf(document, at));
      for (const [at, document] of later.entries())
        for (const index of indexes) index.add(entryOf(document, given.length + at));
      expect(contents(indexes[0])).toEqual(contents(indexes[1]));
    }),
  );
});
