import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, AnswerOf } from '../../src/answer/answer.ts';
import { verify } from '../../src/answer/verify/verify.ts';
import { type Article, isTextBlock } from '../../src/article/article.ts';
import { passageOfBlock } from '../../src/article/passage.ts';
import { excerptOf, excerptOfSentence } from '../../src/excerpt/excerpt.ts';
import { unescape } from '../../src/reply/escape.ts';
import {
  MESSAGE_MAX_BYTES,
  MESSAGE_MAX_CHARS,
  MESSAGE_MAX_COMPONENTS,
  TEXT_DISPLAY_BYTES,
} from '../../src/reply/limits.ts';
import { readHeading } from '../../src/reply/words/messages/heading.ts';
import { reply, type Reply } from '../../src/reply/reply.ts';
import { decodeRequest, type Request } from '../../src/reply/controls/request.ts';
import { articleOf, lighthouse } from '../fixtures/article.ts';
import { kindsByDiscord, quotesByDiscord } from './discordMarkdown.ts';
import { hostileText } from './hostileText.ts';

const checker = resolve(import.meta.dirname, '../../../shared/discord/check-requests.mjs');

interface Shown {
  readonly type: number;
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly disabled?: boolean;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly components?: readonly Shown[];
}

const NOW = new Date('2024-07-01T12:00:00Z');

function replyTo(answer: Answer, request: Request, articles: readonly Article[] = [lighthouse]): Reply {
  return reply(answer, {
    request,
    articles: new Map(articles.map((article) => [article.id, article])),
    links: ({ article }) => `https://example.org/read/${article}`,
    hidden: true,
    now: NOW,
  });
}

function every({ components }: Reply): readonly Shown[] {
  const all = (list: readonly Shown[]): readonly Shown[] =>
    list.flatMap((component) => [component, ...all(component.components ?? [])]);
  return all(components);
}

function textsOf(message: Reply): readonly string[] {
  return every(message).flatMap(({ content }) => (content === undefined ? [] : [content]));
}

function buttonsOf(message: Reply): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    every(message).flatMap(({ type, label, custom_id: id, disabled }) =>
      type === 2 && !disabled ? [[label, id]] : [],
    ),
  );
}

/** The requests of the entries of the select, by what they are called. */
function entriesOf(message: Reply): Readonly<Record<string, Request | undefined>> {
  return Object.fromEntries(
    every(message).flatMap(({ options = [], custom_id: id }) =>
      options.map(({ label, value }) => [label, decodeRequest(id!, { chosen: value })]),
    ),
  );
}

/** What stands in block quotes, with our own marks taken away again. */
function quotesOf(message: Reply): string {
  const lines = textsOf(message).flatMap((text) => text.split('\n'));
  const quotes: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('> ')) continue;
    quotes.push(`${index > 0 && lines[index - 1]!.startsWith('> ') ? '\n' : ''}${line.slice(2)}`);
  }
  return unescape(quotes.join('').replaceAll(/(?<!\\)\*\*/gu, ''));
}

function everyPage(answer: Answer, request: Request, articles: readonly Article[]): readonly Reply[] {
  const first = replyTo(answer, request, articles);
  const of = Number(/(?:Page|Match) 1 of (\d+)/u.exec(Object.keys(buttonsOf(first)).join('\n'))?.[1] ?? 1);
  return Array.from({ length: of }, (_, index) => replyTo(answer, { ...request, page: index + 1 }, articles));
}

function excerptsOf(article: Article): Extract<Answer, { kind: 'excerpts' }> {
  const excerpts = article.blocks.flatMap((block, index) =>
    isTextBlock(block) ? [excerptOf(article, passageOfBlock(article, index))] : [],
  );
  return { kind: 'excerpts', excerpts, more: 0 };
}

function expectWithinLimits(message: Reply): void {
  const texts = textsOf(message);
  expect(texts.join('').length).toBeLessThanOrEqual(MESSAGE_MAX_CHARS);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + TEXT_DISPLAY_BYTES, 0);
  expect(bytes).toBeLessThanOrEqual(MESSAGE_MAX_BYTES);
  const components = every(message);
  expect(components.length).toBeLessThanOrEqual(MESSAGE_MAX_COMPONENTS);
  const ids = components.flatMap(({ custom_id: id }) => (id === undefined ? [] : [id]));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => id.length > 100)).toEqual([]);
}

