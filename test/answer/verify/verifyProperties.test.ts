import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnswerOf, answerSchema } from '../../../src/answer/answer.ts';
import { verify } from '../../../src/answer/verify/verify.ts';
import type { Article } from '../../../src/article/article.ts';
import { wordsOf } from '../../../src/language/words/words.ts';
import { arbitraryArticle } from '../../fixtures/arbitraryArticle.ts';
import { articleOf } from '../../fixtures/article.ts';

type Verdict = AnswerOf<'verdict'>;

const NOUNS =
  'council harbour river engineer report bridge winter mayor “risk” crane‑yard IS-K ferry keeper storm paper well-known dam o’clock signal night coast valley board U.S. Straße naïve'.split(
    ' ',
  );
const OTHERS =
  'the a of in not no never 5 30 km 12% 1,200 $40 2016–2017 three said that was closed built before after, and; (new) — cannot likely very'.split(
    ' ',
  );
const word = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...NOUNS) },
  { weight: 3, arbitrary: fc.constantFrom(...OTHERS) },
);
const sentence = fc
  .tuple(fc.array(word, { minLength: 5, maxLength: 16 }), fc.constantFrom('.', '.', '.', '!', '?', '.”', '…'))
  .map(([words, end]) => `${words.join(' ').replace(/^\p{Ll}/u, (first) => first.toUpperCase())}${end}`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 });
const article = (id: string): fc.Arbitrary<Article> =>
  fc.array(paragraph, { minLength: 1, maxLength: 5 }).map((paragraphs) =>
    articleOf(
      id,
      paragraphs.map((sentences) => ['paragraph', ...sentences] as const),
    ),
  );

/** A stretch of whole words of an article, of a sentence or several. */
function stretchOf({ source, blocks }: Article, [from, count]: readonly [number, number]): string {
  const sentences = blocks.flatMap((block) => ('sentences' in block ? block.sentences : []));
  const first = sentences[from % sentences.length]!;
  const last = sentences[Math.min(sentences.length - 1, (from % sentences.length) + count)]!;
  return source.slice(first[0], last[1]);
}

/** An edit of a quotation: what it is given is a place among its words. */
type Edit = (words: string[], at: number) => void;
const EDITS: Readonly<Record<string, Edit>> = {
  substitute: (words, at) => void (words[at] = 'zebra'),
  'change a number': (words, at) => void (words[at] = words[at]!.replace(/\d/u, '7')),
  delete: (words, at) => void words.splice(at, 1),
  'delete several': (words, at) => void words.splice(at, 3),
  insert: (words, at) => void words.splice(at, 0, 'zebra'),
  'insert at the end': (words) => void words.push('zebra'),
  negate: (words, at) => void words.splice(at, 0, 'not'),
  'insert in brackets': (words, at) => void words.splice(at, 0, '[not]'),
  'put a sign before a word': (words, at) => void (words[at] = `-${words[at]!}`),
  'put a sign before the first word': (words) => void (words[0] = `$${words[0] ?? ''}`),
  'change the end': (words) => void words.push((words.pop() ?? '').replace(/[.!?…”]*$/u, '!')),
  'end with a comma': (words) => void words.push((words.pop() ?? '').replace(/[.!?…”]*$/u, ',')),
  'take the end off': (words) => void words.push((words.pop() ?? '').replace(/[.!?…”]*$/u, '')),
  'change case': (words, at) => void (words[at] = words[at]!.toUpperCase()),
  swap: (words, at) => void words.splice(at, 2, ...words.slice(at, at + 2).reverse()),
  'straighten quotation marks': (words) =>
    words.forEach((each, at) => (words[at] = each.replace(/[“”]/gu, '"').replace(/’/gu, "'"))),
  'shorten dashes': (words) => words.forEach((each, at) => (words[at] = each.replace(/[—–]/gu, '-'))),
  'space a sign': (words, at) => void (words[at] = words[at]!.replace('%', ' %')),
  'put in an invisible character': (words, at) =>
    void (words[at] = words[at]!.replace(/(?<=\p{L})(?=\p{L})/u, '\uFEFF')),
  'double a space': (words, at) => void (words[at] = ` ${words[at]!}`),
  'break a line': (words, at) => void (words[at] = `\n${words[at]!}`),
  'leave words out': (words, at) => void words.splice(at, 2, '…'),
  'leave words out in brackets': (words, at) => void words.splice(at, 3, '[...]'),
  'bracket a letter': (words) =>
    void (words[0] = (words[0] ?? '').replace(/^\p{L}(?=\p{L})/u, (first) => `[${first.toLowerCase()}]`)),
};
const edit = fc.tuple(fc.constantFrom(...Object.keys(EDITS)), fc.nat());
const quotation = fc
  .tuple(article('edited'), fc.nat(), fc.integer({ min: 0, max: 2 }), fc.array(edit, { maxLength: 4 }))
  .map(([own, from, count, edits]) => {
    const words = stretchOf(own, [from, count]).split(' ');
    for (const [name, at] of edits) if (words.length > 0) EDITS[name]!(words, at % words.length);
    return { article: own, quote: words.join(' ') };
  });

