import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TaggedSentence } from 'rapporteur-reader';
import { clauseDates } from '../../../src/events/clauseDates/clauseDates.ts';
import { clauseTree } from '../../../src/events/clauses/clauseTree.ts';
import { clausesOf } from '../../../src/events/finding/findEvents.ts';
import { dateExpressions } from '../../../src/language/dates/dateExpressions.ts';
import { finish } from '../../../src/runtime/steps/steps.ts';
import { taggedArticle } from '../../fixtures/taggedArticle.ts';

/** What a clause of a sentence has for a date, by the word that tells it. */
function dateOf(word: string, sentence: string) {
  const { article, tags } = taggedArticle([[sentence]]);
  return finish(clausesOf(article, tags)).find(({ token }) => token.written === word)?.date;
}

describe('the date of a clause', () => {
  test.each([
    ['exploded', 'Two bombs exploded in Oslo and Bergen on Friday, killing three people.', '2021-05-07'],
    [
      'Founded',
      'Founded in a Leeds back kitchen in 1931, the company went public in 1986 and bought Old Mill in 2004.',
      '1931',
    ],
    [
      'went',
      'Founded in a Leeds back kitchen in 1931, the company went public in 1986 and bought Old Mill in 2004.',
      '1986',
    ],
    ['exploded', 'Two bombs exploded in Oslo and Bergen Friday, killing three people.', '2021-05-07'],
    ['exploded', 'Two bombs exploded in Oslo on Friday, killing three people.', '2021-05-07'],
    ['shut', 'A second plant was shut for repairs in May.', '2021-05'],
    ['slid', 'Profit fell in the first quarter as prices slid.', '2021-01/2021-03'],
    ['earned', 'Delmar earned $2 million in the three months ended March 31.', '2021-01/2021-03'],
    ['scuttled', 'The thieves scuttled the talks in March.', '2021-03'],
    ['tried', 'Divers tried to enter the wreck on May 3 but were stopped by police.', '2021-05-03'],
    ['stopped', 'Divers tried to enter the wreck on May 3 but were stopped by police.', '2021-05-03'],
    ['attack', 'The last attack on the port was in 2002, when rebels killed twenty people.', '2002'],
    ['killed', 'The last attack on the port was in 2002, when rebels killed twenty people.', '2002'],
    ['loss', 'The Nov. 9 loss at Derby hurt the team.', '2020-11-09'],
    ['beat', 'Fulham beat Derby on Saturday in a win that moved them to fourth place.', '2021-05-08'],
    ['kidnapped', 'A sailor was kidnapped from his boat at 10 p.m. Monday, police said.', '2021-05-10'],
    ['arrest', "Following Hale's arrest in Leeds on Monday, a lawyer asked for a new inquiry.", '2021-05-10'],
    ['workshop', 'The council set a workshop for March 22.', '2021-03-22'],
    ['found', 'The council said that last week a diver found the wreck.', '2021-05-03/2021-05-09'],
    ['approved', 'The harbor board on Monday approved the pier.', '2021-05-10'],
    ['prayed', 'Earlier Sunday, villagers prayed for rain.', '2021-05-09'],
    ['elected', 'Last fall, voters elected a new mayor.', '2020-23'],
    ['earned', 'For 2018, Delmar earned $2 million.', '2018'],
    ['filed', 'Hale failed to find a buyer and filed for bankruptcy in July 2018.', '2018-07'],
    ['redeem', 'Delmar said it will redeem the bonds on May 30 at full price.', '2021-05-30'],
    ['announced', 'The brewery announced the plan Jan. 21.', '2021-01-21'],
    ['begin', 'Delmar will begin mailing the letters next week.', '2021-05-17/2021-05-23'],
    ['held', 'Hostages who had been held since 2016 were released on Tuesday.', '2016/'],
    ['released', 'Hostages who had been held since 2016 were released on Tuesday.', '2021-05-11'],
    ['rose', 'Arrivals rose last year and this year.', '2020/2021'],
    ['premieres', 'A film premieres at the Leith Festival on August 14.', '2021-08-14'],
    ['won', 'Holloway won the cup for the third year running on Saturday.', '2021-05-08'],
    ['rose', 'Sales for the first nine months of 2020 rose by a third.', '2020-01/2020-09'],
  ])('of "%s" in "%s" is %s', (word, sentence, expected) => {
    expect(dateOf(word, sentence)?.edtf).toBe(expected);
  });

  test.each([
    ['said', 'Delmar said it lost money in 2019.'],
    [
      'accused',
      'The opposition leader, Mark Osei, accused her administration of cutting the dam safety budget by a fifth in 2023.',
    ],
    ['grounding', 'It was the third grounding on the route since 2019.'],
    ['attacked', 'Rebels attacked the port after the collapse of the government in 2011.'],
    ['won', 'Delmar won a majority for the first time since 1993.'],
    ['agreed', 'The fund agreed a deal until the end of the 2022 season.'],
    ['rose', 'Profit rose to $9 million from $5 million a year earlier.'],
    ['fell', 'Sales fell to 12 percent, compared with 15 percent in March.'],
    ['hurt', 'The Nov. 9 loss at Derby hurt the team.'],
    ['said', 'A sailor was kidnapped from his boat at 10 p.m. Monday, police said.'],
    ['set', 'The council set a workshop for March 22.'],
    ['replaces', 'This policy replaces the one of May 2019.'],
    ['quake', 'It was the strongest quake since 1976.'],
    ['said', 'The council said that last week a diver found the wreck.'],
    ['said', 'Delmar said it will redeem the bonds on May 30 at full price.'],
  ])('of "%s" in "%s" is not said', (word, sentence) => {
    expect(dateOf(word, sentence)).toBeUndefined();
  });

  test.each([
    ['attacked', 'After the collapse of the government in 2011, rebels attacked the port.', '2011~'],
    ['sold', 'After Ann Hale left the company in March, Omar Reyes sold the brewery.', '2021-03~'],
    ['stepped', 'The killing of two senators in 2013 prompted a crisis, and the cabinet stepped down.', '2013~'],
  ])('of "%s" after something dated, in "%s", is about %s, by a rule of its own', (word, sentence, expected) => {
    expect(dateOf(word, sentence)).toMatchObject({
      edtf: expected,
      certainty: 'inferred',
      ruleId: 'after-another',
    });
  });
});

