import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaggedSentence } from 'rapporteur-reader';
import { clauseTree, type Token } from '../../../src/events/clauses/clauseTree.ts';
import { kindOfClause } from '../../../src/events/clauses/kindOfClause.ts';
import { nounKind } from '../../../src/events/clauses/nounKind.ts';
import { KIND_OF_NOUN, KIND_OF_VERB } from '../../../src/events/lexicon/kindWords.ts';
import { VERB_SENSES } from '../../../src/events/lexicon/verbSenses.ts';

type Word = TaggedSentence['words'][number];

/** A sentence as "word/UPOS/relation/head", the head by its place from 0, or -1 for the root. */
function treeOf(text: string) {
  let source = '';
  const words = text.split(' ').map((part): Word => {
    const [form = '', upos, relation, head] = part.split('/');
    const start = source === '' ? 0 : source.length + 1;
    source += `${source === '' ? '' : ' '}${form}`;
    return {
      span: [start, source.length],
      upos: upos as Word['upos'],
      relation: relation!,
      head: Number(head),
      name: undefined,
      event: undefined,
      telling: 0,
    };
  });
  return clauseTree(source, [0, source.length], { words });
}

function kindAt(text: string, at: number): string {
  const tree = treeOf(text);
  return kindOfClause(tree, tree.tokens[at] as Token);
}

const runs = { numRuns: 300, seed: 14 };
const NOUNS = [...KIND_OF_NOUN.keys()].filter((noun) => /^[a-z]+[^sy]$/u.test(noun));
/** Verbs that only say that there was something, whatever it was. */
const BARE = ['initiated', 'commenced', 'celebrated', 'lodged', 'instigated'];
const NO_SCORING = [...KIND_OF_VERB]
  .filter(
    ([verb, kind]) =>
      /^(?:closure|purchase|arrest|operation|discovery|appointment)$/u.test(kind) && !VERB_SENSES.has(verb),
  )
  .map(([verb]) => verb)
  .filter((verb) => /^[a-z]+[^e]$/u.test(verb) && !/^(?:claim|produce)$/u.test(verb));

test.each([
  ['Larks advanced 3-1', 'match'],
  ['Larks doubled Oakham 2-1', 'victory'],
  ['Larks voted 52-38', 'election'],
])('a score after a verb makes it a match: %s', (text, kind) => {
  const [, first = '', last = ''] = /(\d+)-(\d+)$/u.exec(text) ?? [];
  const before = text.slice(0, text.indexOf(first)).trim().split(' ');
  const forms = [...before, first, '-', last];
  const source = `${before.join(' ')} ${first}-${last}`;
  let from = 0;
  const words = forms.map((form, at): Word => {
    const start = source.indexOf(form, from);
    from = start + form.length;
    const upos = at === 1 ? 'VERB' : form === '-' ? 'PUNCT' : /\d/u.test(form) ? 'NUM' : 'PROPN';
    const relation = at === 1 ? 'root' : at === 0 ? 'nsubj' : 'obj';
    return {
      span: [start, from],
      upos,
      relation,
      head: at === 1 ? -1 : 1,
      name: undefined,
      event: undefined,
      telling: 0,
    };
  });
  const tree = clauseTree(source, [0, source.length], { words });
  expect(kindOfClause(tree, tree.tokens[1] as Token)).toBe(kind);
});