function judge(quote: string, articles: readonly Article[], named?: string): Verdict | undefined {
  const answer = verify(
    { quote, article: named },
    { articles: new Map(articles.map((each) => [each.id as string, each])) },
  );
  if (answer.kind === 'invalid') return undefined;
  expect(answerSchema.safeParse(answer).error).toBeUndefined();
  return answer;
}

/** Puts the differences and omissions of a verdict into the source. */
function rebuilt({ differences, omitted, passage }: Verdict, source: string): string {
  const edits = [...differences, ...omitted]
    .flatMap(({ span, at, quoted }) => (at === undefined || quoted === undefined ? [] : [{ span, at, quoted }]))
    .toSorted((a, b) => a.span[0] - b.span[0] || a.at[0] - b.at[0]);
  let text = '';
  let from = passage!.span[0];
  for (const { span, quoted } of edits) {
    expect(span[0]).toBeGreaterThanOrEqual(from);
    text += source.slice(from, span[0]) + quoted;
    from = span[1];
  }
  return text + source.slice(from, passage!.span[1]);
}

function judgedText(quote: string, { judged }: Verdict): string {
  return judged!.map((span) => quote.slice(...span)).join('');
}

describe('verify, on random edits of random articles', () => {
  test('tells differences that are slices of both sides and give the quotation back', () => {
    fc.assert(
      fc.property(quotation, ({ article: own, quote }) => {
        const verdict = judge(quote, [own]);
        if (!verdict) return;
        for (const { source, span } of verdict.differences) expect(own.source.slice(...span)).toBe(source);
        for (const { text, span } of verdict.omitted) expect(own.source.slice(...span)).toBe(text);
        for (const { at, quoted } of [...verdict.differences, ...verdict.omitted])
          if (at !== undefined) expect(quote.slice(...at)).toBe(quoted);
        if (verdict.verdict === 'exact') expect(verdict.differences).toEqual([]);
        if (verdict.verdict === 'altered')
          expect(verdict.differences.length + verdict.omitted.length).toBeGreaterThan(0);
        if (verdict.passage && verdict.verdict !== 'too-short')
          expect(rebuilt(verdict, own.source)).toBe(judgedText(quote, verdict));
      }),
    );
  });

  test('warns of a negation put in', () => {
    fc.assert(
      fc.property(article('negated'), fc.nat(), fc.nat(), (own, from, at) => {
        const words = stretchOf(own, [from, 0]).split(' ');
        words.splice(at % words.length, 0, 'nowhere');
        const verdict = judge(words.join(' '), [own]);
        if (verdict?.verdict !== 'altered' || !verdict.passage) return;
        expect(verdict.differences.some(({ flag, quoted }) => flag === 'negation' && /nowhere/iu.test(quoted))).toBe(
          true,
        );
      }),
    );
  });

  test('tells words left out after the first or before the last word', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[b-z]{3,7}$/u), { minLength: 9, maxLength: 30 }),
        fc.nat(),
        fc.boolean(),
        (words, count, atStart) => {
          const own = articleOf('gaps', [['paragraph', `${words.join(' ')}.`]]);
          const gap = 1 + (count % Math.min(6, words.length - 7));
          const kept = atStart ? [words[0]!, ...words.slice(1 + gap)] : [...words.slice(0, -1 - gap), words.at(-1)!];
          const left = atStart ? words.slice(1, 1 + gap) : words.slice(-1 - gap, -1);
          const verdict = judge(kept.join(' '), [own])!;
          const told = verdict.differences.map(({ source }) => source).join(' ');
          expect(wordsOf(told).map(({ text }) => text)).toEqual(left);
          expect(verdict.differences.every(({ quoted }) => quoted === '')).toBe(true);
        },
      ),
    );
  });
});

