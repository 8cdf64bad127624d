import {
  ComponentType,
  MessageFlags,
  type APIFileComponent,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
} from 'discord-api-types/v10';
import type { Answer } from '../answer/answer.ts';
import type { Action } from './controls/action.ts';
import { canonicalRequest } from './controls/canonicalRequest.ts';
import { citationParts } from './parts/citationParts.ts';
import { controls } from './controls/controls.ts';
import { ECHO_ID, echo, type Echo } from './echo.ts';
import { eventParts } from './parts/eventParts.ts';
import { escape } from './escape.ts';
import type { ExportedFile } from './export/exportEvents.ts';
import { exportMessage } from './export/exportMessage.ts';
import { excerptParts, summaryParts } from './parts/excerptParts.ts';
import { HEADING_ID, heading, type Heading } from './words/messages/heading.ts';
import { CUSTOM_ID_MAX_CHARS, MESSAGE_MAX_BYTES, MESSAGE_MAX_CHARS, TEXT_DISPLAY_BYTES } from './limits.ts';
import { datesParts, noticeParts, outlineParts, sourcesParts } from './parts/listParts.ts';
import { saidMarkdown } from './saidMarkdown.ts';
import { smallPrintShare } from './smallPrint.ts';
import { scheduleParts } from './parts/scheduleParts.ts';
import { nothingParts } from './parts/nothingParts.ts';
import { pageSteps, type Page, type Room } from './paginate.ts';
import { lines, type Part } from './parts/part.ts';
import { withSources } from './parts/withSources.ts';
import { pageName, restOfMessage } from './words/pageWords.ts';
import type { RenderContext } from './parts/renderContext.ts';
import { encodeRequest, PAGE_MARKER, type Request } from './controls/request.ts';
import { finish, type Steps } from '../runtime/steps/steps.ts';
import { lookOfVerdict, shortVerdictsParts, verdictParts, verdictsParts } from './parts/verdictParts.ts';
import { entryAt } from '../runtime/entryAt.ts';

export type { ExcerptLink } from './parts/renderContext.ts';

/** What a reply needs besides the answer. */
export interface ReplyOptions extends RenderContext, Heading {
  /** Whether only the user sees it. */
  readonly hidden: boolean;
  /** The time of the answer. */
  readonly now: Date;
  /** Whether a user asked for it in this message, so that the question is repeated. Default: true. */
  readonly isAsked?: boolean;
  /** Buttons that the message must have besides those of its answer. */
  readonly also?: readonly Action[];
  /** Whether the answer has buttons to rate it. Default: false. */
  readonly isRated?: boolean;
  /** Whether the message may carry files. Default: true. */
  readonly mayAttach?: boolean;
}

/** A message as Discord's API expects it. */
export interface Reply {
  readonly components: APIMessageTopLevelComponent[];
  readonly flags: number;
  /** What components refer to as `attachment://name`. */
  readonly files: readonly ExportedFile[];
}

/** Text on one page, if there are several; a full message is more than people read in a channel. */
const PAGE_MAX_CHARS = 2400;
/** What a button adds to its request, such as `|length=standard`. */
const CHANGES_MAX_CHARS = 20;
const UNREPEATED: Echo = { markdown: '', options: new Set() };
const SMALL_PRINT_MAX_SHARE = 0.25;
/** Reserved for the lines above and below the page, its source among them. */
const FRAME_CHARS = 700;

/**
 * Renders an answer as one message with Components V2: the question, the requested page (the last one if there are
 * fewer) or the requested file, then buttons. Everything quoted is escaped; nothing in it can ping.
 */
export function reply(answer: Answer, options: ReplyOptions): Reply {
  return finish(replySteps(answer, options));
}

/** Does what `reply` does, one page per step. */
export function* replySteps(answer: Answer, given: ReplyOptions): Steps<Reply> {
  const own = ownRequest(answer, given);
  const options = { ...given, request: own };
  const request = canonicalRequest(own, answer, options.articles);
  const isAsked = options.isAsked !== false && own === given.request;
  const asked = isAsked || !isShort(request) ? echo(own, { isWrong: answer.kind === 'invalid' }) : UNREPEATED;
  const exported = exportMessage(answer, options);
  const parts = withSources(exported?.parts ?? partsOf(answer, options));
  const pages = isCarried(request, asked.options)
    ? yield* pageSteps(parts, roomBeside(asked.markdown, PAGE_MAX_CHARS))
    : [yield* onePage(parts, { answer, context: options }, roomBeside(asked.markdown, MESSAGE_MAX_CHARS))];
  const number = Math.min(request.page ?? 1, pages.length);
  const of = pages.length;
  const page = withLittleSmallPrint(entryAt(pages, number - 1), [heading(options), asked.markdown]);
  const files = exported?.files ?? [];
  return {
    components: [
      ...textDisplay(heading(options), HEADING_ID),
      ...textDisplay(asked.markdown, ECHO_ID),
      ...body(answer, page, options),
      ...files.map(fileComponent),
      ...controls(answer, page, {
        ...options,
        request,
        echoed: asked.options,
        position: {
          number,
          of,
          label: pageName(
            pages.map(({ title }) => title),
            number,
          ),
        },
      }),
    ],
    flags: MessageFlags.IsComponentsV2 | (options.hidden ? MessageFlags.Ephemeral : 0),
    files,
  };
}

