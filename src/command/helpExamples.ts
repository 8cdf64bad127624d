import type { Article } from '../article/article.ts';
import { passageOfSentences } from '../article/passage.ts';
import { answeredQuestion, headingsOf, oneLineOf } from './answeredQuestion.ts';
import type { CommandContext } from './command.ts';

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
