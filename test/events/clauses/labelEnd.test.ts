import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clauseLabel } from '../../../src/events/clauses/clauseLabel.ts';
import { tokenAt } from '../../../src/events/clauses/treeWalk.ts';
import { clausesOf } from '../../../src/events/finding/findEvents.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import { taggedArticle } from '../../fixtures/taggedArticle.ts';
import { laidOut, type Laid } from '../../fixtures/laidTree.ts';

/** Lays out words and labels what the second one tells, or another. */
function labelOfSecond(words: readonly Laid[], at = 1): string {
  const { source, tree } = laidOut(words);
  return clauseLabel(source, tree, tokenAt(tree, at));
}

const thing = fc.constantFrom('roads', 'bridges', 'harbors', 'mills', 'wells');
const modifier = fc.constantFrom('northern', 'old', 'stone', 'US');

test('a label ends in no coordination of things', () => {
  fc.assert(
    fc.property(
      thing,
      fc.array(modifier, { maxLength: 2 }),
      thing,
      fc.constantFrom('and', 'or'),
      (a, before, b, and) => {
        const other = 4 + before.length;
        const label = labelOfSecond([
          ['Rebels', 'NOUN', 'nsubj', 1],
          ['destroyed', 'VERB', 'root', -1],
          [a, 'NOUN', 'obj', 1],
          [and, 'CCONJ', 'cc', other],
          ...before.map((text): Laid => [text, 'ADJ', 'amod', other]),
          [b, 'NOUN', 'conj', 2],
          ['.', 'PUNCT', 'punct', 1],
        ]);
        expect(label).toBe(`Rebels destroyed ${[a, and, ...before, b].join(' ')}`);
      },
    ),
    { seed: 14 },
  );
});

test('nor between a modifier, coordinated or not, and its noun, wherever the reader has that', () => {
  const role = fc.constantFrom('obj', 'obl', 'dep', 'conj', 'nsubj');
  fc.assert(
    fc.property(modifier, modifier, thing, role, (first, second, noun, relation) => {
      const label = labelOfSecond([
        ['Rebels', 'NOUN', 'nsubj', 1],
        ['attacked', 'VERB', 'root', -1],
        ['near', 'ADP', 'case', 6],
        [first, 'ADJ', 'amod', 6],
        ['or', 'CCONJ', 'cc', 5],
        [second, 'ADJ', 'conj', 3],
        [noun, 'NOUN', relation, 1],
        ['.', 'PUNCT', 'punct', 1],
      ]);
      expect(label).not.toMatch(new RegExp(`(?:near|or|${first}|${second})$`, 'u'));
    }),
    { seed: 14 },
  );
});

test('a label crosses no semicolon, wherever the reader has what comes after', () => {
  const relation = fc.constantFrom('ccomp', 'conj', 'obj', 'obl', 'xcomp', 'dep');
  fc.assert(
    fc.property(thing, thing, relation, relation, (a, b, own, other) => {
      const label = labelOfSecond([
        ['Rebels', 'NOUN', 'nsubj', 1],
        ['destroyed', 'VERB', 'root', -1],
        [a, 'NOUN', own, 1],
        [';', 'PUNCT', 'punct', 4],
        [b, 'NOUN', other, 1],
        ['.', 'PUNCT', 'punct', 1],
      ]);
      expect(label).toBe(`Rebels destroyed ${a}`);
    }),
    { seed: 14 },
  );
});

test('nor a comma before what is set against it', () => {
  const opposing = fc.constantFrom('but', 'yet', 'while', 'whereas', 'although', 'though');
  const relation = fc.constantFrom('conj', 'obj', 'obl', 'ccomp', 'dep');
  fc.assert(
    fc.property(thing, thing, opposing, relation, fc.integer({ min: 1, max: 2 }), (a, b, word, own, head) => {
      const label = labelOfSecond([
        ['Rebels', 'NOUN', 'nsubj', 1],
        ['destroyed', 'VERB', 'root', -1],
        [a, 'NOUN', 'obj', 1],
        [',', 'PUNCT', 'punct', 5],
        [word, 'CCONJ', 'cc', 5],
        [b, 'NOUN', own, head],
        ['.', 'PUNCT', 'punct', 1],
      ]);
      expect(label).toBe(`Rebels destroyed ${a}`);
    }),
    { seed: 14 },
  );
});