/** The request that returns this answer on its own, whatever command led to it. */
function ownRequest(answer: Answer, { request }: ReplyOptions): Request {
  const equivalent = 'equivalent' in answer ? answer.equivalent : undefined;
  return equivalent ? { ...request, ...equivalent } : request;
}

/** Whether every button can carry the request, with a change or two. */
function isShort(request: Request): boolean {
  const id = encodeRequest({ ...request, page: 99_999, post: true });
  return id !== undefined && id.length <= CUSTOM_ID_MAX_CHARS - CHANGES_MAX_CHARS;
}

function partsOf(answer: Answer, context: RenderContext): readonly Part[] {
  switch (answer.kind) {
    case 'excerpts':
      return excerptParts(answer, context);
    case 'summary':
      return summaryParts(answer, context);
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
      return scheduleParts(answer);
    case 'nothing':
      return nothingParts(answer, context);
    case 'invalid':
      return [lines(answer.pieces ? saidMarkdown(answer.pieces) : escape(answer.message))];
    case 'notice':
      return noticeParts(answer);
    default:
      return answer satisfies never;
  }
}

/** Whether the buttons can carry the request, and so turn pages. The text of a message is not stored for that. */
function isCarried(request: Request, echoed: ReadonlySet<string>): boolean {
  const id = encodeRequest({ ...request, page: 99_999 }, { echoed, marker: PAGE_MARKER });
  return !('message' in request.options) && id !== undefined;
}

/** The first page, with the passages of all pages in its select and a line that says how many are only there. */
function* onePage(
  parts: readonly Part[],
  { answer, context }: { readonly answer: Answer; readonly context: RenderContext },
  room: Room,
): Steps<Page> {
  const whole = yield* pageSteps(parts, room);
  const pages =
    whole.length > 1 && answer.kind === 'verdicts'
      ? yield* pageSteps(shortVerdictsParts(answer, context), room)
      : whole;
  const [, ...others] = pages;
  const first = entryAt(pages, 0);
  if (others.length === 0) return first;
  const left = others.reduce((sum, { choices }) => sum + choices.length, 0);
  return {
    ...first,
    markdown: `${first.markdown}\n\n${restOfMessage(left)}`,
    brief: `${first.brief}\n\n${restOfMessage(left)}`,
    choices: pages.flatMap(({ choices }) => choices),
  };
}

/** The page in its brief form if small print is more than a quarter of what is shown with it. */
function withLittleSmallPrint(page: Page, beside: readonly string[]): Page {
  const share = smallPrintShare([...beside, page.markdown, page.source].join('\n'));
  return share > SMALL_PRINT_MAX_SHARE ? { ...page, markdown: page.brief } : page;
}

function roomBeside(echo: string, most: number): Room {
  const chars = Math.min(most, MESSAGE_MAX_CHARS - FRAME_CHARS - echo.length);
  return { chars, bytes: MESSAGE_MAX_BYTES - FRAME_CHARS - 4 * TEXT_DISPLAY_BYTES - Buffer.byteLength(echo) };
}

function fileComponent({ name }: ExportedFile): APIFileComponent {
  return { type: ComponentType.File, file: { url: `attachment://${name}` } };
}

/** The text of a page and its source; a verdict stands in a container of its colour. */
function body(answer: Answer, { markdown, source }: Page, { articles }: RenderContext): APIMessageTopLevelComponent[] {
  if (answer.kind !== 'verdict') return [...textDisplay([markdown, source].filter((text) => text !== '').join('\n\n'))];
  return [
    {
      type: ComponentType.Container,
      accent_color: lookOfVerdict(answer, articles).color,
      components: [
        ...textDisplay(markdown),
        ...(source === '' ? [] : [{ type: ComponentType.Separator as const }, ...textDisplay(source)]),
      ],
    },
  ];
}

function textDisplay(content: string, id?: number): readonly APITextDisplayComponent[] {
  return content === '' ? [] : [{ type: ComponentType.TextDisplay, content, ...(id === undefined ? {} : { id }) }];
}
