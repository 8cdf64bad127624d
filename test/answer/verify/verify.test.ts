import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnswerOf, answerSchema } from '../../../src/answer/answer.ts';
import { BRACKET_MAX_CHARS, GAP_MAX_CHARS } from '../../../src/answer/verify/splices/searchFragments.ts';
import { MATCHES_MAX } from '../../../src/answer/verify/judge/judgement.ts';
import { QUOTE_MAX_CHARS, verify } from '../../../src/answer/verify/verify.ts';
import { QUOTE_MIN_CHARS, QUOTE_MIN_WORDS } from '../../../src/answer/verify/judge/isShort.ts';
import type { Article } from '../../../src/article/article.ts';
import { articleOf, lighthouse } from '../../fixtures/article.ts';
import { bahnhof } from '../fixtures/bahnhof.ts';
import { corpusArticle } from '../fixtures/corpusArticle.ts';
import { report } from '../fixtures/report.ts';

type Verdict = AnswerOf<'verdict'>;

interface Expected {
  readonly verdict: Verdict['verdict'];
  /** References of the matches. */
  readonly at?: readonly string[];
  /** `kind: quoted > source` of each difference. */
  readonly differences?: readonly string[];
  /** Omitted words, with `!flag`. */
  readonly omitted?: readonly string[];
  readonly holds?: boolean;
  /** References of the places in other articles. */
  readonly elsewhere?: readonly string[];
  readonly places?: number;
}

type Case = readonly [quote: string, expected: Expected, claim?: { reference?: string; article?: string }];

