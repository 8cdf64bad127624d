import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TaggedSentence } from 'rapporteur-reader';
import { clauseDates } from '../../../src/events/clauseDates/clauseDates.ts';
import { clauseLabel } from '../../../src/events/clauses/clauseLabel.ts';
import { clauseTree } from '../../../src/events/clauses/clauseTree.ts';
import { dateExpressions } from '../../../src/language/dates/dateExpressions.ts';

type Word = TaggedSentence['words'][number];

/** "The owner, who was elected in 2019, resigned on Monday", with each date hung from either verb. */
const sentence = fc.record({
  relative: fc.constantFrom('who', 'which'),
  inside: fc.option(fc.constantFrom('2018', '2011'), { nil: undefined }),
  outside: fc.option(fc.constantFrom('2019', '2012'), { nil: undefined }),
  insideHead: fc.constantFrom(5, 'main' as const),
  outsideHead: fc.constantFrom(5, 'main' as const),
});

test('what is dated within a relative clause between commas and what is outside keep their dates, wherever these hang', () => {
  fc.assert(
    fc.property(sentence, ({ relative, inside, outside, insideHead, outsideHead }) => {
      const words: [text: string, upos: Word['upos'], relation: string, head: number | 'main'][] = [
        ['The', 'DET', 'det', 1],
        ['owner', 'NOUN', 'nsubj', 'main'],
        [',', 'PUNCT', 'punct', 5],
        [relative, 'PRON', 'nsubj:pass', 5],
        ['was', 'AUX', 'aux:pass', 5],
        ['elected', 'VERB', 'acl:relcl', 1],
      ];
      const dated = (year: string | undefined, head: number | 'main'): void => {
        if (year === undefined) return;
        words.push(['in', 'ADP', 'case', words.length + 1], [year, 'NUM', 'obl', head]);
      };
      dated(inside, insideHead);
      words.push([',', 'PUNCT', 'punct', 5]);
      const main = words.length;
      words.push(['resigned', 'VERB', 'root', -1]);
      dated(outside, outsideHead);
      words.push(['.', 'PUNCT', 'punct', main]);
      let source = '';
      const tagged = words.map(([text, upos, relation, head]): Word => {
        const start = source === '' ? 0 : source.length + 1;
        source += `${source === '' ? '' : ' '}${text}`;
        return {
          span: [start, source.length],
          upos,
          relation,
          head: head === 'main' ? main : head,
          name: undefined,
          event: 'OCCURRENCE',
          telling: 1,
        };
      });
      const tree = clauseTree(source, [0, source.length], { words: tagged });
      const [elected, resigned] = [tree.tokens[5]!, tree.tokens[main]!];
      const dates = clauseDates(tree, [elected, resigned], dateExpressions(source, { reference: '2021-05-12' }));
      expect(dates.get(elected)?.edtf).toBe(inside);
      expect(dates.get(resigned)?.edtf).toBe(outside);
      expect(clauseLabel(source, tree, resigned)).toMatch(/^The owner … resigned/u);
    }),
    { seed: 14, numRuns: 200 },
  );
});