test.each<[string, readonly Laid[]]>([
  [
    'Norvale bought an Oslo-based airline',
    [
      ['Norvale', 'PROPN', 'nsubj', 1],
      ['bought', 'VERB', 'root', -1],
      ['an', 'DET', 'det', 6],
      ['Oslo', 'PROPN', 'obj', 1],
      ['-', 'PUNCT', 'punct', 5],
      ['based', 'VERB', 'amod', 6],
      ['airline', 'NOUN', 'dep', 1],
    ],
  ],
  [
    "Norvale cut the airline's fleet",
    [
      ['Norvale', 'PROPN', 'nsubj', 1],
      ['cut', 'VERB', 'root', -1],
      ['the', 'DET', 'det', 3],
      ['airline', 'NOUN', 'obj', 1],
      ["'s", 'PART', 'case', 3],
      ['fleet', 'NOUN', 'dep', 1],
    ],
  ],
])('a label has whole words and owners with what they own: %s', (label, words) => {
  expect(labelOfSecond(words)).toBe(label);
});

test('a label of what is meant or denied has the verb that says so', () => {
  const between = fc.constantFrom<readonly [string, string, string]>(
    ['hopes', 'to', 'destroy'],
    ['sought', 'to', 'buy'],
    ['denied', 'having', 'destroyed'],
  );
  fc.assert(
    fc.property(between, thing, ([verb, marker, meant], a) => {
      const words: readonly Laid[] = [
        ['Norvale', 'PROPN', 'nsubj', 1],
        [verb, 'VERB', 'root', -1],
        [marker, marker === 'to' ? 'PART' : 'AUX', marker === 'to' ? 'mark' : 'aux', 3],
        [meant, 'VERB', 'xcomp', 1],
        [a, 'NOUN', 'obj', 3],
      ];
      expect(labelOfSecond(words, 3)).toBe(`Norvale ${verb} ${marker} ${meant} ${a}`);
    }),
    { seed: 14 },
  );
});

const given = fc.constantFrom('Ann', 'Omar', 'Lena');
const family = fc.constantFrom('Vega', 'Thorne', 'Okafor');

test('a label has all who are named as its subject', () => {
  fc.assert(
    fc.property(given, given, family, fc.constantFrom('and', 'or'), (a, b, name, and) => {
      const label = labelOfSecond(
        [
          [a, 'PROPN', 'nsubj', 4],
          [and, 'CCONJ', 'cc', 2],
          [b, 'PROPN', 'conj', 0],
          [name, 'PROPN', 'flat', 2],
          ['bought', 'VERB', 'root', -1],
          ['mills', 'NOUN', 'obj', 4],
        ],
        4,
      );
      expect(label).toBe(`${a} ${and} ${b} ${name} bought mills`);
    }),
    { seed: 14 },
  );
});

test('a label ends in no part of a name, wherever the reader has the rest', () => {
  fc.assert(
    fc.property(given, family, fc.constantFrom('flat', 'appos', 'conj', 'obl'), (first, last, relation) => {
      const label = labelOfSecond([
        ['Norvale', 'PROPN', 'nsubj', 1],
        ['hired', 'VERB', 'root', -1],
        [first, 'PROPN', 'obj', 1],
        [last, 'PROPN', relation, relation === 'flat' ? 2 : 1],
        ['.', 'PUNCT', 'punct', 1],
      ]);
      expect(label).toBe(`Norvale hired ${first} ${last}`);
    }),
    { seed: 14 },
  );
});