const reportCases: readonly Case[] = [
  // exact
  ['The operator did not report it.', { verdict: 'exact', at: ['¶1.3'] }],
  [
    'The northern wall moved by 3.5 millimetres between January 2022 and March 2023.[13]',
    { verdict: 'exact', at: ['¶1.1'] },
  ],
  [
    'This is not permitted under clause 7 of the licence, unless the operator reports it within 48 hours.[14]',
    { verdict: 'exact', at: ['¶1.2'] },
  ],
  ['95 % confidence interval [52, 67]', { verdict: 'exact', at: ['¶5.1'] }],
  ['Tell the fishing club [sic] about the plan.', { verdict: 'exact', at: ['¶8'] }],
  ['“We cannot recommend a refill before the wall is sealed.”', { verdict: 'exact', at: ['¶4.1'] }],
  ['"We cannot recommend a refill before the wall is sealed."', { verdict: 'exact', at: ['¶4.1'], omitted: [] }],
  ['Annual Report on the Velda Reservoir', { verdict: 'exact', at: ['title'] }],
  ['What 14 months of measurements say about the dam', { verdict: 'exact', at: ['standfirst'] }],
  ['The northern wall seen from the spillway', { verdict: 'exact', at: ['Fig. 1'] }],
  ['Photo: Water Office, Lena Faber', { verdict: 'exact', at: ['Fig. 1'] }],
  ['a form that residents can read', { verdict: 'exact', at: ['¶7.1'] }],
  ['Readings are rounded to half a millimetre.', { verdict: 'exact', at: ['¶10'] }],
  [
    'Seal the northern wall before the water level is raised again.\nPublish the readings of all sensors every week',
    { verdict: 'exact', at: ['¶6', '¶7.1'] },
  ],
  ['> Readings are rounded to half a millimetre.', { verdict: 'exact', at: ['¶10'] }],
  [
    '- Seal the northern wall before the water level is raised again.\n- Publish the readings of all sensors every week',
    { verdict: 'exact', at: ['¶6', '¶7.1'] },
  ],
  ['**No other species** showed a comparable decline', { verdict: 'exact', at: ['¶5.2'] }],
  ['No other species showed a comparable decline\n— Velda Water Office, 2023', { verdict: 'exact', at: ['¶5.2'] }],
  // folded
  ['"We cannot recommend a refill before the wall is sealed', { verdict: 'exact', at: ['¶4.1'] }],
  [
    "The committee concluded: 'We cannot recommend a refill",
    { verdict: 'folded', at: ['¶4.1'], differences: ["quote-mark: ' > “"] },
  ],
  [
    'The committee concluded: "We cannot recommend a refill',
    { verdict: 'folded', at: ['¶4.1'], differences: ['quote-mark: " > “'] },
  ],
  ['returned in September - earlier than anyone', { verdict: 'folded', at: ['¶5.3'], differences: ['dash: - > —'] }],
  [
    'returned in September—earlier than anyone',
    { verdict: 'folded', at: ['¶5.3'], differences: ['space:  >  ', 'space:  >  '] },
  ],
  ['returned in September -- earlier than anyone', { verdict: 'folded', at: ['¶5.3'], differences: ['dash: -- > —'] }],
  [
    'the operator  did\nnot report it',
    { verdict: 'folded', at: ['¶1.3'], differences: ['case: the > The', 'space:    >  ', 'line-break: \n >  '] },
  ],
  [
    'THE OPERATOR did not report it.',
    { verdict: 'folded', at: ['¶1.3'], differences: ['case: THE > The', 'case: OPERATOR > operator'] },
  ],
  [
    'The oper\u00ADator did not report it.',
    { verdict: 'folded', at: ['¶1.3'], differences: ['soft-hyphen: \u00AD > '] },
  ],
  [
    'The operator\u200B did not report it.',
    { verdict: 'folded', at: ['¶1.3'], differences: ['zero-width: \u200B > '] },
  ],
  ['The non-violent protest', { verdict: 'altered', at: ['¶3.1'], differences: ['word: The > A'] }],
  ['before the wall is sealed,', { verdict: 'folded', at: ['¶4.1'], differences: ['ending: , > .'] }],
  [
    'Publish the readings of all sensors every week.',
    { verdict: 'folded', at: ['¶7.1'], differences: ['ending: . > ,'] },
  ],
  ['a comparable de-\ncline', { verdict: 'folded', at: ['¶5.2'], differences: ['hyphenation: - > '] }],
  ['… showed a comparable decline', { verdict: 'folded', at: ['¶5.2'], differences: ['ellipsis: … > '] }],
  ['No other species showed a comparable...', { verdict: 'folded', at: ['¶5.2'], differences: ['ellipsis: ... > '] }],
  [
    'Seal the northern wall before the water level is raised again. Publish the readings',
    { verdict: 'folded', at: ['¶6', '¶7.1'], differences: ['line-break:   > \n'] },
  ],
  ['con\uFB01dence interval [52, 67]', { verdict: 'folded', at: ['¶5.1'], differences: ['ligature: \uFB01 > fi'] }],
  // spliced
  ['This is ... permitted under clause 7', { verdict: 'spliced', at: ['¶1.2'], omitted: ['not!negation'] }],
  [
    'This is not permitted under clause 7 [...] within 48 hours',
    { verdict: 'spliced', at: ['¶1.2'], omitted: ['of the licence, unless the operator reports it!negation'] },
  ],
  [
    'This is not permitted … unless the operator reports it',
    { verdict: 'spliced', at: ['¶1.2'], omitted: ['under clause 7 of the licence,!number'] },
  ],
  ['Fish counts fell … to 8,400', { verdict: 'spliced', at: ['¶5.1'], omitted: ['from 21,000!number'] }],
  [
    'permitted under clause 7 … within 48 hours',
    {
      verdict: 'spliced',
      at: ['¶1.2'],
      omitted: ['not!negation', 'of the licence, unless the operator reports it!negation'],
    },
  ],
  ['The trout (...) returned in September', { verdict: 'spliced', at: ['¶5.3'], omitted: [', however,'] }],
  ['The trout . . . returned in September', { verdict: 'spliced', at: ['¶5.3'], omitted: [', however,'] }],
  [
    'It [the board] rejected the third one',
    { verdict: 'spliced', at: ['¶9.2'], differences: ['inserted: [the board] > '], omitted: [] },
  ],
  [
    '[The board] rejected the third one',
    { verdict: 'spliced', at: ['¶9.2'], differences: ['inserted: [The board] > '] },
  ],
  ['The operator did not report [the movement] … ', { verdict: 'spliced', at: ['¶1.3'] }],
  [
    'because [it] had been dissolved in 2019',
    { verdict: 'spliced', at: ['¶9.2'], differences: ['inserted: [it] > the club'], omitted: ['the club'] },
  ],
  ['the northern wall mov[es] by 3.5 millimetres', { verdict: 'spliced', at: ['¶1.1'], omitted: ['ed'] }],
  ['[t]he operator did not report it', { verdict: 'spliced', at: ['¶1.3'], differences: ['inserted: [t] > T'] }],
  [
    '95 % confidence interval [52, 67]). ... No other species showed',
    { verdict: 'spliced', at: ['¶5.1-2'], omitted: [] },
  ],
  ['Fish counts fell … 95 % confidence interval [52, 67]', { verdict: 'spliced', at: ['¶5.1'] }],
  ['Tell the fishing club [sic] … the plan', { verdict: 'spliced', at: ['¶8'], omitted: ['about'] }],
  ['Three pumps were replaced … metres of pipe', { verdict: 'spliced', at: ['¶2.1'], omitted: ['; 1,200!number'] }],
  [
    'Seal the northern wall …\n… Publish the readings of all sensors',
    { verdict: 'spliced', at: ['¶6', '¶7.1'], omitted: ['before the water level is raised again.'] },
  ],
  [
    'It rejected the third one, because the club had been dissolved in 2019. Residents were told in July, by letter.\n\nReadings are rounded to half a millimetre.',
    {
      verdict: 'spliced',
      at: ['¶9.2-3', 'Fig. 1', '¶10'],
      omitted: [
        'The northern wall seen from the spillway, with the crack marked in red. Photo: Water Office, Lena Faber',
      ],
    },
  ],
  ['The operator did not report it.\nA non-violent protest on 4 May 2023', { verdict: 'altered' }],
  // altered
  ['The operator did report it to the board.', { verdict: 'altered', at: ['¶1.3'] }],
  [
    'This is permitted under clause 7 of the licence',
    { verdict: 'altered', at: ['¶1.2'], differences: ['negation:  > not'] },
  ],
  [
    'The northern wall moved by 5.3 millimetres between January 2022 and March 2023',
    { verdict: 'altered', at: ['¶1.1'], differences: ['number: 5.3 > 3.5'] },
  ],
  [
    'Fish counts fell from 21,000 to 4,800',
    { verdict: 'altered', at: ['¶5.1'], differences: ['number: 4,800 > 8,400'] },
  ],
  [
    'Fish counts fell from 1,000 to 8,400',
    { verdict: 'altered', at: ['¶5.1'], differences: ['number: 1,000 > 21,000'] },
  ],
  [
    'A violent protest on 4 May 2023 closed the access road',
    { verdict: 'altered', at: ['¶3.1'], differences: ['negation:  > non-'] },
  ],
  [
    'A non-violent protest on 4 June 2023 closed the access road',
    { verdict: 'altered', at: ['¶3.1'], differences: ['name: June > May'] },
  ],
  ['violent protest on 4 May 2023', { verdict: 'altered', at: ['¶3.1'] }],
  [
    'We can recommend a refill before the wall is sealed.',
    { verdict: 'altered', at: ['¶4.1'], differences: ['negation: can > cannot'] },
  ],
  [
    'The board accepted the first three recommendations on 9 June 2023.',
    { verdict: 'altered', at: ['¶9.1'], differences: ['number: three > two'] },
  ],
  [
    'The board accepted the first two recommendations on 9 June 2023. Residents were told in July, by letter.',
    {
      verdict: 'altered',
      at: ['¶9'],
      differences: ['removed:  > It rejected the third one, because the club had been dissolved in 2019.'],
    },
  ],
  [
    'The trout however returned in September',
    { verdict: 'altered', at: ['¶5.3'], differences: ['punctuation:  > ,', 'punctuation:  > ,'] },
  ],
  [
    'The northern wall moved between January 2022 and March 2023. This is not permitted',
    {
      verdict: 'altered',
      at: ['¶1.1-2'],
      differences: ['removed:  > by', 'number:  > 3.5', 'removed:  > millimetres', 'note-mark:  > [13]'],
    },
  ],
  ['Photo: Water Office, Lena Weber', { verdict: 'altered', at: ['Fig. 1'], differences: ['name: Weber > Faber'] }],
  [
    'Residents were told in July … The operator did not report it',
    {
      verdict: 'altered',
      at: ['¶9.3', '¶1.3'],
      differences: ['out-of-order: The operator did not report it > The operator did not report it'],
    },
  ],
  [
    'The operator did not report it … Residents were told in July',
    {
      verdict: 'altered',
      at: ['¶1.3', '¶9.3'],
      differences: ['far-apart: Residents were told in July > Residents were told in July'],
    },
  ],
  // elsewhere, and claims
  ['The operator did not report it.', { verdict: 'elsewhere', at: ['¶1.3'], holds: false }, { reference: '¶5' }],
  ['The operator did not report it.', { verdict: 'elsewhere', at: ['¶1.3'], holds: false }, { reference: '¶99' }],
  ['The operator did not report it.', { verdict: 'exact', at: ['¶1.3'], holds: true }, { reference: '1' }],
  ['The operator did not report it.', { verdict: 'exact', at: ['¶1.3'], holds: true }, { reference: '¶1.3' }],
  ['The operator did not report it.', { verdict: 'elsewhere', at: ['¶1.3'], holds: false }, { reference: '¶1.2' }],
  ['The operator did not report it.', { verdict: 'exact', at: ['¶1.3'], holds: true }, { article: 'reservoir-report' }],
  [
    'The operator did not report it.',
    { verdict: 'absent', at: [], elsewhere: ['¶1.3'], holds: false },
    { article: 'lighthouse' },
  ],
  [
    'The operator did not report it.',
    { verdict: 'absent', at: [], elsewhere: ['¶1.3'], holds: false },
    { reference: 'lighthouse/¶1@00000000' },
  ],
  ['“The operator did not report it.” (¶1.3)', { verdict: 'exact', at: ['¶1.3'], holds: true }],
  ['“The operator did not report it.” (¶2)', { verdict: 'elsewhere', at: ['¶1.3'], holds: false }],
  ['The operator did not report it. [reservoir-report/¶1.3@00000000]', { verdict: 'exact', at: ['¶1.3'], holds: true }],
  ['“The operator did not report it.” (¶2)', { verdict: 'exact', at: ['¶1.3'], holds: true }, { reference: '¶1' }],
  ['the OPERATOR did not report it.', { verdict: 'elsewhere', at: ['¶1.3'], holds: false }, { reference: '¶2' }],
  ['This is ... permitted under clause 7', { verdict: 'spliced', at: ['¶1.2'], holds: false }, { reference: '¶2' }],
  [
    'This is permitted under clause 7 of the licence',
    { verdict: 'altered', at: ['¶1.2'], holds: true },
    { reference: '¶1' },
  ],
  ['Photo: Water Office, Lena Faber', { verdict: 'exact', at: ['Fig. 1'], holds: true }, { reference: 'fig1' }],
  [
    'Seal the northern wall before the water level is raised again.\nPublish the readings',
    { verdict: 'exact', at: ['¶6', '¶7.1'], holds: true },
    { reference: '¶6-7' },
  ],
  [
    'Seal the northern wall before the water level is raised again.\nPublish the readings',
    { verdict: 'elsewhere', at: ['¶6', '¶7.1'], holds: false },
    { reference: '¶6' },
  ],
  // too short
  ['not permitted', { verdict: 'too-short', at: ['¶1.2'], places: 1 }],
  ['The northern wall', { verdict: 'exact', at: ['¶1.1', 'Fig. 1', '¶6.1'] }],
  ['northern wall', { verdict: 'too-short', at: ['¶1.1', '¶6.1', 'Fig. 1'], places: 3 }],
  ['of it', { verdict: 'too-short', at: [], places: 0 }],
  ['“a c”', { verdict: 'too-short', at: [], places: 0 }],
  ['millimetre … wall', { verdict: 'too-short' }],
  // absent
  ['The mayor of Velda asked the army for help after the flood.', { verdict: 'absent', at: [] }],
  ['Completely unrelated words about glaciers and opera singers', { verdict: 'absent', at: [] }],
  ['It was decided that this would be looked at again in the future by all of them', { verdict: 'absent', at: [] }],
  [
    'The mayor of Velda asked the army for help … after the flood had passed',
    { verdict: 'absent', at: [], holds: false },
    { reference: '¶3' },
  ],
];