const scripts: Readonly<Record<string, fc.Arbitrary<string>>> = {
  hostile: hostileText,
  Chinese: fc.string({
    unit: fc.constantFrom(...Array.from('威胁增加了一个新的中心。，')),
    minLength: 1,
    maxLength: 120,
  }),
  Arabic: fc.string({ unit: fc.constantFrom(...Array.from('تهديد متزايد على الغرب. ')), minLength: 1, maxLength: 120 }),
  emoji: fc.string({ unit: fc.constantFrom('👩‍👩‍👧‍👦', '🇺🇸', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '😀'), minLength: 1, maxLength: 40 }),
  combining: fc.string({
    unit: fc.constantFrom('e\u0301\u0302\u0303', 'Z\u0351\u036B\u0343', 'a'),
    minLength: 1,
    maxLength: 80,
  }),
};
const sentence = (script: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(script, fc.nat({ max: 4000 }))
    .map(([text, length]) => `${text.repeat(1 + Math.floor(length / Math.max(1, text.length))).trim()}x.`);

describe.each(Object.entries(scripts))('pages of %s text', (_, script) => {
  const articles = fc
    .array(fc.array(sentence(script), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
    .map((texts) =>
      articleOf('generated', [['title', 'A title'], ...texts.map((sentences) => ['paragraph', ...sentences] as const)]),
    );

  test('hold every character of what is quoted, in order, within the limits', () => {
    fc.assert(
      fc.property(articles, (article) => {
        const answer = excerptsOf(article);
        const pages = everyPage(answer, { command: 'section', options: { name: '0' } }, [article]);
        expect(pages.map(quotesOf).join('')).toBe(answer.excerpts.map(({ text }) => text).join(''));
        for (const page of pages) expectWithinLimits(page);
      }),
      { numRuns: 10 },
    );
  });

  test('keep the limits beside a long question and an answer in its paragraph', () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(articles, sentence(script), (article, question) => {
        const excerpts = article.blocks.flatMap((block, index) =>
          isTextBlock(block) ? [excerptOfSentence(article, index, 0)] : [],
        );
        for (const page of everyPage(
          { kind: 'excerpts', excerpts, more: 3 },
          { command: 'ask', options: { question: question.slice(0, 1000) } },
          [article],
        ))
          expectWithinLimits(page);
      }),
      { numRuns: 10 },
    );
  });
});

describe('an independent parser of Discord’s Markdown', () => {
  const ours = new Set(['text', 'br', 'newline', 'twemoji', 'blockQuote', 'strong', 'em', 'subtext', 'link']);
  const line = hostileText.map((text) => `x${text.replaceAll(/\s/gu, ' ')}x`);
  const hostileArticle = fc
    .tuple(
      line,
      line,
      fc.array(
        fc.array(
          hostileText.map((text) => `x${text}x`),
          { minLength: 1, maxLength: 3 },
        ),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([title, heading, paragraphs]) =>
      articleOf('hostile', [
        ['title', title],
        ['heading', heading],
        ...paragraphs.map((sentences) => ['paragraph', ...sentences] as const),
      ]),
    );
  const markdownOf = (message: Reply): string => textsOf(message).join('\n');

  test('finds the source’s own characters in the quotes, and nothing that is not ours beside them', () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(hostileArticle, hostileText, (article, question) => {
        const whole = excerptsOf(article);
        const read = replyTo(whole, { command: 'section', options: { name: '1' } }, [article]);
        expect(quotesByDiscord(markdownOf(read))).toEqual(whole.excerpts.map(({ text }) => text));
        const [answering] = article.blocks.flatMap((block, index) =>
          isTextBlock(block) ? [excerptOfSentence(article, index, 0)] : [],
        );
        const answered = replyTo(
          { kind: 'excerpts', excerpts: [answering!], more: 0 },
          { command: 'ask', options: { question: `x${question}` } },
          [article],
        );
        expect(quotesByDiscord(markdownOf(answered))).toEqual([article.source.slice(...answering!.within!.span)]);
        for (const message of [read, answered])
          expect([...kindsByDiscord(markdownOf(message))].filter((kind) => !ours.has(kind))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

describe('an answer that leans on the sentence before', () => {
  const wreck = articleOf('wreck', [
    ['paragraph', 'The ferry sank in May.'],
    ['paragraph', 'It was raised in June.', 'It was sold.'],
    ['paragraph', 'The board kept the money.'],
  ]);
  const at = (block: number, sentence: number) => excerptOfSentence(wreck, block, sentence);
  const quotes = (...excerpts: readonly ReturnType<typeof at>[]) =>
    quotesByDiscord(
      textsOf(
        replyTo({ kind: 'excerpts', excerpts, more: 0 }, { command: 'ask', options: { question: 'x' } }, [wreck]),
      ).join('\n'),
    );

  test('shows that one first if its own paragraph does not have it', () => {
    expect(quotes({ ...at(1, 0), before: at(0, 0) })).toEqual([
      'The ferry sank in May.',
      'It was raised in June. It was sold.',
    ]);
    expect(quotes({ ...at(1, 1), before: at(1, 0) })).toEqual(['It was raised in June. It was sold.']);
  });

  test('is what the page cites and goes on from, not the one before', () => {
    const request = { command: 'ask', options: { question: 'x' } };
    const reply = replyTo({ kind: 'excerpts', excerpts: [{ ...at(1, 0), before: at(0, 0) }], more: 0 }, request, [
      wreck,
    ]);
    const controls = JSON.stringify(reply);
    expect(controls).toContain('Cite ¶2.1 as APA 7');
    expect(controls).not.toContain('Cite ¶1');
    expect(controls).toMatch(/wreck\/¶2\.1/u);
    expect(controls).not.toMatch(/wreck\/¶1/u);
  });

  test('shows it before a further passage', () => {
    const [best, other] = [
      { ...at(2, 0), score: 0.9 },
      { ...at(1, 0), score: 0.8, before: at(0, 0) },
    ];
    expect(quotes(best, other)).toEqual([
      'The board kept the money.',
      'The ferry sank in May.',
      'It was raised in June.',
    ]);
  });
});

const searched = [{ article: lighthouse.id, edition: lighthouse.edition }];
const [first, second] = [excerptOfSentence(lighthouse, 2, 1), excerptOfSentence(lighthouse, 5, 0)];
const verdict: Extract<Answer, { kind: 'verdict' }> = {
  kind: 'verdict',
  verdict: 'altered',
  matches: [second],
  omitted: [{ text: 'not', span: [second.span[0] + 4, second.span[0] + 5], flag: 'negation' }],
  searched,
  differences: [
    { kind: 'number', quoted: '50', source: '40', span: [0, 2] },
    { kind: 'space', quoted: ' ', source: '\u00A0', span: [0, 1] },
  ],
};
const event: Extract<Answer, { kind: 'events' }>['events'][number] = {
  label: 'The lamp goes dark',
  kind: 'event',
  modality: 'happened',
  places: [{ text: 'Skarn Rock', span: [0, 10] }],
  actors: [],
  excerpt: first,
  trigger: first.span,
  also: [second],
  status: 'confirmed',
  date: { phrase: 'on 3 May 2021', span: [0, 13], edtf: '2021-05-03', certainty: 'stated', rule: '' },
};
const ANSWERS: readonly (readonly [name: string, answer: Answer, request: Request, says: readonly string[]])[] = [
  [
    'ask',
    { kind: 'excerpts', excerpts: [first, second], more: 2 },
    { command: 'ask', options: { question: 'Who *kept* it?' } },
    [
      String.raw`**Question:** Who \*kept\* it?`,
      '**Dr. Ines Hallam, who had kept it since 1998, was not told.**',
      '2 June 2024',
      '— The Last Keeper of Skarn Rock · Ida Brandt · 2 June 2024',
      '2 more passages',
    ],
  ],
  [
    'quote',
    { kind: 'excerpts', excerpts: [first, second], more: 0 },
    { command: 'quote', options: { text: 'lamp' } },
    ['¶1.2'],
  ],
  [
    'changed edition',
    {
      kind: 'excerpts',
      excerpts: [first],
      more: 0,
      notes: ['It changed.'],
      changes: [
        { kind: 'same', text: 'a ' },
        { kind: 'removed', text: 'b' },
        { kind: 'added', text: 'c' },
      ],
    },
    { command: 'cite', options: { reference: '1.2' } },
    ['It changed.', '~~b~~ (no longer there)', '**c** (new)'],
  ],
  [
    'summary',
    { kind: 'summary', excerpts: [first, second] },
    { command: 'summary', options: {} },
    ['¶1.2', '“A rock nobody wanted”'],
  ],
  [
    'event',
    { kind: 'events', events: [event] },
    { command: 'event', options: { about: 'lamp' } },
    ['3 May 2021', 'Where: Skarn Rock', 'confirmed by an editor', 'Also told in 1 other place'],
  ],
  [
    'timeline',
    { kind: 'events', events: [event, { ...event, date: null }] },
    { command: 'event', options: {} },
    ['**3 May 2021**: The lamp goes dark', '**No date found**'],
  ],
  [
    'dates',
    {
      kind: 'dates',
      dates: [{ text: 'that spring', span: [0, 11], edtf: '2021-21', certainty: 'inferred', rule: '' }],
    },
    { command: 'event', options: {} },
    ['“that spring”: spring 2021'],
  ],
  [
    'verdict',
    verdict,
    { command: 'verify', options: { quote: 'bought for 50' } },
    [
      '**Altered.**',
      'the quote has “50”, the source “40”',
      'a no-break space',
      'careful, that is or holds a negation',
      'Searched: The Last Keeper',
    ],
  ],
  [
    'absent',
    { ...verdict, verdict: 'absent', matches: [], differences: [], omitted: [] },
    { command: 'verify', options: { quote: 'x' } },
    ['**Not found.**', 'may well be in a text that is not loaded'],
  ],
  [
    'elsewhere',
    { ...verdict, verdict: 'elsewhere', claimed: { reference: '¶9', holds: false } },
    { command: 'verify', options: { quote: 'x', reference: '9' } },
    ['It is not where it is supposed to be: ¶9.', '**Said to be at:** 9'],
  ],
  [
    'verdicts',
    { kind: 'verdicts', verdicts: [{ quote: 'bought for 50', span: [0, 3], verdict }] },
    { command: 'Check quotes', options: { message: '“bought for 50”' } },
    ['1 quotation', '“bought for 50”', '**Altered.**'],
  ],
  [
    'no verdicts',
    { kind: 'verdicts', verdicts: [] },
    { command: 'Check quotes', options: { message: 'a' } },
    ['No quotation was found'],
  ],
  [
    'citation',
    { kind: 'citation', format: 'bibtex', text: '@article{x*y}', excerpt: first },
    { command: 'cite', options: { reference: '1.2', format: 'bibtex' } },
    ['```\n@article{x*y}\n```'],
  ],
  [
    'citation in prose',
    { kind: 'citation', format: 'apa', text: 'Brandt *x*', excerpt: first },
    { command: 'cite', options: { reference: '1.2', format: 'apa' } },
    [String.raw`Brandt \*x\*`],
  ],
  [
    'outline',
    {
      kind: 'outline',
      article: lighthouse.id,
      sections: [
        { heading: null, paragraphs: [1, 1], span: [0, 9] },
        { heading: '# 1', paragraphs: null, span: [9, 10] },
      ],
    },
    { command: 'section', options: {} },
    ['Before the first heading (¶1)', String.raw`- \# 1 (no paragraph)`],
  ],
  [
    'sources',
    {
      kind: 'sources',
      articles: [
        {
          id: lighthouse.id,
          title: lighthouse.title,
          published: '2024-06',
          edition: lighthouse.edition,
          paragraphs: 4,
          language: 'en',
          url: 'https://example.org/a',
        },
      ],
      refused: 'line 3: broken',
    },
    { command: 'sources', options: {} },
    ['June 2024, 4 paragraphs', 'line 3: broken'],
  ],
  [
    'no sources',
    { kind: 'sources', articles: [] },
    { command: 'sources', options: {} },
    ['No article is available here.'],
  ],
  [
    'schedules',
    {
      kind: 'schedules',
      schedules: [
        {
          name: 'Morning *brief*',
          channel: '1',
          what: 'the summary of all articles',
          when: 'every day at 08:00',
          zone: 'Europe/Berlin',
          status: 'active',
          pausedUntil: null,
          late: 'a missed run is skipped',
          next: [{ at: '2024-06-03T08:00:00Z', local: '2024-06-03 10:00', change: 'It moves.' }],
          last: null,
        },
      ],
      done: 'created',
    },
    { command: 'digest', options: { subcommand: 'list' } },
    ['Digest scheduled.', '<t:1717401600:F>', 'It moves.', 'every day at 08:00'],
  ],
  [
    'nothing',
    { kind: 'nothing', reason: 'no-answer', searched, unmatched: ['sourdough'], nearest: first },
    { command: 'ask', options: { question: 'sourdough?' } },
    [
      '**No sentence clearly answers this.**',
      'Not in “The Last Keeper of Skarn Rock”: “sourdough”.',
      'Closest:',
      'Searched: The Last Keeper',
    ],
  ],
  [
    'invalid',
    { kind: 'invalid', option: 'reference', message: 'There is no ¶99; *really*.', nearest: ['¶4'] },
    { command: 'cite', options: { reference: '99' } },
    [String.raw`There is no ¶99; \*really\*.`],
  ],
  [
    'notice',
    { kind: 'notice', text: '**Hello**\n\n- there' },
    { command: 'help', options: {} },
    ['**Hello**', '- there'],
  ],
];

describe.each(ANSWERS)('the reply to %s', (_, answer, request, says) => {
  const message = replyTo(answer, request);

  test('says what it should, within the limits', () => {
    const text = textsOf(message).join('\n');
    for (const words of says) expect(text).toContain(words);
    expectWithinLimits(message);
    expect(message.flags).toBe((1 << 15) | (1 << 6));
  });

  test('has buttons whose requests can be read back', () => {
    const echoed = { question: 'q', text: 't', quote: 'q', about: 'a', reference: 'r' };
    const requests = every(message).flatMap(({ custom_id: id, disabled, options }) =>
      id === undefined || disabled === true
        ? []
        : (options ?? [undefined]).map((option) => decodeRequest(id, { chosen: option?.value, echoed })),
    );
    expect(requests).not.toContain(undefined);
  });

  test.skipIf(!existsSync(checker))('is a request that Discord takes', async () => {
    const { createValidator } = (await import(pathToFileURL(checker).href)) as {
      createValidator: () => { validate: (request: object) => readonly object[] };
    };
    validator ??= createValidator();
    const { components, flags } = message;
    const body = { type: 4, data: { components, flags, allowed_mentions: { parse: [] } } };
    expect(validator.validate({ method: 'POST', path: '/interactions/1/aaa/callback', body })).toEqual([]);
  });
});
let validator: { validate: (request: object) => readonly object[] } | undefined;

describe('buttons', () => {
  test('of a match lead to the next, to more of the text, and into the channel', () => {
    const message = replyTo(
      { kind: 'excerpts', excerpts: [first, second], more: 0 },
      { command: 'quote', options: { text: 'lamp' } },
    );
    const [buttons, entries] = [buttonsOf(message), entriesOf(message)];
    const [hash] = [lighthouse.edition.slice(0, 8)];
    expect(decodeRequest(buttons['Next match']!)).toEqual({ command: 'quote', options: { text: 'lamp' }, page: 2 });
    expect(decodeRequest(buttons['Whole paragraph']!)).toEqual({
      command: 'quote',
      options: { text: `lighthouse/¶1.2@${hash}`, scope: 'paragraph' },
    });
    expect(entries['Before and after']?.options['scope']).toBe('context');
    expect(entries['Previous passage']?.options['text']).toBe(`lighthouse/¶1.1@${hash}`);
    expect(entries['Next passage']?.options['text']).toBe(`lighthouse/Fig. 1@${hash}`);
    expect(entries['Post in channel']).toEqual({
      command: 'quote',
      options: { text: 'lamp' },
      post: true,
    });
    expect(Object.keys(buttons)).toContain('Open in reader');
  });

  test('of a section name it by number, and lead to its neighbours', () => {
    const excerpts = [excerptOf(lighthouse, passageOfBlock(lighthouse, 5))];
    const buttons = buttonsOf(
      replyTo({ kind: 'excerpts', excerpts, more: 0 }, { command: 'section', options: { name: 'a rock' } }),
    );
    expect(decodeRequest(buttons['Post in channel']!)?.options).toEqual({ name: '1', article: 'lighthouse' });
    expect(decodeRequest(buttons['Next section']!)?.options).toEqual({ name: '2', article: 'lighthouse' });
    expect(decodeRequest(buttons['Previous section']!)?.options).toEqual({ name: '0', article: 'lighthouse' });
  });

  test('and a select cite a passage in every form there is', () => {
    const message = replyTo(
      { kind: 'excerpts', excerpts: [first], more: 0 },
      { command: 'cite', options: { reference: '1.2' } },
    );
    expect(Object.keys(entriesOf(message))).toContain('Cite ¶1.2 as Chicago 17 (note)');
    expect(entriesOf(message)['Cite ¶1.2 as RIS']).toEqual({
      command: 'cite',
      options: { reference: `lighthouse/¶1.2@${lighthouse.edition.slice(0, 8)}`, format: 'ris' },
    });
  });

  test('are below one passage, not below a list of them', () => {
    const list: Answer = {
      kind: 'excerpts',
      excerpts: [first, second, excerptOfSentence(lighthouse, 6, 0), excerptOfSentence(lighthouse, 8, 0)],
      more: 0,
    };
    expect(buttonsOf(replyTo(list, { command: 'Find in sources', options: { message: 'x' } }))).toEqual({});
    expect(Object.keys(buttonsOf(replyTo(list, { command: 'ask', options: { question: 'x' }, page: 2 })))).toEqual([
      'Previous page',
      'Page 2 of 2',
      'Post in channel',
    ]);
  });

  test('never carry the text of a message', () => {
    const message = replyTo(
      { kind: 'excerpts', excerpts: [first], more: 0 },
      { command: 'Find in sources', options: { message: 'secret' } },
    );
    expect(JSON.stringify(message)).not.toContain('secret');
  });

  test('do not offer to post what everybody sees already', () => {
    const message = reply(
      { kind: 'excerpts', excerpts: [first], more: 0 },
      {
        request: { command: 'quote', options: { text: '1.2' } },
        articles: new Map([[lighthouse.id, lighthouse]]),
        links: () => undefined,
        hidden: false,
        now: NOW,
        postedBy: '12',
        mention: '34',
      },
    );
    expect(Object.keys(buttonsOf(message))).toEqual([
      'Previous passage',
      'Next passage',
      'Whole paragraph',
      'Before and after',
    ]);
    expect(textsOf(message)[0]).toBe('For <@34>\n-# Posted by <@12>');
  });
});

test('a page beyond the last is the last', () => {
  const message = replyTo(
    { kind: 'excerpts', excerpts: [first, second], more: 0 },
    { command: 'quote', options: { text: 'lamp' }, page: 9 },
  );
  expect(Object.keys(buttonsOf(message))).toContain('Match 2 of 2');
});

test('a cut says how many sentences are left, outside the quote', () => {
  const long = articleOf('long', [
    ['title', 'T'],
    [
      'paragraph',
      ...Array.from({ length: 30 }, (_, index) => `Sentence number ${index + 1} is ${'rather '.repeat(20)}long.`),
    ],
  ]);
  const pages = everyPage(excerptsOf(long), { command: 'section', options: { name: '0' } }, [long]);
  const text = textsOf(pages[0]!).join('\n');
  const shown = [...text.matchAll(/Sentence number/gu)].length;
  expect(text).toContain(`-# *${30 - shown} more sentences in ¶1, on the next page*`);
  expect(textsOf(pages[1]!).join('\n')).toContain('¶1](https://example.org/read/long), continued');
});

test('a sentence longer than a page continues on the next', () => {
  const long = articleOf('long', [
    ['title', 'T'],
    ['paragraph', `${'On and '.repeat(700)}on.`, 'End.'],
  ]);
  const pages = everyPage(excerptsOf(long), { command: 'section', options: { name: '0' } }, [long]);
  expect(pages.length).toBeGreaterThan(1);
  expect(textsOf(pages[0]!).join('\n')).toContain(
    '-# *This sentence continues on the next page, then 1 more sentence in ¶1*',
  );
});

describe('what cannot be asked again', () => {
  const long = articleOf('long', [
    ['title', 'T'],
    ...Array.from(
      { length: 12 },
      (_, index) => ['paragraph', `Sentence ${index} ${'is rather '.repeat(60)}long.`] as const,
    ),
  ]);
  const excerpts = long.blocks.flatMap((block, index) =>
    isTextBlock(block) ? [excerptOfSentence(long, index, 0)] : [],
  );
  const menuOf = (message: Reply): number =>
    Math.max(
      ...message.components.flatMap((row) =>
        'components' in row ? row.components.map((item) => ('options' in item ? item.options.length : 0)) : [],
      ),
    );

  test('is one page; the passages that it has no room for are in the menu', () => {
    const message = replyTo(
      { kind: 'excerpts', excerpts, more: 0 },
      { command: 'Find in sources', options: { message: 'x' } },
      [long],
    );
    expect(textsOf(message).join('\n')).toMatch(/\d more passages in the menu below/u);
    expect(menuOf(message)).toBe(12);
    expectWithinLimits(message);
  });

  test('shows many quotations on one line each', () => {
    const one = { ...verdict, matches: [excerpts[0]!] };
    const verdicts = Array.from({ length: 20 }, (_, index) => ({
      quote: `“quote ${index}`,
      span: [0, 1] as const,
      verdict: one,
    }));
    const message = replyTo({ kind: 'verdicts', verdicts }, { command: 'Check quotes', options: { message: 'x' } }, [
      long,
    ]);
    expect(textsOf(message).join('\n')).toContain('**20.** ““quote 19”: ⚠️ **Altered**, ¶1.1 of T');
    expectWithinLimits(message);
  });
});

test('a verdict stands in a container of its colour, with its sign and its name', () => {
  const kinds = ['exact', 'folded', 'spliced', 'altered', 'elsewhere', 'absent', 'too-short'] as const;
  const shown = kinds.map((kind) => {
    const message = replyTo({ ...verdict, verdict: kind }, { command: 'verify', options: { quote: 'x' } });
    const [container, ...others] = message.components.filter(({ type }) => type === ComponentType.Container);
    expect(others).toEqual([]);
    const [sign] = textsOf({ ...message, components: [container!] })[0]!.split(' **');
    return { color: (container as { accent_color?: number }).accent_color, sign };
  });
  expect(new Set(shown.map(({ sign }) => sign)).size).toBe(kinds.length);
  expect(shown[0]!.color).not.toBe(shown[3]!.color);
  expect(shown[3]!.color).not.toBe(shown[5]!.color);
});

function verdictOn(...request: Parameters<typeof verify>): AnswerOf<'verdict'> {
  const answer = verify(...request);
  if (answer.kind !== 'verdict') throw new Error(answer.reason);
  return answer;
}

describe('a verdict from the check itself', () => {
  const library = { articles: new Map([[lighthouse.id, lighthouse]]) };
  const textOf = (quote: string, reference?: string): string =>
    textsOf(replyTo(verdictOn({ quote, reference }, library), { command: 'verify', options: { quote } })).join('\n');

  test.each([
    ['who had kept it since 1998, was not told', '> Dr. Ines Hallam, **who had kept it since 1998, was not told**.'],
    ['Skarn Rock was bought for 50 crowns in 1931.', 'number: the quote has “50”, the source “40”'],
    ['Skarn Rock was bought for 50 crowns in 1931.', '> Skarn Rock was bought for **40** crowns in 1931.'],
    ['Skarn Rock was bought … in 1931.', 'left out: “for 40 crowns”; careful, that is or holds a number'],
    ['The deed calls it "a stone of no use."', '**Same words, different typography.**'],
    ['leave the rock for ever, she says', '**Not found.**'],
    ['No other', '**Too short to judge.**'],
  ])('on %j says %j', (quote, words) => {
    expect(textOf(quote)).toContain(words);
  });

  test('reports a negation just before the words', () => {
    const negated = articleOf('negated', [['paragraph', 'The tenant is not permitted to leave the house.']]);
    const answer = verdictOn({ quote: 'permitted to leave the house' }, { articles: new Map([[negated.id, negated]]) });
    const text = textsOf(replyTo(answer, { command: 'verify', options: { quote: 'x' } }, [negated])).join('\n');
    expect(text).toContain('just before it the source has “not”; careful, that is a negation');
  });

  test('says where the words are', () => {
    expect(textOf('Skarn Rock was bought for 40 crowns', '¶1')).toContain('It is not where it is supposed to be: ¶1.');
    expect(textOf('Skarn Rock was bought for 40 crowns', '¶2')).toContain('It is where it is supposed to be: ¶2.');
  });
});

test('who posted a reply, and whom it is for, can be read back', () => {
  const people = { postedBy: '12', mention: '34' };
  const message = reply(
    { kind: 'notice', text: 'a' },
    {
      request: { command: 'help', options: {} },
      articles: new Map(),
      links: () => undefined,
      hidden: false,
      now: NOW,
      ...people,
    },
  );
  expect(readHeading(message.components)).toEqual(people);
  expect(readHeading([{ type: 10, id: 1, content: 'For <@5>' }])).toEqual({});
});

test('labels and placeholders take as many characters as Discord does, and not one more', () => {
  const nearest = ['x'.repeat(76), 'y'.repeat(77)];
  const message = replyTo(
    { kind: 'invalid', option: 'name', message: 'No.', nearest },
    { command: 'a', options: { name: 'b' } },
  );
  expect(Object.keys(buttonsOf(message))).toEqual([`Use ${'x'.repeat(76)}`, `Use ${'y'.repeat(75)}…`]);
});

describe('a limit of Discord', () => {
  const rowsIn = (message: Reply): readonly number[] =>
    message.components.flatMap((row) => ('components' in row ? [row.components.length] : []));
  const link = (length: number): string => 'https://example.org/'.padEnd(length, 'x');
  const withLink = (length: number): Reply =>
    reply(
      { kind: 'excerpts', excerpts: [first], more: 0 },
      {
        request: { command: 'cite', options: { reference: '1.2' } },
        articles: new Map([[lighthouse.id, lighthouse]]),
        links: () => link(length),
        hidden: false,
        now: NOW,
      },
    );

  test('on links: 512 characters are a button and a link in the citation, 513 are neither', () => {
    expect(JSON.stringify(withLink(512).components).split(link(512)).length - 1).toBe(2);
    expect(JSON.stringify(withLink(513).components)).not.toContain('https://example.org/x');
  });

  test('on rows: five buttons stand in one; a sixth is an entry of the select', () => {
    const notFound = (...nearest: readonly string[]): Reply =>
      replyTo({ kind: 'invalid', option: 'a', message: 'No.', nearest }, { command: 'x', options: { a: '0' } });
    expect(Object.keys(buttonsOf(notFound('1', '2', '3')))).toEqual(['Use 1', 'Use 2', 'Use 3']);
    expect(Object.keys(entriesOf(notFound('1', '2', '3', '4')))).toEqual(['1', '2', '3', '4']);
    const six = replyTo(
      { kind: 'excerpts', excerpts: [first, second, first], more: 0 },
      { command: 'quote', options: { text: 'lamp' }, page: 1 },
    );
    expect(rowsIn(six)).toEqual([5, 1]);
  });

  test('on selects: labels of 100 characters are whole, of 101 cut; 25 entries stand in one', () => {
    const outlineOf = (length: number, count: number): Reply => {
      const sections = Array.from({ length: count }, () => ({
        heading: 'h'.repeat(length),
        paragraphs: null,
        span: [0, 1] as const,
      }));
      return replyTo({ kind: 'outline', article: lighthouse.id, sections }, { command: 'section', options: {} });
    };
    const entries = (message: Reply) =>
      message.components.flatMap((row) =>
        'components' in row ? row.components.flatMap((item) => ('options' in item ? item.options : [])) : [],
      );
    expect(entries(outlineOf(100, 1))[0]!.label).toBe('h'.repeat(100));
    expect(entries(outlineOf(101, 1))[0]!.label).toBe(`${'h'.repeat(99)}…`);
    expect(entries(outlineOf(5, 25))).toHaveLength(25);
    expect(Object.keys(buttonsOf(outlineOf(5, 25))).join()).not.toContain('Page');
    expect(entries(outlineOf(5, 26))).toHaveLength(25);
    expect(Object.keys(buttonsOf(outlineOf(5, 26)))).toContain('Page 1 of 2');
  });
});