/** One clause that a date hangs from, and another that hangs from it or that it hangs from, with a subject of its own. */
const LINKS = ['ccomp', 'parataxis', 'acl:relcl', 'advcl'] as const;

test('what a clause says of its own event dates no event of another clause with another subject', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LINKS),
      fc.boolean(),
      fc.constantFrom('on Friday', 'in 2011', 'in March', 'on May 3'),
      fc.constantFrom('although', 'because', 'whereas'),
      (link, datedFirst, when, mark) => {
        const words: { text: string; upos: TaggedSentence['words'][number]['upos']; head: number; relation: string }[] =
          [];
        const clause = (subject: string, verb: string, relation: string, head: number, dated: boolean): number => {
          const from = words.length;
          const at = from + 1 + Number(relation === 'advcl');
          if (relation === 'advcl') words.push({ text: mark, upos: 'SCONJ', head: at, relation: 'mark' });
          words.push({ text: subject, upos: 'NOUN', head: at, relation: 'nsubj' });
          words.push({ text: verb, upos: 'VERB', head, relation });
          if (dated) {
            const [marker = '', ...rest] = when.split(' ');
            const top = at + 2;
            words.push({ text: marker, upos: 'ADP', head: top, relation: 'case' });
            words.push({ text: rest[0] ?? '', upos: 'PROPN', head: at, relation: 'obl' });
            if (rest[1] !== undefined) words.push({ text: rest[1], upos: 'NUM', head: top, relation: 'nummod' });
          }
          return at;
        };
        const first = clause('rebels', 'attacked', 'root', -1, datedFirst);
        const second = clause('owners', 'closed', link, first, !datedFirst);
        words.push({ text: '.', upos: 'PUNCT', head: first, relation: 'punct' });
        let source = '';
        const tagged = words.map(({ text, ...rest }): TaggedSentence['words'][number] => {
          const start = source === '' ? 0 : source.length + 1;
          source += `${source === '' ? '' : ' '}${text}`;
          return { ...rest, span: [start, source.length], name: undefined, event: 'OCCURRENCE', telling: 1 };
        });
        const tree = clauseTree(source, [0, source.length], { words: tagged });
        const [own, other] = datedFirst ? [first, second] : [second, first];
        const candidates = [tree.tokens[first]!, tree.tokens[second]!];
        const dates = clauseDates(tree, candidates, dateExpressions(source, { reference: '2021-05-12' }));
        expect(dates.get(tree.tokens[own]!)).toBeDefined();
        expect(dates.get(tree.tokens[other]!)).toBeUndefined();
      },
    ),
    { seed: 14, numRuns: 200 },
  );
});

test('what was once so is not of the date before it', () => {
  const sentence = 'It opened in 2009 and once held a third of the market.';
  expect(dateOf('opened', sentence)?.edtf).toBe('2009');
  expect(dateOf('held', sentence)).toBeUndefined();
});