const bahnhofCases: readonly Case[] = [
  ['Seit 1987 hält dort kein Zug mehr.', { verdict: 'exact', at: ['¶1.2'] }],
  ['„Wir haben alles versucht“, sagte Bürgermeisterin Inge Röhl.', { verdict: 'exact', at: ['¶1.3'] }],
  [
    '"Wir haben alles versucht", sagte Bürgermeisterin Inge Röhl.',
    { verdict: 'folded', at: ['¶1.3'], differences: ['quote-mark: " > „', 'quote-mark: " > “'] },
  ],
  ['„Wir haben alles versucht“', { verdict: 'exact', at: ['¶1.3'] }],
  ['»Wir haben alles versucht«', { verdict: 'exact', at: ['¶1.3'] }],
  [
    'Seit 1987 ha\u0308lt dort kein Zug mehr.',
    { verdict: 'folded', at: ['¶1.2'], differences: ['character: a\u0308 > ä'] },
  ],
  [
    'Der Verein „Gleis 1“ will trotzdem weitermachen',
    { verdict: 'folded', at: ['¶2.2'], differences: ['quote-mark: „ > »', 'quote-mark: “ > «'] },
  ],
  [
    'Er sammelt Geld, in Massen, und hofft auf Berlin.',
    { verdict: 'altered', at: ['¶2.2'], differences: ['name: Massen > Maßen'] },
  ],
  ['weit mehr als die Strasse zum See', { verdict: 'altered', at: ['¶2.1'] }],
  ['4,5 Millionen Euro gekostet - weit mehr', { verdict: 'folded', at: ['¶2.1'], differences: ['dash: - > –'] }],
  ['45 Millionen Euro gekostet – weit mehr', { verdict: 'altered', at: ['¶2.1'], differences: ['number: 45 > 4,5'] }],
  ['5 Millionen Euro gekostet', { verdict: 'altered', at: ['¶2.1'], differences: ['number: 5 > 4,5'] }],
  ['Der Bahnhof von Altmoor wird … wieder geöffnet', { verdict: 'spliced', at: ['¶1.1'], omitted: ['nicht!negation'] }],
  [
    'Der Bahnhof von Altmoor wird wieder geöffnet',
    { verdict: 'altered', at: ['¶1.1'], differences: ['negation:  > nicht'] },
  ],
  ['Seit 1997 hält dort kein Zug mehr.', { verdict: 'altered', at: ['¶1.2'], differences: ['number: 1997 > 1987'] }],
  ['Seit 1987 hält dort ein Zug mehr.', { verdict: 'altered', at: ['¶1.2'], differences: ['negation: ein > kein'] }],
  ['sagte Bürgermeisterin Eva Röhl', { verdict: 'altered', at: ['¶1.3'], differences: ['name: Eva > Inge'] }],
  ['Die Feuerwehr rückte in der Nacht zu drei Bränden aus.', { verdict: 'absent', at: [] }],
  ['kein Zug', { verdict: 'too-short', places: 1 }],
  ['Seit 1987 hält dort kein Zug mehr. (¶2)', { verdict: 'elsewhere', at: ['¶1.2'], holds: false }],
];

