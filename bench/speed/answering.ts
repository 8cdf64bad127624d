import { askSteps } from '../../src/answer/ask.ts';
import { finish } from '../../src/runtime/steps/steps.ts';
import { quoteSteps } from '../../src/answer/quote.ts';
import { verify } from '../../src/answer/verify/verify.ts';
import type { Article } from '../../src/article/article.ts';
import { askedArticles, type Asked } from './evalTexts.ts';
import { libraryOf } from './libraryOf.ts';
import { compare, race, type Row } from './measure.ts';
import { paragraphsOf, plainIndex, sentencesOf } from './plainIndex.ts';
import { createRandom, makeArticles, makeQuestions } from './texts.ts';

/** 500 articles of 50 paragraphs, four sentences each. */
const MANY_SENTENCES = 100_000;
const MANY = '500 made-up articles of 50 paragraphs, 100,000 sentences';
const QUOTE_CHARS = 300;
const QUOTES = 30;

/** Measures answering from one article against a plain MiniSearch search over the same passages, and quotations from 500 against one `ask`. */
export async function answering(): Promise<readonly Row[]> {
  return [...(await fromOne()), ...(await fromMany())];
}

async function fromOne(): Promise<readonly Row[]> {
  const { texts, asked } = askedArticles();
  const inputs = asked.flatMap(({ article, questions }) => {
    const library = libraryOf([article]);
    const [sentences, paragraphs] = [plainIndex(sentencesOf([article])), plainIndex(paragraphsOf([article]))];
    return questions.map((question) => ({ question, phrase: phraseOf(question), library, sentences, paragraphs }));
  });
  const times = await race(inputs, {
    ask: ({ question, library }) => finish(askSteps(question, library)),
    quote: ({ phrase, library }) => finish(quoteSteps(phrase, library)),
    verify: ({ question, library }) => verify({ quote: question }, library),
    sentences: ({ question, sentences }) => sentences.search(question),
    phrases: ({ phrase, sentences }) => sentences.search(phrase),
    paragraphs: ({ question, paragraphs }) => paragraphs.search(question),
  });
  const own = `${asked.length} ${texts}, one at a time, ${Math.round(sentenceCount(asked) / asked.length)} sentences each`;
  return [
    compare(`ask: ${own}`, 'MiniSearch over the same sentences', [times.ask, times.sentences]),
    compare('the same', 'MiniSearch over the same paragraphs', [times.ask, times.paragraphs]),
    compare('quote, three words', 'MiniSearch over the same sentences', [times.quote, times.phrases]),
    compare('verify, a sentence that is not there', 'one ask', [times.verify, times.ask]),
  ];
}

async function fromMany(): Promise<readonly Row[]> {
  const articles = makeArticles(MANY_SENTENCES);
  const library = libraryOf(articles);
  const questions = makeQuestions(articles, QUOTES);
  const [others] = makeArticles(200, { seed: 99 });
  const exact = makeQuotes(articles);
  const quotes = {
    exact,
    altered: exact.map(alter),
    spliced: exact.map(splice),
    absent: makeQuotes([others!]),
  };
  const start = performance.now();
  verify({ quote: exact[0]! }, library);
  const firstMs = performance.now() - start;
  const inputs = questions.map((question, at) => ({ question, at }));
  const times = await race(
    inputs,
    {
      ask: ({ question }) => finish(askSteps(question, library)),
      quote: ({ question }) => finish(quoteSteps(phraseOf(question), library)),
      exact: ({ at }) => verify({ quote: quotes.exact[at]! }, library),
      altered: ({ at }) => verify({ quote: quotes.altered[at]! }, library),
      spliced: ({ at }) => verify({ quote: quotes.spliced[at]! }, library),
      absent: ({ at }) => verify({ quote: quotes.absent[at]! }, library),
    },
    { rounds: 3 },
  );
  const verdicts = Object.entries(quotes).map(([kind, [first]]) => [kind, verify({ quote: first! }, library)] as const);
  return [
    compare(`quote, three words, there: ${MANY}`, 'one ask there', [times.quote, times.ask]),
    ...verdicts.map(([kind, verdict]) =>
      compare(
        `verify, ${QUOTE_CHARS} characters, verdict "${verdict.kind === 'verdict' ? verdict.verdict : verdict.kind}"`,
        'one ask there',
        [times[kind as keyof typeof quotes], times.ask],
      ),
    ),
    { what: 'verify, the first time there', against: 'one ask there', values: once(firstMs, times.ask) },
  ];
}

function once(ms: number, ask: Float64Array): Readonly<Record<string, string>> {
  const one = ask[ask.length >> 1]!;
  return { p50: `once: ${(ms / one).toFixed(0)}× (${ms.toFixed(0)} / ${one.toFixed(2)} ms)` };
}

function sentenceCount(asked: readonly Asked[]): number {
  return sentencesOf(asked.map(({ article }) => article)).length;
}

/** The three words in the middle of a question. */
function phraseOf(question: string): string {
  const words = question.split(' ');
  const start = Math.max(0, Math.floor(words.length / 2) - 1);
  return words.slice(start, start + 3).join(' ');
}

/** Takes quotations out of paragraphs, at borders of words. */
function makeQuotes(articles: readonly Article[]): readonly string[] {
  const random = createRandom(3);
  return Array.from({ length: QUOTES }, () => {
    const { source, blocks } = articles[Math.floor(random() * articles.length)]!;
    const [start] = blocks[Math.floor(random() * blocks.length)]!.span;
    return source.slice(start, source.lastIndexOf(' ', start + QUOTE_CHARS)).replaceAll('\n', ' ');
  });
}

function alter(quotation: string): string {
  const words = quotation.split(' ');
  return words.with(words.length >> 1, 'another').join(' ');
}

function splice(quotation: string): string {
  const words = quotation.split(' ');
  const middle = words.length >> 1;
  return [...words.slice(0, middle), '…', ...words.slice(middle + 3)].join(' ');
}