test('a label of the second of two passive verbs has its own words alone', () => {
  fc.assert(
    fc.property(thing, fc.constantFrom('closed', 'demolished', 'sold'), (a, verb) => {
      const words: readonly Laid[] = [
        [a, 'NOUN', 'nsubj:pass', 2],
        ['were', 'AUX', 'aux:pass', 2],
        ['built', 'VERB', 'root', -1],
        ['and', 'CCONJ', 'cc', 4],
        [verb, 'VERB', 'conj', 2],
      ];
      expect(labelOfSecond(words, 4)).toBe(`${a} … ${verb}`);
    }),
    { seed: 14 },
  );
});

test('a name that the reader has as a part of the verb is its subject', () => {
  fc.assert(
    fc.property(family, thing, (name, a) => {
      const words: readonly Laid[] = [
        [name, 'PROPN', 'compound', 2],
        ['has', 'AUX', 'aux', 2],
        ['bought', 'VERB', 'root', -1],
        [a, 'NOUN', 'obj', 2],
      ];
      expect(labelOfSecond(words, 2)).toBe(`${name} has bought ${a}`);
    }),
    { seed: 14 },
  );
});

test('a label has the whole name and the whole count of its subject, where the reader has two subjects', () => {
  fc.assert(
    fc.property(given, family, thing, fc.integer({ min: 2, max: 99 }), (first, last, a, count) => {
      const bought = (words: readonly Laid[]): string =>
        labelOfSecond([...words, ['bought', 'VERB', 'root', -1], ['mills', 'NOUN', 'obj', words.length]], words.length);
      expect(
        bought([
          [first, 'PROPN', 'nsubj', 2],
          [last, 'PROPN', 'nsubj', 2],
        ]),
      ).toBe(`${first} ${last} bought mills`);
      expect(
        bought([
          [String(count), 'NUM', 'nsubj', 4],
          ['of', 'ADP', 'case', 3],
          ['100', 'NUM', 'nummod', 3],
          [a, 'NOUN', 'nsubj', 4],
        ]),
      ).toBe(`${count} of 100 ${a} bought mills`);
    }),
    { seed: 14 },
  );
});

test('a label has nothing of a clause whose verb it leaves out', () => {
  fc.assert(
    fc.property(family, thing, fc.integer({ min: 0, max: 9 }), (name, a, more) => {
      const words: readonly Laid[] = [
        [name, 'PROPN', 'nsubj', 1],
        ['told', 'VERB', 'root', -1],
        ['reporters', 'NOUN', 'obj', 1],
        ['that', 'SCONJ', 'mark', 6 + more],
        ['the', 'DET', 'det', 5],
        [a, 'NOUN', 'nsubj', 6 + more],
        ...Array.from({ length: more }, (): Laid => ['slowly', 'ADV', 'advmod', 6 + more]),
        ['closed', 'VERB', 'ccomp', 1],
      ];
      const label = labelOfSecond(words);
      expect(label.includes('that')).toBe(label.endsWith('closed'));
    }),
    { seed: 14 },
  );
});

test('a label leaves out no half of the day, no doubt, and nobody who is only named by what follows', () => {
  const labelOf = (word: string, sentence: string): string | undefined => {
    const { article, tags } = taggedArticle([[sentence]]);
    const clause = finish(clausesOf(article, tags)).find(({ token }) => token.written === word);
    return clause && clauseLabel(article.source, clause.tree, clause.token);
  };
  expect(labelOf('struck', 'The ship struck the bank shortly after 6:15 a.m.')).toBe(
    'The ship struck the bank shortly after 6:15 a.m',
  );
  expect(labelOf('burst', 'In August 2022, a main under Orrin Street burst twice within nine days.')).toBe(
    'a main … burst twice within nine days',
  );
  expect(
    labelOf(
      'answered',
      'Within an hour, customers in 14 countries were reporting that their locks no longer answered.',
    ),
  ).toBe('their locks no longer answered');
  expect(labelOf('killed', 'Somebody threw a stone; a guard fired, and a cooper named Anders Lind was killed.')).toBe(
    'a cooper … was killed',
  );
});