const corpusCases: readonly Case[] = [
  [
    'The suspects, all Uzbek nationals, entered the US through the southern border.',
    { verdict: 'altered', at: ['¶1.2'], differences: ['name: Uzbek > Tajik'] },
  ],
  ['an attack on US or European soil is ... likely', { verdict: 'spliced', at: ['¶9.1'], omitted: ['very'] }],
  ['“IS-K’s ever-growing international focus”', { verdict: 'exact', at: ['¶2.2'] }],
  ["IS-K's ever-growing international focus", { verdict: 'folded', at: ['¶2.2'], differences: ["quote-mark: ' > ’"] }],
  [
    'since 2016-2017, during the height of IS transnational operations',
    { verdict: 'folded', at: ['¶2.1'], differences: ['dash: - > –'] },
  ],
  ['Officials in Madrid denied that any cell had planned to poison the water supply.', { verdict: 'absent', at: [] }],
  [
    'there is a geographical pattern to IS-K arrests in the US',
    { verdict: 'altered', at: ['¶12.4'], differences: ['negation: a > no'] },
  ],
  [
    'there is … geographical pattern to IS-K arrests in the US',
    { verdict: 'spliced', at: ['¶12.4'], omitted: ['no!negation'] },
  ],
  ['geographical pattern to IS-K arrests in the US', { verdict: 'exact', at: ['¶12.4'], omitted: ['no!negation'] }],
  [
    'an attack on US or European soil is very unlikely in the coming months',
    { verdict: 'altered', at: ['¶9.1'], differences: ['negation: unlikely > likely'] },
  ],
  [
    'authorities arrested nine suspected members of Islamic State-Khorasan',
    { verdict: 'altered', at: ['¶1.1'], differences: ['number: nine > eight'] },
  ],
  [
    'The group poses an urgent and extreme threat in the West',
    { verdict: 'exact', at: ['¶13.4'], holds: true },
    { reference: '¶13' },
  ],
  [
    'The group poses an urgent and extreme threat in the West (¶1)',
    { verdict: 'elsewhere', at: ['¶13.4'], holds: false },
  ],
  ['these threats should be taken very seriously', { verdict: 'exact', at: ['standfirst.2'] }],
  ['IS-K at the forefront of threats to the West', { verdict: 'exact', at: ['§1'] }],
  [
    'could have grave consequences for the West. With security agencies relatively unprepared',
    { verdict: 'exact', at: ['¶2.2-3'] },
  ],
  [
    'a deadly attack on Western soil.\nPolice in Belgium, Germany, and the Netherlands',
    { verdict: 'exact', at: ['¶2.3', 'Fig. 2'] },
  ],
  ['Image source', { verdict: 'too-short', at: ['Fig. 1', 'Fig. 2', 'Fig. 3', 'Fig. 4'], places: 4 }],
  ['which it claimed was an anti-Sunni plot', { verdict: 'exact', at: ['¶7.3'] }],
  ['THE THREAT FROM IS IN AMERICA', { verdict: 'folded', at: ['¶11.1'] }],
];

