import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaggedSentence } from 'rapporteur-reader';
import { clauseActors } from '../../../src/events/clauses/clauseActors.ts';
import { clauseTree, type ClauseTree, type Token } from '../../../src/events/clauses/clauseTree.ts';
import { kindOfClause } from '../../../src/events/clauses/kindOfClause.ts';
import { modalityOf } from '../../../src/events/clauses/modality.ts';

type Word = TaggedSentence['words'][number];

/** A word of a sentence to come; `head` names the word that governs it. */
interface Part {
  readonly id: string;
  readonly text: string;
  readonly upos: Word['upos'];
  readonly relation: string;
  readonly head: string;
  readonly name?: 'person' | 'org';
}

/** Lays out words as a tagged sentence, and reads it as a tree. */
function treeOf(parts: readonly Part[]): { readonly tree: ClauseTree; readonly source: string } {
  let source = '';
  const words = parts.map(({ text, upos, relation, head, name, id }): Word => {
    const start = source === '' ? 0 : source.length + 1;
    source += `${source === '' ? '' : ' '}${text}`;
    return {
      span: [start, source.length],
      upos,
      relation,
      head: parts.findIndex((other) => other.id === head),
      name: name && { kind: name, begins: true },
      event: id === 'verb' ? 'OCCURRENCE' : undefined,
      telling: 0,
    };
  });
  return { source, tree: clauseTree(source, [0, source.length], { words }) };
}

function eventOf(parts: readonly Part[]) {
  const { tree, source } = treeOf(parts);
  const verb = tree.tokens[parts.findIndex(({ id }) => id === 'verb')] as Token;
  const kind = kindOfClause(tree, verb);
  const actors = clauseActors(tree, verb, kind).map((span) => source.slice(...span));
  return { kind, actors, modality: modalityOf(tree, verb) };
}

const noun = (id: string, text: string, relation: string, head = 'verb'): Part => ({
  id,
  text,
  upos: 'NOUN',
  relation,
  head,
});
const word = (text: string, upos: Word['upos'], relation: string, head: string): Part => ({
  id: text,
  text,
  upos,
  relation,
  head,
});

const DOERS = ['police', 'rebels', 'soldiers', 'guards', 'inspectors'];
const DONE_TO = ['miners', 'sailors', 'pilots', 'bakers'];
/** Verbs whose past is also their participle. */
const VERBS = [
  'arrested',
  'attacked',
  'killed',
  'sued',
  'kidnapped',
  'evacuated',
  'elected',
  'robbed',
  'detained',
  'shot',
];
const clause = fc.record({
  doer: fc.constantFrom(...DOERS),
  verb: fc.constantFrom(...VERBS),
  doneTo: fc.constantFrom(...DONE_TO),
});
type Clause = typeof clause extends fc.Arbitrary<infer T> ? T : never;

const active = ({ doer, verb, doneTo }: Clause): readonly Part[] => [
  noun('doer', doer, 'nsubj'),
  { id: 'verb', text: verb, upos: 'VERB', relation: 'root', head: '' },
  noun('doneTo', doneTo, 'obj'),
];
const passive = ({ doer, verb, doneTo }: Clause): readonly Part[] => [
  noun('doneTo', doneTo, 'nsubj:pass'),
  word('were', 'AUX', 'aux:pass', 'verb'),
  { id: 'verb', text: verb, upos: 'VERB', relation: 'root', head: '' },
  word('by', 'ADP', 'case', 'doer'),
  noun('doer', doer, 'obl:agent'),
];
const ADVERBS = ['later', 'quickly', 'reportedly', 'again', 'then'];
const runs = { numRuns: 200, seed: 14 };

