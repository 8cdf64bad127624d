import type { App } from '../app/app.ts';
import { answeredQuestion } from '../command/answeredQuestion.ts';
import { isTypable, newestFirst, typablePhrase } from '../reply/words/messages/examples.ts';

const QUESTIONS_MAX = 2;

/** A channel of the room. */
interface Place {
  readonly guildId?: string | undefined;
  readonly channelId: string;
}

/** Lists commands to begin with in a channel, as they are typed: questions that the newest articles there answer, and a quotation. */
export async function roomExamples(app: App, { guildId, channelId }: Place): Promise<readonly string[]> {
  await app.ready;
  const context = await app.contextFor({ guild: guildId, channel: channelId, manages: false });
  const articles = newestFirst([...context.library.articles.values()]);
  const inArticle = (id: string): string => (articles.length > 1 ? ` article:${id}` : '');
  const lines: string[] = [];
  for (const article of articles.slice(0, QUESTIONS_MAX)) {
    const question = await answeredQuestion(article, context);
    if (question !== undefined && isTypable(question)) lines.push(`/ask question:${question}${inArticle(article.id)}`);
  }
  const [first] = articles;
  const phrase = first && typablePhrase(first);
  return first === undefined || phrase === undefined
    ? lines
    : [...lines, `/quote text:${phrase}${inArticle(first.id)}`];
}