const source = await corpusArticle();

describe('verify on a report with lists, footnotes and numbers in brackets', () => {
  check(reportCases, [report, lighthouse]);
});
describe('verify on a German text', () => {
  check(bahnhofCases, [bahnhof, report]);
});
describe.skipIf(!source)('verify on the article of the corpus', () => {
  check(corpusCases, source ? [source, report] : []);
});

function check(cases: readonly Case[], articles: readonly Article[]): void {
  const library = { articles: new Map(articles.map((article) => [article.id as string, article])) };
  test.each(cases.map(([quote, expected, claim = {}]) => ({ quote, expected, claim })))(
    '$quote',
    ({ quote, expected, claim }) => {
      const answer = verify({ quote, ...claim }, library);
      expect(answerSchema.safeParse(answer).error).toBeUndefined();
      expect(answer.kind).toBe('verdict');
      const verdict = answer as Verdict;
      expect({ verdict: verdict.verdict, ...summary(verdict, expected) }).toEqual(expected);
      for (const { article, span, text } of verdict.matches)
        expect(text).toBe(library.articles.get(article)!.source.slice(...span));
      for (const { source, span } of verdict.differences)
        expect(articles.map((article) => article.source.slice(...span))).toContain(source);
      const named = verdict.claimed?.article !== undefined && !verdict.elsewhere;
      const searched = named ? articles.filter(({ id }) => id === verdict.claimed!.article) : articles;
      expect(verdict.searched.length).toBeGreaterThanOrEqual(Math.min(1, searched.length));
      expect(verdict.searched.map(({ article }) => article)).toEqual(
        expect.arrayContaining(searched.map(({ id }) => id)),
      );
    },
  );
}

