import { ComponentType, type APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Article } from '../article/article.ts';
import type { Digest, DigestTitle } from '../digest/digestResult.ts';
import { inline } from './words/citation.ts';
import { BUTTONS } from './words/controlWords.ts';
import { wasLate } from './words/digests/scheduleWords.ts';
import { truncate } from './truncate.ts';
import type { Action } from './controls/action.ts';
import type { ExcerptLink } from './parts/renderContext.ts';
import { reply } from './reply.ts';
import { digestTitle } from './words/digests/digestTitle.ts';

const TITLE_MAX_CHARS = 200;

interface DigestOptions {
  /** The run's id, by which the message can be found again. */
  readonly marker: string;
  readonly name: string;
  /** The role that it mentions. Default: none. */
  readonly mention?: string | undefined;
  /** The server; as a role its id is @everyone. */
  readonly guild?: string | undefined;
  readonly late: boolean;
  /** When it was due, in milliseconds since 1970; shown if it is late. */
  readonly due: number;
  readonly articles: ReadonlyMap<string, Article>;
  readonly links: ExcerptLink;
}

/** Builds the message of a digest: its name and title, its content, and a button that carries the run's id. */
export function digestMessage(digest: Extract<Digest, { kind: 'answer' }>, options: DigestOptions): object {
  const { articles, links, marker, due } = options;
  const { components, flags } = reply(digest.answer, {
    request: digest.request,
    articles,
    links,
    hidden: false,
    now: new Date(due),
    isAsked: false,
    also: [aboutSource(digest, marker)],
  });
  return {
    components: [digestHeading(digest, options), ...components],
    flags,
    allowed_mentions: allowedMentions(options),
  };
}

/** Lets the message mention its role, and nothing else. */
function allowedMentions({ mention, guild }: DigestOptions): object {
  if (mention === undefined) return { parse: [] };
  return mention === guild ? { parse: ['everyone'] } : { parse: [], roles: [mention] };
}

function digestHeading(
  { title }: { readonly title: DigestTitle },
  { name, mention, guild, late, due }: DigestOptions,
): APIMessageTopLevelComponent {
  const mark = late ? `\n-# ${wasLate(due)}` : '';
  return {
    type: ComponentType.TextDisplay,
    content: `${mention === undefined ? '' : `${mention === guild ? '@everyone' : `<@&${mention}>`}\n`}### ${inline(truncate(name, TITLE_MAX_CHARS))}\n${inline(truncate(digestTitle(title), TITLE_MAX_CHARS))}${mark}`,
  };
}

/**
 * The marker is here because the `custom_id` is the only thing that Discord keeps unchanged on every kind of message.
 */
function aboutSource(digest: Extract<Digest, { kind: 'answer' }>, marker: string): Action {
  const [article, ...others] = articlesIn(digest);
  const options: Readonly<Record<string, string>> = article === undefined || others.length > 0 ? {} : { article };
  const label = others.length > 0 ? BUTTONS.sources : BUTTONS.oneSource;
  return { label, request: { command: 'sources', options }, marker };
}

function articlesIn({ answer }: Extract<Digest, { kind: 'answer' }>): readonly string[] {
  const excerpts = answer.kind === 'events' ? answer.events.map(({ excerpt }) => excerpt) : answer.excerpts;
  return [...new Set(excerpts.map(({ article }) => article))];
}
