import type { Article } from '../../../article/article.ts';
import type { SmallTalk } from '../../../utterance/smallTalk.ts';
import { titleAndDate } from '../citation.ts';
import { inCode, isTypable, newest, typablePhrase } from './examples.ts';

const TITLE_MAX_CHARS = 100;
const TRIES = 3;

const FIRST: Readonly<Record<Exclude<SmallTalk, 'thanks' | 'farewell' | 'no-passage'>, string>> = {
  greeting: 'Hello! I answer in the words of the articles I was given, and say where each quote is from.',
  help: 'I answer in the words of the articles I was given, and say where each quote is from. `/help` lists my commands.',
  ask: 'Ask me something about the articles I was given. `/help` lists my commands.',
  complaint:
    'Sorry that this was no help. I can only show what the articles say, word for word; other words often find more.',
};

/**
 * Answers small talk: with a sentence, and three things to try with the newest article that everybody here may see. `question` is
 * one that it answers, if one is known.
 */
export function smallTalkReply(about: SmallTalk, articles: readonly Article[], question?: string): string {
  if (about === 'thanks') return 'You’re welcome!';
  if (about === 'farewell') return 'Goodbye!';
  if (about === 'no-passage')
    return 'I find no passage in the message you replied to. Ask me a question, and I quote what the sources say on it.';
  return [FIRST[about], ...thingsToTry(articles, question)].join('\n');
}

function thingsToTry(articles: readonly Article[], question: string | undefined): readonly string[] {
  const article = newest(articles);
  if (!article) return ['No article is available here yet.'];
  const name = articles.length === 1 ? 'this' : article.id;
  const phrase = typablePhrase(article);
  const title = titleAndDate(article, article.id, TITLE_MAX_CHARS);
  const lines = [
    ...(question !== undefined && isTypable(question)
      ? [`- ${inCode(question)}, or another question: what the text says`]
      : []),
    `- ${inCode(articles.length === 1 ? 'what is this about?' : `summary of ${name}`)}: its main sentences`,
    phrase === undefined
      ? `- ${inCode(articles.length === 1 ? 'outline' : `outline of ${name}`)}: its sections`
      : `- ${inCode(`“${phrase}”`)}, or other words in quotation marks: whether and where the articles say them`,
    `- ${inCode(articles.length === 1 ? '¶1' : `¶1 of ${name}`)}, or another paragraph: its text`,
  ];
  return [`Three things to write to me${articles.length === 1 ? '' : `, with ${title}`}:`, ...lines.slice(0, TRIES)];
}

/** Said to a member who mentioned the bot’s role: Discord does not show the bot what such a message says. */
export function mentionMeByName(): string {
  return 'Discord did not show me what you wrote, because you mentioned my role. Please mention me by name instead, or use `/ask`.';
}

/** Said if a message that is to be checked is not shown to the bot. */
export function cannotReadMessage(): string {
  return 'Discord does not show me that message. To check what it says, open its menu and choose Apps › “Check quotes” or “Find in sources”.';
}