/** Shows words without the white space that goes with them. */
function shown(words: string): string {
  return words.trim() === '' ? words : words.trim();
}

/** Shows of the answer what the case is about. */
function summary(verdict: Verdict, expected: Expected): Partial<Expected> {
  return {
    ...('at' in expected ? { at: verdict.matches.map(({ reference }) => reference) } : {}),
    ...('differences' in expected
      ? {
          differences: verdict.differences.map(
            ({ kind, quoted, source }) => `${kind}: ${shown(quoted)} > ${shown(source)}`,
          ),
        }
      : {}),
    ...('omitted' in expected
      ? { omitted: verdict.omitted.map(({ text, flag }) => (flag ? `${text}!${flag}` : text)) }
      : {}),
    ...('holds' in expected ? { holds: verdict.claimed?.holds ?? false } : {}),
    ...('elsewhere' in expected ? { elsewhere: verdict.elsewhere?.map(({ reference }) => reference) } : {}),
    ...('places' in expected ? { places: verdict.places } : {}),
  } as Partial<Expected>;
}

describe('verify refuses', () => {
  const library = { articles: new Map([[report.id as string, report]]) };
  test.each([
    ['a quotation without words', { quote: ' “…” ' }, 'quote'],
    ['an empty quotation', { quote: '' }, 'quote'],
    ['a quotation that is too long', { quote: 'word '.repeat(QUOTE_MAX_CHARS / 5) + 'x' }, 'quote'],
    ['an unknown article', { quote: 'The operator did not report it.', article: 'reservoir-rapport' }, 'article'],
    ['what is no reference', { quote: 'The operator did not report it.', reference: 'somewhere' }, 'reference'],
  ])('%s', (_, request, option) => {
    expect(verify(request, library)).toMatchObject({ kind: 'invalid', option });
  });

  test('not yet at the greatest length', () => {
    expect(verify({ quote: 'word '.repeat(QUOTE_MAX_CHARS / 5) }, library).kind).toBe('verdict');
  });

  test('with the nearest article', () => {
    const request = { quote: 'The operator did not report it.', article: 'reservoir-rapport' };
    expect(verify(request, library)).toMatchObject({ nearest: ['reservoir-report'] });
  });
});

