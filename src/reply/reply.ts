import {
  ComponentType,
  MessageFlags,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
} from 'discord-api-types/v10';
import type { Answer } from '../answer/answer.ts';
import { citationParts } from './citationParts.ts';
import { controls } from './controls.ts';
import { ECHO_ID, echo } from './echo.ts';
import { eventParts } from './eventParts.ts';
import { escape } from './escape.ts';
import { excerptParts } from './excerptParts.ts';
import { MESSAGE_MAX_BYTES, MESSAGE_MAX_CHARS, TEXT_DISPLAY_BYTES } from './limits.ts';
import { datesParts, noticeParts, outlineParts, schedulesParts, sourcesParts } from './listParts.ts';
import { nothingParts } from './nothingParts.ts';
import { paginate, type Room } from './paginate.ts';
import { lines, type Part, type PartChoice } from './part.ts';
import { quotePart, type PartContext } from './partContext.ts';
import { verdictParts, verdictsParts } from './verdictParts.ts';

export type { ExcerptLink } from './partContext.ts';

/** What a reply is made with besides the answer. */
export interface ReplyOptions extends PartContext {
  /** Whether only the one who asked sees it. */
  readonly hidden: boolean;
  /** Citation formats that `/cite` takes, for the select below a quote; none by default. */
  readonly formats?: readonly PartChoice[];
  /** Who had it posted in the channel: a user's id. Named, not pinged; that is up to `allowedMentions`. */
  readonly postedBy?: string;
  /** Whom it is meant for: a user's id. */
  readonly mention?: string;
}

/** A message as Discord's API takes it. */
export interface Reply {
  readonly components: APIMessageTopLevelComponent[];
  readonly flags: number;
}

/** Text on one page, where there is more; what fits in a message at most is more than people read in a channel. */
const PAGE_MAX_CHARS = 2400;
/** Kept free for the lines above and below the page. */
const FRAME_CHARS = 300;

/**
 * Renders an answer as one message, in Components V2. What is asked stands above, then the page that the request asks
 * for (the last one where there are fewer), then buttons. Everything quoted is escaped; nothing in it can ping.
 */
export function reply(answer: Answer, options: ReplyOptions): Reply {
  const { request, hidden, formats = [], postedBy, mention } = options;
  const asked = echo(request);
  const pages = paginate(partsOf(answer, options), roomBeside(asked.markdown));
  const number = Math.min(request.page ?? 1, pages.length);
  const page = pages[number - 1]!;
  const of = pages.length;
  const top = [
    ...(mention === undefined ? [] : [`For <@${mention}>`]),
    ...(postedBy === undefined ? [] : [`-# Posted by <@${postedBy}>`]),
  ].join('\n');
  const bottom = of === 1 ? '' : `-# ${page.title === undefined ? '' : `${page.title} · `}Page ${number} of ${of}`;
  return {
    components: [
      ...textDisplay(top),
      ...textDisplay(asked.markdown, ECHO_ID),
      ...textDisplay(page.markdown),
      ...textDisplay(bottom),
      ...controls(answer, page, {
        position: { number, of },
        context: { ...options, hidden, formats, echoed: asked.options },
      }),
    ],
    flags: MessageFlags.IsComponentsV2 | (hidden ? MessageFlags.Ephemeral : 0),
  };
}

function partsOf(answer: Answer, context: PartContext): readonly Part[] {
  switch (answer.kind) {
    case 'excerpts':
      return excerptParts(answer, context);
    case 'summary':
      return answer.excerpts.map((excerpt) => quotePart(excerpt, context));
    case 'events':
      return eventParts(answer, context);
    case 'dates':
      return datesParts(answer);
    case 'verdict':
      return verdictParts(answer, context);
    case 'verdicts':
      return verdictsParts(answer, context);
    case 'citation':
      return citationParts(answer, context);
    case 'outline':
      return outlineParts(answer, context);
    case 'sources':
      return sourcesParts(answer);
    case 'schedules':
      return schedulesParts(answer);
    case 'nothing':
      return nothingParts(answer, context);
    case 'invalid':
      return [lines(escape(answer.message))];
    case 'notice':
      return noticeParts(answer);
    default:
      return answer satisfies never;
  }
}

function roomBeside(echo: string): Room {
  const chars = Math.min(PAGE_MAX_CHARS, MESSAGE_MAX_CHARS - FRAME_CHARS - echo.length);
  return { chars, bytes: MESSAGE_MAX_BYTES - FRAME_CHARS - 4 * TEXT_DISPLAY_BYTES - Buffer.byteLength(echo) };
}

function textDisplay(content: string, id?: number): readonly APITextDisplayComponent[] {
  return content === '' ? [] : [{ type: ComponentType.TextDisplay, content, ...(id === undefined ? {} : { id }) }];
}
