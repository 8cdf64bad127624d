import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnswerOf } from '../../../src/answer/answer.ts';
import { verify } from '../../../src/answer/verify/verify.ts';
import type { Article } from '../../../src/article/article.ts';
import { foldedString } from '../../../src/language/folding/foldedString.ts';
import { articleOf, lighthouse } from '../../fixtures/article.ts';

const grain = articleOf('grain', [
  ['title', 'Fire at the Grain Terminal'],
  [
    'paragraph',
    'The blaze broke out in silo no. 4, which held 3,200 tonnes of barley.',
    'The limit is 10 mg/m³, and the air was at −3 °C.',
  ],
  ['paragraph', 'Damage is put at €4.5 million.', 'Neither the police nor the prosecutor has named a suspect.'],
]);

function judge(
  quote: string,
  articles: readonly Article[] = [grain, lighthouse],
  reference?: string,
): AnswerOf<'verdict'> {
  const answer = verify({ quote, reference }, { articles: new Map(articles.map((each) => [each.id as string, each])) });
  if (answer.kind !== 'verdict') throw new Error(answer.reason);
  return answer;
}

const EXACT = 'Neither the police nor the prosecutor has named a suspect.';

describe('verify on a part that the source has', () => {
  test.each([
    [`According to the police, “${EXACT}”`, EXACT],
    [`I read that "${EXACT}"`, EXACT],
    [`The mayor told us: «${EXACT}»`, EXACT],
    [`“${EXACT}” — said the mayor`, EXACT],
    [`"${EXACT}" — she said, laughing`, EXACT],
    [`“${EXACT}” [sic]`, EXACT],
    [`${EXACT} lol`, EXACT],
    [`${EXACT} #vessby #fire`, EXACT],
    [`${EXACT} — said the mayor`, EXACT],
  ])('%j is altered, with the part that is exact', (quote, part) => {
    const verdict = judge(quote);
    expect(verdict.verdict).toBe('altered');
    expect(verdict.parts).toMatchObject([{ text: part, verdict: 'exact', matches: [{ reference: '¶2.2' }] }]);
    expect(verdict.differences.every(({ source }) => source === '')).toBe(true);
  });

  test('a part with a negation just before it says so', () => {
    const { parts, omitted } = judge('They say “the prosecutor has named a suspect”');
    expect(parts?.[0]?.verdict).toBe('exact');
    expect(omitted).toMatchObject([{ text: 'nor', flag: 'negation' }]);
  });

  test.each([
    'Neither the mayor nor the prosecutor has named a suspect.',
    'Neither the police nor the prosecutor has named one suspect.',
    'They say “the mayor has named a suspect”',
  ])('%j has none', (quote) => expect(judge(quote).parts).toBeUndefined());

  const word = fc.constantFrom('zebra', 'not', '12', 'the', 'harbour', 'They', 'suspect', 'lamp', '—', '(sic)');
  const around = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
  test('a part is in what was typed, and in the source at its place', () => {
    fc.assert(
      fc.property(around, fc.constantFrom('“”', '""', '«»', '  '), around, fc.nat(), (head, marks, tail, at) => {
        const sentences = grain.blocks.flatMap((block) => ('sentences' in block ? block.sentences : []));
        const text = grain.source.slice(...sentences[at % sentences.length]!);
        const quote = `${head} ${marks[0]!}${text}${marks[1]!} ${tail}`;
        const { parts: [part] = [], verdict } = judge(quote);
        if (!part) return;
        expect(verdict).toBe('altered');
        expect(quote.slice(...part.span)).toBe(part.text);
        const [match] = part.matches;
        const source = match!.article === grain.id ? grain.source : lighthouse.source;
        expect(foldedString(source)).toContain(foldedString(part.text).replace(/[.,]$/u, ''));
      }),
    );
  });
});

/** Puts the differences of a verdict on one passage into the source. */
function rebuilt({ differences, passage }: AnswerOf<'verdict'>, source: string): string {
  const {
    span: [start, end],
  } = passage!;
  let [text, from] = ['', start];
  for (const { span, quoted } of differences) {
    text += source.slice(from, span[0]) + quoted;
    from = span[1];
  }
  return text + source.slice(from, end);
}

describe('verify on one part in quotation marks', () => {
  const words = fc.array(fc.constantFrom('zebra', 'lamp', 'They', 'said', 'that', 'not'), {
    minLength: 1,
    maxLength: 4,
  });
  test('tells all that is around it, so that the differences give back what was typed', () => {
    fc.assert(
      fc.property(words, words, fc.boolean(), (head, tail, isLast) => {
        const own = articleOf('one', [['paragraph', EXACT]]);
        const quote = `${head.join(' ')} “${EXACT}”${isLast ? '' : ` ${tail.join(' ')}`}`;
        const verdict = judge(quote, [own]);
        expect(verdict.verdict).toBe('altered');
        expect(rebuilt(verdict, own.source)).toBe(quote);
        for (const { at, quoted } of verdict.differences) expect(at && quote.slice(...at)).toBe(quoted);
      }),
      { numRuns: 50 },
    );
  });

  test.each([
    ['They never said “' + EXACT + '”', ['negation']],
    ['They said “' + EXACT + '” and it was not true', [undefined, 'negation']],
    ['They said “' + EXACT + '”', [undefined]],
  ])('%j warns of a negation next to it', (quote, flags) => {
    const told = judge(quote).differences.filter(({ kind }) => kind === 'added');
    expect(told.map(({ flag }) => flag)).toEqual(flags);
  });

  test('finds the five longest parts, and not the sixth', () => {
    const long = [
      'The blaze broke out in silo no. 4',
      'held 3,200 tonnes of barley.',
      EXACT,
      'The limit is 10 mg/m³',
      'the air was at −3 °C.',
    ];
    const quote = `He said “Damage is put” and ${long.map((part) => `“${part}”`).join(' zebra ')} then`;
    expect(new Set(judge(quote).parts?.map(({ text }) => text))).toEqual(new Set(long));
  });
});