test('verify shows an altered sentence with its closing mark', () => {
  const library = { articles: new Map([[report.id as string, report]]) };
  const answer = verify({ quote: 'The engineer did not report it.' }, library) as Verdict;
  expect(answer.matches.map(({ text }) => text)).toEqual(['The operator did not report it.']);
});

describe('verify, whatever is quoted', () => {
  const signs = articleOf('signs', [
    ['title', '😀Signs and 𝒽ard words'],
    [
      'paragraph',
      'Some 😀emoji stand😀before words, and x̂ or 한글 or 我们不同意这个计划 are words too, as is 𐐀𐐁x here.',
    ],
  ]);
  const articles = [report, bahnhof, lighthouse, signs];
  const library = { articles: new Map(articles.map((article) => [article.id as string, article])) };
  const stretch = fc
    .record({ article: fc.constantFrom(...articles), from: fc.nat(), words: fc.integer({ min: 4, max: 30 }) })
    .map(({ article, from, words }) => {
      const starts = [...article.source.matchAll(/(?<=^|[\s])[\p{L}\p{N}]/gu)].map(({ index }) => index);
      const first = from % (starts.length - words - 1);
      return { article, text: article.source.slice(starts[first], starts[first + words]).trim() };
    })
    .filter(({ text }) => text.length >= 2 * QUOTE_MIN_CHARS);

  test('finds any stretch of words exactly, and nowhere else', () => {
    fc.assert(
      fc.property(stretch, ({ article, text }) => {
        const answer = verify({ quote: text }, library) as Verdict;
        expect(answer.verdict).toBe('exact');
        expect(answer.differences).toEqual([]);
        const naive = articles.flatMap(({ source }) =>
          Array.from(source.matchAll(new RegExp(RegExp.escape(text), 'gu'))),
        );
        expect(answer.matches.length).toBeGreaterThanOrEqual(naive.length);
        expect(answer.matches[0]!.article).toBe(article.id);
      }),
    );
  });

  test('folds other typography, and lists differences that give the source back', () => {
    fc.assert(
      fc.property(stretch, ({ article, text }) => {
        const typed = text
          .replace(/[“”„»«]/gu, '"')
          .replace(/’/gu, "'")
          .replace(/[–—]/gu, '-')
          .replace(/ /gu, '\u00A0 ');
        const answer = verify({ quote: typed }, library) as Verdict;
        expect(['folded', 'exact']).toContain(answer.verdict);
        expect(answer.matches.every(({ article: id }) => id === article.id)).toBe(true);
      }),
    );
  });

  test('is never content when a word was exchanged', () => {
    fc.assert(
      fc.property(stretch, fc.nat(), ({ text }, at) => {
        const words = text.split(/(?<=\s)/u);
        words[at % words.length] = 'qwertz ';
        const answer = verify({ quote: words.join('').trim() }, library) as Verdict;
        expect(['altered', 'absent', 'too-short']).toContain(answer.verdict);
      }),
    );
  });

  test('never throws, and gives slices only', () => {
    const piece = fc.constantFrom(
      ' ',
      '…',
      '...',
      '[',
      ']',
      '[x]',
      '"',
      '“',
      '>',
      '¶1',
      '(¶2)',
      '\n',
      '—',
      'The',
      'operator',
      'did',
      'not',
      'report',
      'it',
      '.',
      '13',
      '\uD83D',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const answer = verify({ quote: pieces.join(' ') }, library);
        if (answer.kind === 'invalid') return;
        expect(
          answer.matches.every(
            ({ article, span, text }) => library.articles.get(article)!.source.slice(...span) === text,
          ),
        ).toBe(true);
      }),
    );
  });
});