describe('kindOfClause', () => {
  test('of a verb that leaves it to its noun is that of the noun', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BARE), fc.constantFrom(...NOUNS), (verb, noun) => {
        const tree = treeOf(`They/PRON/nsubj/1 ${verb}/VERB/root/-1 the/DET/det/3 ${noun}/NOUN/obj/1`);
        const own = nounKind(tree, tree.tokens[3] as Token);
        fc.pre(own !== 'other');
        expect([verb, noun, kindOfClause(tree, tree.tokens[1] as Token)]).toEqual([verb, noun, own]);
      }),
      runs,
    );
  });

  test('is no performance for points that nobody scores', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NO_SCORING),
        fc.constantFrom('points', 'shots', 'sets', 'goals', 'runs'),
        (verb, points) => {
          expect([
            verb,
            kindAt(`They/PRON/nsubj/2 will/AUX/aux/2 ${verb}/VERB/root/-1 the/DET/det/4 ${points}/NOUN/obj/2`, 2),
          ]).not.toEqual([verb, 'performance']);
        },
      ),
      runs,
    );
  });

  test.each([
    ['They/PRON/nsubj:pass/2 were/AUX/aux:pass/2 denied/VERB/root/-1 visas/NOUN/obj/2', 2, 'decision'],
    ['She/PRON/nsubj:pass/2 was/AUX/aux:pass/2 denied/VERB/root/-1 bail/NOUN/obj/2', 2, 'decision'],
    ['They/PRON/nsubj:pass/2 were/AUX/aux:pass/2 handed/VERB/root/-1 sentences/NOUN/obj/2', 2, 'trial'],
  ])('of a passive is told by the object that it keeps: %s', (text, at, kind) => {
    expect(kindAt(text, at)).toBe(kind);
  });

  test.each([
    ['The/DET/det/1 sale/NOUN/nsubj/3 could/AUX/aux/3 fall/VERB/root/-1 through/ADP/advmod/3', 3, 'closure'],
    ['A/DET/det/1 neighbour/NOUN/nsubj/2 dropped/VERB/root/-1 in/ADP/advmod/2', 2, 'visit'],
    ['They/PRON/nsubj/1 called/VERB/root/-1 in/ADP/case/4 the/DET/det/4 army/NOUN/obl/1', 1, 'decision'],
  ])('of a verb with a preposition alone is that of both: %s', (text, at, kind) => {
    expect(kindAt(text, at)).toBe(kind);
  });

  test.each([
    [
      'The/DET/det/1 play/NOUN/nsubj:pass/3 is/AUX/aux:pass/3 slated/VERB/root/-1 to/PART/mark/5 open/VERB/xcomp/3',
      3,
      'opening',
    ],
    [
      'The/DET/det/1 mill/NOUN/nsubj:pass/3 was/AUX/aux:pass/3 forced/VERB/root/-1 to/PART/mark/5 close/VERB/xcomp/3',
      3,
      'closure',
    ],
    [
      'The/DET/det/1 choir/NOUN/nsubj:pass/3 is/AUX/aux:pass/3 scheduled/VERB/root/-1 to/PART/mark/5 perform/VERB/xcomp/3',
      3,
      'performance',
    ],
  ])('of a verb that leaves it to its infinitive: %s', (text, at, kind) => {
    expect(kindAt(text, at)).toBe(kind);
  });

  test.each([
    [
      'The/DET/det/1 number/NOUN/nsubj/6 of/ADP/case/3 patients/NOUN/nmod/1 has/AUX/aux/6 since/ADV/advmod/6 climbed/VERB/root/-1',
      6,
      'growth',
    ],
    ['Shots/NOUN/nsubj:pass/2 were/AUX/aux:pass/2 fired/VERB/root/-1', 2, 'shooting'],
    ['The/DET/det/1 firm/NOUN/nsubj/2 posted/VERB/root/-1 a/DET/det/4 profit/NOUN/obj/2', 2, 'growth'],
    ['The/DET/det/1 firm/NOUN/nsubj/2 reported/VERB/root/-1 a/DET/det/4 loss/NOUN/obj/2', 2, 'decline'],
    [
      'Tests/NOUN/nsubj/2 have/AUX/aux/2 established/VERB/root/-1 that/SCONJ/mark/5 it/PRON/nsubj/5 works/VERB/ccomp/2',
      2,
      'discovery',
    ],
    ['NASA/NOUN/nsubj/1 launched/VERB/root/-1 its/PRON/nmod/3 mission/NOUN/obj/1', 1, 'launch'],
    ['Rescuers/NOUN/nsubj/1 launched/VERB/root/-1 a/DET/det/3 mission/NOUN/obj/1', 1, 'operation'],
    ['The/DET/det/3 legal/ADJ/amod/3 long/ADJ/amod/3 battle/NOUN/root/-1', 3, 'lawsuit'],
    ['Larks/PROPN/nsubj/1 advanced/VERB/root/-1 on/ADP/case/3 aggregate/NOUN/obl/1', 1, 'other'],
    ['Prices/NOUN/nsubj/1 hurt/VERB/root/-1 sales/NOUN/obj/1', 1, 'decline'],
    ['A/DET/det/1 statement/NOUN/nsubj/2 released/VERB/root/-1', 2, 'statement'],
    ['Officials/NOUN/nsubj/1 opened/VERB/root/-1 fire/NOUN/xcomp/1', 1, 'shooting'],
    ['The/DET/det/1 club/NOUN/nsubj/2 records/VERB/root/-1 attendances/NOUN/obj/2', 2, 'other'],
  ])('%s', (text, at, kind) => {
    expect(kindAt(text, at)).toBe(kind);
  });
});