describe('verify, on text around a quotation', () => {
  const joiner = fc.constantFrom(
    ' - ',
    ' — ',
    '\n',
    '\n— ',
    '\n- ',
    '\n\n',
    ' (',
    ' [',
    ', ',
    ' ',
    ': ',
    '\n> ',
    '” “',
    '; ',
  );
  const marks = fc.constantFrom(['“', '”'], ['"', '"'], ['', ''], ['«', '»'], ['> ', ''], ['**', '**']);
  const text = fc
    .tuple(
      fc.array(
        fc.constantFrom(...'it was never denied by Everyone involved Lies Police and Paris 2024 they Anna'.split(' ')),
        { minLength: 1, maxLength: 8 },
      ),
      fc.constantFrom('', '.', '!', '?'),
    )
    .map(([words, end]) => words.join(' ') + end);

  test('never passes over a word in silence', () => {
    fc.assert(
      fc.property(
        article('around'),
        fc.nat(),
        marks,
        joiner,
        text,
        fc.boolean(),
        (own, from, [open, close], join, words, after) => {
          const inner = `${open}${stretchOf(own, [from, 0])}${close}`;
          const closed = /[([]/u.test(join) ? words + (join.includes('(') ? ')' : ']') : words;
          const quote = after ? `${inner}${join}${closed}` : `${words}${join.replace(/[([]/u, '')}${inner}`;
          const verdict = judge(quote, [own]);
          if (!verdict || !['exact', 'folded', 'elsewhere'].includes(verdict.verdict)) return;
          const judged = judgedText(quote, verdict);
          const told = [judged, ...verdict.unjudged!.map((part) => part.text)].join(' ');
          const count = (given: string): number => wordsOf(given).length;
          expect(count(told)).toBe(count(quote));
          for (const part of verdict.unjudged!) expect(quote.slice(...part.span)).toBe(part.text);
          // What is judged is in the source.
          expect(rebuilt(verdict, own.source)).toBe(judged);
        },
      ),
    );
  });

  test.each([
    'It was denied by everyone involved, including the police.',
    'And it was a lie from start to finish!',
    'nobody believed it',
    'Nobody Believed It',
    'this never happened',
    'He was lying',
  ])('%j is no attribution, wherever it stands', (tail) => {
    const own = articleOf('tails', [['paragraph', 'The council closed the old harbour bridge in winter.']]);
    const exact = own.source;
    for (const quote of [
      `“${exact}” — ${tail}`,
      `“${exact}” - ${tail}`,
      `"${exact}"\n${tail}`,
      `“${exact}” (${tail})`,
      `“${exact}” [${tail}]`,
      `${exact}\n— ${tail}`,
      `> ${exact}\n${tail}`,
      `“${exact}” (${tail}, ¶1)`,
      `${tail} “${exact}”`,
      `${tail}: “${exact}”`,
    ])
      expect([quote, judge(quote, [own])!.verdict]).toEqual([quote, 'altered']);
  });

  test.each([
    ['— Ida Brandt', '— Ida Brandt'],
    ['— Ida Brandt, The Coast Review, 2 June 2024', '— Ida Brandt, The Coast Review, 2 June 2024'],
    ['(Ida Brandt, 2024)', '(Ida Brandt, 2024)'],
    ['(¶1)', '(¶1)'],
    ['[tails/¶1@00000000]', '[tails/¶1@00000000]'],
    [
      '\n— Ida Brandt, “The Last Keeper”, The Coast Review, 2024, ¶1.1',
      '— Ida Brandt, “The Last Keeper”, The Coast Review, 2024, ¶1.1',
    ],
    ['(according to Reuters)', '(according to Reuters)'],
    ['— https://example.org/a', '— https://example.org/a'],
  ])('%j is an attribution, and shown as not judged', (tail, shown) => {
    const own = articleOf('tails', [['paragraph', 'The council closed the old harbour bridge in winter.']]);
    const verdict = judge(`“${own.source}” ${tail}`, [own])!;
    expect(['exact', 'elsewhere']).toContain(verdict.verdict);
    expect(verdict.unjudged!.map((part) => [part.text, part.why])).toEqual([[shown, 'attribution']]);
  });
});

describe('verify, with an article named', () => {
  test('depends on the quotation and that article alone', () => {
    fc.assert(
      fc.property(
        quotation,
        fc.array(fc.oneof(article('x'), arbitraryArticle('x')), { maxLength: 4 }),
        ({ article: own, quote }, others) => {
          const alone = judge(quote, [own], own.id);
          const library = [
            own,
            ...others.map((other, at): Article => ({ ...other, id: `other-${at}` as Article['id'] })),
          ];
          const among = judge(quote, library, own.id);
          const said = (verdict: Verdict | undefined): unknown =>
            verdict && [verdict.verdict, verdict.matches, verdict.differences, verdict.omitted, verdict.nearest];
          expect(said(among)).toEqual(said(alone));
        },
      ),
    );
  });
});
