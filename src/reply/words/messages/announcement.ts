import { fullName, parseName } from '../../../excerpt/personName.ts';
import { ButtonStyle, ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { Article } from '../../../article/article.ts';
import { truncate } from '../../truncate.ts';
import { inline, isUsable } from '../citation.ts';
import { BUTTONS } from '../controlWords.ts';
import { counted } from '../counted.ts';
import { publishedInWords } from '../publishedInWords.ts';
import { encodeRequest } from '../../controls/request.ts';
import { present } from '../../../runtime/entryAt.ts';

/** What a post in a forum is called, by what became of the articles. */
export const ANNOUNCEMENT_TITLES = {
  new: 'New articles',
  replaced: 'A newer edition',
  removed: 'An article was removed',
} as const;

const TITLE_MAX_CHARS = 160;
/** At most this many articles are named; the rest are counted. */
const NAMED_MAX = 10;

/** A new article, and where to read it. */
export interface NewArticle {
  readonly article: Article;
  readonly link?: string | undefined;
}

/**
 * Builds the message that announces new articles; `articles` must not be empty. Its button carries `marker`, by which
 * the message can be found again.
 */
export function announcement(articles: readonly NewArticle[], { marker }: { readonly marker: string }): object {
  const named = articles.slice(0, NAMED_MAX);
  const more = articles.length - named.length;
  return message(
    [
      `**${articles.length === 1 ? 'A new article' : counted(articles.length, 'new article')}**`,
      ...named.map(lineOf),
      ...(more > 0 ? [`- and ${more} more; see \`/sources\``] : []),
      `Ask about ${articles.length === 1 ? 'it' : 'them'} with \`/ask\`, or let \`/summary\` give the main sentences.`,
    ],
    sourcesRow(articles, marker),
  );
}

/** Builds the message that announces a newer edition of articles, in the same way. */
export function newerAnnouncement(articles: readonly NewArticle[], { marker }: { readonly marker: string }): object {
  return message([`**${ANNOUNCEMENT_TITLES.replaced}**`, ...articles.map(lineOf)], sourcesRow(articles, marker));
}

/** Builds the message that announces that an article was removed, in the same way. */
export function removalAnnouncement(title: string, { marker }: { readonly marker: string }): object {
  return message([`**${ANNOUNCEMENT_TITLES.removed}**`, `- ${inline(title)}`], sourcesRow([], marker));
}

function message(texts: readonly string[], row: object): object {
  return {
    components: [{ type: ComponentType.TextDisplay, content: texts.join('\n') }, row],
    flags: MessageFlags.IsComponentsV2,
    allowed_mentions: { parse: [] },
  };
}

function lineOf({ article, link }: NewArticle): string {
  return `- ${facts(article)}${isUsable(link) ? ` · [Read it](${link})` : ''}`;
}

function sourcesRow(articles: readonly NewArticle[], marker: string): object {
  const [first, ...others] = articles;
  const options = first && others.length === 0 ? { article: first.article.id } : {};
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        label: first && others.length === 0 ? BUTTONS.oneSource : BUTTONS.sources,
        custom_id: present(encodeRequest({ command: 'sources', options }, { marker })),
      },
    ],
  };
}

function facts(article: Article): string {
  const paragraphs = article.blocks.filter(({ kind }) => kind === 'paragraph').length;
  const named = `**${inline(truncate(article.title, TITLE_MAX_CHARS))}**, ${publishedInWords(article)}`;
  const authors = article.author
    ? [
        inline(
          article.author
            .slice(0, 3)
            .map((name) => fullName(parseName(name)))
            .join(', ')
            .slice(0, 100),
        ),
      ]
    : [];
  return [named, ...authors, counted(paragraphs, 'paragraph')].join(' · ');
}
