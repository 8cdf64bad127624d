import type { Article } from '../article/article.ts';
import { passageOfSentences } from '../article/passage.ts';
import { sectionsOf } from '../article/sections.ts';
import { questionAbout } from '../reply/words/commands/helpWords.ts';
import type { CommandContext } from './command.ts';

/** So many questions are tried. */
const QUESTIONS_MAX = 4;
const QUOTE_WORDS = 10;

/** Finds a use of each command that has an answer in the loaded articles; questions and events only if they have one now. */
export async function helpExamples(context: CommandContext): Promise<ReadonlyMap<string, string>> {
  const { library, settings, commands } = context;
  const { articles } = library;
  const article = articles.get(settings.defaultArticle ?? '') ?? articles.values().next().value;
  if (!article) return new Map();
  const examples = new Map<string, string>([
    ['summary', `article: ${article.id}`],
    ['sources', `article: ${article.id}`],
    ['digest', 'name: Morning what: The summary when: every weekday at 9:00'],
  ]);
  const headings = headingsOf(article);
  if (headings[0] !== undefined) examples.set('section', `name: ${headings[0]} article: ${article.id}`);
  const sentence = firstSentence(article);
  if (sentence) {
    examples.set('quote', `text: ${sentence.reference} article: ${article.id}`);
    examples.set('cite', `reference: ${sentence.reference} article: ${article.id}`);
    examples.set('verify', `quote: ${sentence.words}`);
  }
  const events = await commands.get('event')?.run({ article: article.id }, context);
  if (events?.kind === 'events') examples.set('event', `article: ${article.id}`);
  const question = await answeredQuestion(article, context);
  if (question !== undefined) examples.set('ask', `question: ${question}`);
  return examples;
}

/** Finds a question about a section of an article that is answered from the article; undefined if none of the first is. */
export async function answeredQuestion(article: Article, context: CommandContext): Promise<string | undefined> {
  const ask = context.commands.get('ask');
  for (const question of headingsOf(article).slice(0, QUESTIONS_MAX).map(questionAbout)) {
    const answer = await ask?.run({ question, article: article.id }, context);
    if (answer?.kind === 'excerpts') return question;
  }
  return undefined;
}

function headingsOf(article: Article): readonly string[] {
  return sectionsOf(article).flatMap(({ heading }) => (heading === null ? [] : [oneLineOf(heading)]));
}

/** The first sentence of the first paragraph that has one: its reference, and its first words. */
function firstSentence(article: Article): { readonly reference: string; readonly words: string } | undefined {
  const index = article.blocks.findIndex((block) => block.kind === 'paragraph' && block.sentences.length > 0);
  const block = article.blocks[index];
  if (!block || block.kind !== 'paragraph') return undefined;
  const { span } = passageOfSentences(article, index, [0, 1]);
  const words = oneLineOf(article.source.slice(...span))
    .split(' ')
    .slice(0, QUOTE_WORDS)
    .join(' ');
  return { reference: `${block.number}.1`, words };
}

function oneLineOf(text: string): string {
  return text.replaceAll(/[\s`]+/gu, ' ').trim();
}
