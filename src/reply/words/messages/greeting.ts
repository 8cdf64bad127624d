import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import { isBodyBlock, type Article } from '../../../article/article.ts';
import { titleAndDate } from '../citation.ts';
import { counted } from '../counted.ts';

const TITLE_MAX_CHARS = 100;
/** A heading is only usable in full, since a part of it names no section. */
const HEADING_MAX_CHARS = 80;
const PHRASE_MAX_CHARS = 60;
const PHRASE_MIN_WORDS = 3;
/** Characters that would end the inline code around a text, or change the order of the line. */
const NOT_IN_CODE = /[`\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/**
 * Builds the message with which the bot introduces itself to a server: what it is, three things to try with an article
 * that the server may see, and where to learn more.
 */
export function greeting(articles: readonly Article[]): object {
  const content = [
    '**Hello! I answer in the words of the articles I was given.**',
    'I quote them word for word and say where each quote is from. I never paraphrase, and I say so if I find no answer.',
    ...tries(articles),
    '-# `/help` lists the commands. You can also mention me with a question.',
  ].join('\n');
  return {
    components: [{ type: ComponentType.TextDisplay, content }],
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [] },
  };
}

function tries(articles: readonly Article[]): readonly string[] {
  const article = newest(articles);
  if (!article) return ['No article is available in this channel. `/sources` lists them once there are some.'];
  const option = articles.length === 1 ? '' : ` article:${article.id}`;
  const title = titleAndDate(article, article.id, TITLE_MAX_CHARS);
  const heading = headingOf(article);
  const phrase = phraseOf(article);
  const section = heading === undefined ? '' : ` name:${heading}`;
  return [
    articles.length === 1
      ? `I can answer from one article here, ${title}. Three things to try:`
      : `I can answer from ${counted(articles.length, 'article')} here. Three things to try with ${title}:`,
    `- \`/summary${option}\` for its main sentences`,
    `- \`/section${section}${option}\` ${heading === undefined ? 'for its outline' : 'to read that section'}`,
    phrase === undefined
      ? `- \`/sources${option}\` for its date, edition and number of paragraphs`
      : `- \`/quote text:${phrase}${option}\` for the sentence with these words, and its citation`,
  ];
}

/** The article with the latest date; the first of several, or if none has a date. */
function newest(articles: readonly Article[]): Article | undefined {
  return articles.reduce<Article | undefined>(
    (best, article) => (best === undefined || (article.published ?? '') > (best.published ?? '') ? article : best),
    undefined,
  );
}

/** The first heading that is followed by its own text and can be typed. */
function headingOf({ blocks, source }: Article): string | undefined {
  for (const [at, block] of blocks.entries()) {
    const next = blocks[at + 1];
    if (block.kind !== 'heading' || next === undefined || !isBodyBlock(next)) continue;
    const text = typed(source.slice(...block.span));
    if (text !== undefined && text.length <= HEADING_MAX_CHARS) return text;
  }
  return undefined;
}

/** The first words of the first running sentence that is long enough, exactly as in the source. */
function phraseOf({ blocks, source }: Article): string | undefined {
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.role !== undefined) continue;
    for (const span of block.sentences) {
      const words = typed(source.slice(...span))?.split(' ') ?? [];
      while (words.join(' ').length > PHRASE_MAX_CHARS) words.pop();
      const phrase = words.join(' ').replace(/[\p{P}\s]+$/u, '');
      if (words.length >= PHRASE_MIN_WORDS && /\p{L}/u.test(phrase)) return phrase;
    }
  }
  return undefined;
}

function typed(text: string): string | undefined {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  return line === '' || NOT_IN_CODE.test(line) ? undefined : line;
}