describe('what a clause tells', () => {
  test('is the same in the active and the passive', () => {
    fc.assert(
      fc.property(clause, (drawn) => {
        expect(eventOf(passive(drawn))).toEqual(eventOf(active(drawn)));
      }),
      runs,
    );
  });

  test('is the same with an adverb or a parenthesis', () => {
    fc.assert(
      fc.property(
        clause,
        fc.constantFrom(...ADVERBS),
        fc.constantFrom('old', 'two', 'most'),
        (drawn, adverb, aside) => {
          const [doer, ...rest] = active(drawn) as [Part, ...Part[]];
          const brackets = [
            word('(', 'PUNCT', 'punct', 'aside'),
            { id: 'aside', text: aside, upos: 'ADJ', relation: 'parataxis', head: 'doer' } satisfies Part,
            word(')', 'PUNCT', 'punct', 'aside'),
          ];
          const expected = eventOf(active(drawn));
          expect(eventOf([doer, word(adverb, 'ADV', 'advmod', 'verb'), ...rest])).toEqual(expected);
          expect(eventOf([doer, ...brackets, ...rest])).toEqual(expected);
          expect(eventOf([doer, ...rest, word(adverb, 'ADV', 'advmod', 'verb')])).toEqual(expected);
        },
      ),
      runs,
    );
  });

  test('differs in nothing but the modality when it is negated', () => {
    fc.assert(
      fc.property(clause, (drawn) => {
        const negation = [word('did', 'AUX', 'aux', 'verb'), word('not', 'PART', 'advmod', 'verb')];
        const [doer, ...rest] = active(drawn) as [Part, ...Part[]];
        const negated = eventOf([doer, ...negation, ...rest]);
        expect(negated).toEqual({ ...eventOf(active(drawn)), modality: 'denied' });
        const were = passive(drawn);
        expect(eventOf([...were.slice(0, 2), word('not', 'PART', 'advmod', 'verb'), ...were.slice(2)])).toEqual(
          negated,
        );
      }),
      runs,
    );
  });

  test('is the same when officials said it, and only open or denied when they allege or deny it', () => {
    fc.assert(
      fc.property(
        clause,
        fc.constantFrom<[string, string]>(['said', 'actual'], ['alleged', 'possible'], ['denied', 'denied']),
        fc.boolean(),
        (drawn, [saying, modality], isPassive) => {
          const inner = (isPassive ? passive(drawn) : active(drawn)).map((part) =>
            part.id === 'verb' ? { ...part, relation: 'ccomp', head: 'saying' } : part,
          );
          const told = eventOf([
            noun('teller', 'officials', 'nsubj', 'saying'),
            { id: 'saying', text: saying, upos: 'VERB', relation: 'root', head: '' },
            word('that', 'SCONJ', 'mark', 'verb'),
            ...inner,
          ]);
          expect(told).toEqual({ ...eventOf(active(drawn)), modality });
        },
      ),
      runs,
    );
  });
});

describe('what was said to come', () => {
  const saidThat = (saying: string, would: string): readonly Part[] => [
    noun('teller', 'officials', 'nsubj', 'saying'),
    { id: 'saying', text: saying, upos: 'VERB', relation: 'root', head: '' },
    word('that', 'SCONJ', 'mark', 'verb'),
    noun('doer', 'inspectors', 'nsubj'),
    word(would, 'AUX', 'aux', 'verb'),
    { id: 'verb', text: 'close', upos: 'VERB', relation: 'ccomp', head: 'saying' },
    noun('doneTo', 'harbors', 'obj'),
  ];

  test.each([
    ['said', 'would', 'planned'],
    ['announced', 'would', 'planned'],
    ['promised', 'would', 'planned'],
    ['said', 'might', 'possible'],
    ['suggested', 'would', 'possible'],
  ])('they %s they %s: %s', (saying, would, modality) => {
    expect(eventOf(saidThat(saying, would)).modality).toBe(modality);
  });

  test('is not what comes after a semicolon', () => {
    const apart = [
      noun('teller', 'officials', 'nsubj', 'saying'),
      { id: 'saying', text: 'proposed', upos: 'VERB', relation: 'root', head: '' } satisfies Part,
      noun('plan', 'changes', 'obj', 'saying'),
      word(';', 'PUNCT', 'punct', 'verb'),
      noun('doneTo', 'motions', 'nsubj:pass'),
      word('were', 'AUX', 'aux:pass', 'verb'),
      { id: 'verb', text: 'rejected', upos: 'VERB', relation: 'ccomp', head: 'saying' } satisfies Part,
    ];
    expect(eventOf(apart).modality).toBe('actual');
  });
});
