import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { Article } from '../../../article/article.ts';
import { titleAndDate } from '../citation.ts';
import { counted } from '../counted.ts';
import { isTypable, newest, typableHeading, typablePhrase } from './examples.ts';

const TITLE_MAX_CHARS = 100;
const TRIES = 3;

/**
 * Builds the message with which the bot introduces itself to a server: what it is, three things to try with the newest
 * article that the server may see, and where to learn more. `question` is one that this article answers, if one is known.
 */
export function greeting(articles: readonly Article[], question?: string): object {
  const content = [
    '**Hello! I answer in the words of the articles I was given.**',
    'I quote them word for word and say where each quote is from. I never paraphrase, and I say so if I find no answer.',
    ...tries(articles, question),
    '-# `/help` lists the commands. You can also mention me with a question.',
  ].join('\n');
  return {
    components: [{ type: ComponentType.TextDisplay, content }],
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [] },
  };
}

function tries(articles: readonly Article[], question: string | undefined): readonly string[] {
  const article = newest(articles);
  if (!article) return ['No article is available in this channel. `/sources` lists them once there are some.'];
  const option = articles.length === 1 ? '' : ` article:${article.id}`;
  const title = titleAndDate(article, article.id, TITLE_MAX_CHARS);
  const heading = typableHeading(article);
  const phrase = typablePhrase(article);
  const section = heading === undefined ? '' : ` name:${heading}`;
  const intro =
    articles.length === 1
      ? `I can answer from one article here, ${title}. Three things to try:`
      : `I can answer from ${counted(articles.length, 'article')} here. Three things to try with ${title}:`;
  const lines = [
    ...(question !== undefined && isTypable(question)
      ? [`- \`/ask question:${question}${option}\` to ask a question`]
      : []),
    `- \`/summary${option}\` for its main sentences`,
    `- \`/section${section}${option}\` ${heading === undefined ? 'for its outline' : 'to read that section'}`,
    phrase === undefined
      ? `- \`/sources${option}\` for its date, edition and number of paragraphs`
      : `- \`/quote text:${phrase}${option}\` for the sentence with these words, and its citation`,
  ];
  return [intro, ...lines.slice(0, TRIES)];
}