describe('verify, at its limits', () => {
  const judged = (paragraphs: readonly string[], quote: string): Verdict => {
    const article = articleOf('limits', [['title', 'T'], ...paragraphs.map((text) => ['paragraph', text] as const)]);
    return verify({ quote }, { articles: new Map([[article.id as string, article]]) }) as Verdict;
  };

  test.each([
    [QUOTE_MIN_CHARS - 1, 'too-short'],
    [QUOTE_MIN_CHARS, 'exact'],
  ])('of %i characters', (length, verdict) => {
    const quote = `a b ${'c'.repeat(length - 4)}`;
    expect(judged([quote], quote).verdict).toBe(verdict);
  });

  test.each([
    [QUOTE_MIN_WORDS - 1, 'too-short'],
    [QUOTE_MIN_WORDS, 'exact'],
  ])('of %i words', (count, verdict) => {
    const quote = Array(count).fill('considerable').join(' ');
    expect(judged([quote], quote).verdict).toBe(verdict);
  });

  const opening = 'The first half of it stands here';
  const closing = 'and the second half of it stands there';

  test.each([
    [GAP_MAX_CHARS, 'spliced', []],
    [GAP_MAX_CHARS + 1, 'altered', ['far-apart']],
  ])('leaving %i characters out', (gap, verdict, kinds) => {
    const filling = ` ${'x'.repeat(gap - 2)} `;
    const answer = judged([`${opening}${filling}${closing}.`], `${opening} … ${closing}`);
    expect([answer.verdict, answer.differences.map(({ kind }) => kind)]).toEqual([verdict, kinds]);
  });

  test.each([
    [BRACKET_MAX_CHARS, 'spliced'],
    [BRACKET_MAX_CHARS + 1, 'altered'],
  ])('replacing %i characters by a bracket', (gap, verdict) => {
    const filling = ` ${'x'.repeat(gap - 2)} `;
    expect(judged([`${opening}${filling}${closing}.`], `${opening} [so] ${closing}`).verdict).toBe(verdict);
  });

  test.each([
    [MATCHES_MAX, undefined],
    [MATCHES_MAX + 1, MATCHES_MAX + 1],
  ])('in %i places', (count, places) => {
    const answer = judged(Array<string>(count).fill(opening), opening);
    expect([answer.matches.length, answer.places]).toEqual([MATCHES_MAX, places]);
  });
});