describe('verify on marks around a quotation', () => {
  test.each([`“${EXACT}”.`, `"${EXACT}",`, `(“${EXACT}”)`, `“‘${EXACT}’”`, `\u0022\u0022${EXACT}\u0022\u0022`])(
    '%j is exact',
    (quote) => expect(judge(quote).verdict).toBe('exact'),
  );
  test('several exact parts are all told', () => {
    const { parts } = judge(`He said “${EXACT}” and “Damage is put at €4.5 million.”`);
    expect(parts?.map(({ text }) => text)).toEqual([EXACT, 'Damage is put at €4.5 million.']);
  });
  test('words over two paragraphs are in one place', () => {
    expect(judge(`Damage is put at €4.5 million. ${EXACT}`).places).toBeUndefined();
    const over = judge('and the air was at −3 °C.\nDamage is put at €4.5 million.');
    expect(over).toMatchObject({ verdict: 'exact', places: 1 });
    expect(over.matches).toHaveLength(2);
  });
  test.each([
    ['Either the police nor the prosecutor has named a suspect.'],
    ['Never the police nor the prosecutor has named a suspect.'],
  ])('%j warns of the negation', (quote) =>
    expect(judge(quote).differences[0]).toMatchObject({ kind: 'negation', flag: 'negation' }),
  );
});

describe('verify on whole sentences put together', () => {
  test.each([
    ['from two articles', `${EXACT} No other bidder came.`, 'far-apart', ['¶2.2', '¶2.2']],
    ['in another order', `${EXACT} Damage is put at €4.5 million.`, 'out-of-order', ['¶2.2', '¶2.1']],
    ['twice', `${EXACT} ${EXACT}`, 'repeated', ['¶2.2', '¶2.2']],
    [
      'in another order of paragraphs',
      `Hallam says she will not leave. No other bidder came.`,
      'out-of-order',
      ['¶4.2', '¶2.2'],
    ],
  ])('%s', (_, quote, kind, references) => {
    const verdict = judge(quote);
    expect(verdict.verdict).toBe('altered');
    expect(verdict.matches.map(({ reference }) => reference)).toEqual(references);
    expect(verdict.differences.map((difference) => difference.kind)).toEqual([kind]);
  });
});

describe('verify on amounts', () => {
  test.each([
    ['Damage is put at $4.5 million.', 'quantity'],
    ['Damage is put at 4.5 million.', 'quantity'],
    ['which held 3,200 tons of barley', 'quantity'],
    ['and the air was at 3 °C', 'quantity'],
    ['and the air was at −3 °F', 'quantity'],
    ['The limit is 10 µg/m³', 'quantity'],
    ['The blaze broke out in the silo, which held 3,200 tonnes of barley.', undefined],
  ])('%j differs with the flag %s', (quote, flag) => {
    const { verdict, differences } = judge(quote);
    expect(verdict).toBe('altered');
    expect(differences.map((difference) => difference.flag)).toContain(flag);
    expect(differences.map((difference) => difference.flag)).not.toContain('negation');
  });

  test.each([
    ['The limit is 10 mg', '/m³'],
    ['Damage is put at €4.5', 'million'],
  ])('%j says what was cut off', (quote, text) => {
    expect(judge(quote).omitted).toMatchObject([{ text, flag: 'quantity' }]);
  });
});

describe('verify on chat', () => {
  test.each([
    [`${EXACT} 😂😂`, ['😂😂']],
    [`<@123456789012345678> ${EXACT}`, ['<@123456789012345678>']],
    [`\`${EXACT}\``, []],
    [`\`\`\`\n${EXACT}\n\`\`\``, []],
    [`# ${EXACT}`, []],
    [`${EXACT}\n\nSource: The Lowland Courier`, ['Source: The Lowland Courier']],
  ])('%j is exact, and what was not judged is shown', (quote, unjudged) => {
    const verdict = judge(quote);
    expect(verdict.verdict).toBe('exact');
    expect(verdict.unjudged?.map(({ text }) => text)).toEqual(unjudged);
  });

  test.each([
    ['[Neither] the police nor the prosecutor', 'Neither '],
    ['[The police] nor the prosecutor has named a suspect', ''],
  ])('%j: the bracket repeats %j of the source', (quote, source) => {
    const verdict = judge(quote);
    expect(verdict.verdict).toBe('spliced');
    expect(verdict.differences.find(({ kind }) => kind === 'inserted')?.source).toBe(source);
  });
});
