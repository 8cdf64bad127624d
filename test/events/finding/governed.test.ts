import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaggedSentence } from 'rapporteur-reader';
import { clauseTree } from '../../../src/events/clauses/clauseTree.ts';
import { modalityOf } from '../../../src/events/clauses/modality.ts';
import { chooseWithin } from '../../../src/events/finding/chooseWithin.ts';
import { foldClauses, type Scored } from '../../../src/events/finding/foldClauses.ts';

type Word = TaggedSentence['words'][number];
/** A word's text, part of speech, relation, and the index of its head. */
type Part = readonly [text: string, upos: Word['upos'], relation: string, head: number];

/** The candidates of a sentence, each with its likelihood; `at` are their indexes. */
function candidates(
  parts: readonly Part[],
  drawn: readonly { readonly at: number; readonly kind: Scored['kind']; readonly score: number }[],
): readonly Scored[] {
  const source = parts.map(([text]) => text).join(' ');
  let start = 0;
  const words = parts.map(([text, upos, relation, head]): Word => {
    const span = [start, start + text.length] as const;
    start = span[1] + 1;
    return { span, upos, relation, head, name: undefined, event: 'I_ACTION', telling: 0 };
  });
  const tree = clauseTree(source, [0, source.length], { words });
  return drawn.map(({ at, kind, score }) => {
    const token = tree.tokens[at]!;
    const modality = modalityOf(tree, token);
    return { tree, token, kind, score, modality, places: [], actors: [], isEntry: false, date: undefined } as never;
  });
}

const score = fc.integer({ min: 55, max: 99 }).map((hundredths) => hundredths / 100);
const known = fc.constantFrom<Scored['kind']>('attack', 'killing', 'layoff', 'statement');

function listed(clauses: readonly Scored[]): readonly string[] {
  return chooseWithin(foldClauses(clauses).map((main) => ({ main, members: [main] }))).map(
    ({ main: { token, modality } }) => `${token.text} ${modality}`,
  );
}

describe('what a verb says of an event', () => {
  test('that it is denied or alleged takes it off no list', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(['denied', 'denied'], ['disputed', 'denied'], ['alleged', 'possible'], ['feared', 'possible']),
        fc.constantFrom([], ['had'], ['has']),
        known,
        fc.tuple(score, score),
        ([verb = '', modality], auxiliary, kind, [saying, said]) => {
          const auxiliaries = auxiliary.map((text): Part => [text, 'AUX', 'aux', 4 + auxiliary.length]);
          const at = 4 + auxiliary.length;
          const parts: readonly Part[] = [
            ['They', 'PRON', 'nsubj', 1],
            [verb, 'VERB', 'root', -1],
            ['that', 'SCONJ', 'mark', at],
            ['rebels', 'NOUN', 'nsubj', at],
            ...auxiliaries,
            ['attacked', 'VERB', 'ccomp', 1],
            ['guards', 'NOUN', 'obj', at],
          ];
          const clauses = candidates(parts, [
            { at: 1, kind: 'statement', score: saying },
            { at, kind, score: said },
          ]);
          expect(listed(clauses)).toContain(`attacked ${modality}`);
        },
      ),
      { seed: 14 },
    );
  });

  test.each(['denied', 'disputed'])('that it is %s takes it off no list without "that" either', (verb) => {
    const parts: readonly Part[] = [
      ['They', 'PRON', 'nsubj', 1],
      [verb, 'VERB', 'root', -1],
      ['having', 'AUX', 'aux', 3],
      ['met', 'VERB', 'xcomp', 1],
      ['rebels', 'NOUN', 'obj', 3],
    ];
    const clauses = candidates(parts, [
      { at: 1, kind: 'statement', score: 0.9 },
      { at: 3, kind: 'meeting', score: 0.7 },
    ]);
    expect(listed(clauses)).toEqual([`${verb} actual`, 'met denied']);
  });

  test('that it is sought or wanted leaves that event alone on the list', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('seek', 'sought', 'proposed', 'awaited', 'demanded'),
        fc.constantFrom('arrest', 'sale', 'closure', 'election'),
        fc.tuple(score, score),
        (verb, noun, [seeking, sought]) => {
          const parts: readonly Part[] = [
            ['They', 'PRON', 'nsubj', 1],
            [verb, 'VERB', 'root', -1],
            ['the', 'DET', 'det', 3],
            [noun, 'NOUN', 'obj', 1],
          ];
          const clauses = candidates(parts, [
            { at: 1, kind: 'other', score: seeking },
            { at: 3, kind: 'arrest', score: sought },
          ]);
          expect(listed(clauses)).toEqual([`${noun} planned`]);
        },
      ),
      { seed: 14 },
    );
  });

  test('that it is done is no event beside it', () => {
    const parts: readonly Part[] = [
      ['They', 'PRON', 'nsubj', 1],
      ['made', 'VERB', 'root', -1],
      ['an', 'DET', 'det', 3],
      ['arrest', 'NOUN', 'obj', 1],
    ];
    const clauses = candidates(parts, [
      { at: 1, kind: 'other', score: 0.7 },
      { at: 3, kind: 'arrest', score: 0.6 },
    ]);
    expect(listed(clauses)).toEqual(['made actual']);
  });
});
