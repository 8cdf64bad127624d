import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APISelectMenuOption,
  type APIStringSelectComponent,
} from 'discord-api-types/v10';
import type { Answer } from '../answer/answer.ts';
import { isTextBlock, type Article } from '../article/article.ts';
import { formatHandle, parseHandle } from '../article/handle.ts';
import { bodyOf } from '../article/passage.ts';
import { formatReference } from '../article/reference.ts';
import { sectionOfBlock, sectionsOf } from '../article/section.ts';
import type { Excerpt } from '../excerpt/excerpt.ts';
import { contains, type Span } from '../language/span.ts';
import { isUsable } from './citation.ts';
import { areMatches } from './excerptParts.ts';
import { label } from './label.ts';
import {
  BUTTON_LABEL_MAX_CHARS,
  ROW_MAX_BUTTONS,
  SELECT_MAX_OPTIONS,
  SELECT_PLACEHOLDER_MAX_CHARS,
  SELECT_TEXT_MAX_CHARS,
} from './limits.ts';
import { neighbour } from './neighbour.ts';
import type { Page } from './paginate.ts';
import type { PartChoice } from './part.ts';
import { articleOf, handleOf, type PartContext } from './partContext.ts';
import { encodeRequest, type Request } from './request.ts';

/** What the buttons and selects below a page are made of. */
export interface ControlsContext extends PartContext {
  readonly hidden: boolean;
  /** Options whose words stand in the message. */
  readonly echoed: ReadonlySet<string>;
  /** Citation formats that `/cite` takes. */
  readonly formats: readonly PartChoice[];
}

export type Row = APIActionRowComponent<APIButtonComponent> | APIActionRowComponent<APIStringSelectComponent>;
/** A button that asks for something else, or leads out. */
type Action = { readonly label: string; readonly request: Request } | { readonly label: string; readonly url: string };
type Position = { readonly number: number; readonly of: number };

/** Answers that say something of the source, and so can be shown to others. */
const POSTABLE: ReadonlySet<Answer['kind']> = new Set([
  'excerpts',
  'summary',
  'events',
  'citation',
  'verdict',
  'outline',
  'dates',
]);
/** What a select does with the entry that is chosen. */
const SELECTS: Partial<
  Record<Answer['kind'], { readonly command: string; readonly option: string; readonly placeholder: string }>
> = {
  excerpts: { command: 'quote', option: 'text', placeholder: 'Show one of these passages' },
  events: { command: 'quote', option: 'text', placeholder: 'Show one of these passages' },
  verdict: { command: 'quote', option: 'text', placeholder: 'Show one of these passages' },
  verdicts: { command: 'quote', option: 'text', placeholder: 'Show one of these passages' },
  outline: { command: 'section', option: 'name', placeholder: 'Read a section' },
  sources: { command: 'section', option: 'article', placeholder: 'See the outline of an article' },
};

/** Makes the buttons and selects of a page: where to go on, what else to see, and whom to show it. */
export function controls(
  answer: Answer,
  page: Page,
  { position, context }: { readonly position: Position; readonly context: ControlsContext },
): readonly Row[] {
  const used = new Set<string>();
  const buttons = actions(answer, page, { position, context }).flatMap((action) => button(action, context, used));
  return [
    ...rowsOf(buttons),
    ...passageSelect(answer, page, used),
    ...formatSelect(answer, page, { formats: context.formats, used }),
  ];
}

function actions(
  answer: Answer,
  page: Page,
  { position, context }: { readonly position: Position; readonly context: ControlsContext },
): readonly Action[] {
  const main = page.quotes[0]?.excerpt ?? ('excerpt' in answer ? answer.excerpt : undefined);
  return [
    ...paging(position, { context, answer, main }),
    ...(answer.kind === 'excerpts' ? around(page, context) : []),
    ...(answer.kind === 'citation' ? [{ label: 'Show the passage', request: quoteOf(answer.excerpt) }] : []),
    ...(answer.kind === 'nothing' && answer.nearest
      ? [{ label: 'Whole paragraph', request: quoteOf(answer.nearest, 'paragraph') }]
      : []),
    ...(answer.kind === 'invalid' ? corrections(answer, context) : []),
    ...(context.hidden && POSTABLE.has(answer.kind)
      ? [
          {
            label: 'Post in channel',
            request: {
              ...canonical(context.request, answer, { main, articles: context.articles }),
              page: position.number,
              post: true as const,
            },
          },
        ]
      : []),
    ...(main && isUsable(context.links(main)) ? [{ label: 'Open in reader', url: context.links(main)! }] : []),
  ];
}

function paging(
  { number, of }: Position,
  {
    context,
    answer,
    main,
  }: { readonly context: ControlsContext; readonly answer: Answer; readonly main: Excerpt | undefined },
): readonly Action[] {
  const isMatch = answer.kind === 'excerpts' && answer.excerpts.length > 1 && areMatches(context);
  const what = isMatch ? 'match' : 'page';
  const next = context.request.command === 'ask' && number === 1 ? 'More passages' : `Next ${what}`;
  const request = canonical(context.request, answer, { main, articles: context.articles });
  return [
    ...(number > 1 ? [{ label: `Previous ${what}`, request: { ...request, page: number - 1 } }] : []),
    ...(number < of ? [{ label: next, request: { ...request, page: number + 1 } }] : []),
  ];
}

function around({ quotes }: Page, context: ControlsContext): readonly Action[] {
  const [shown] = quotes;
  if (!shown) return [];
  const first = shown.excerpt;
  const last = quotes.at(-1)!.excerpt;
  const { command, options } = context.request;
  if (command === 'section') return sectionSteps(first, context);
  const article = articleOf(first, context.articles);
  if (!article) return [];
  const whole = coversBlock(article, first, first.span);
  const sentence =
    /\.\d+(?:-\d+)?$/u.test(first.reference) || (command === 'quote' && whole && isOneSentence(article, first));
  const step = sentence && options['scope'] !== 'paragraph' && options['scope'] !== 'context' ? 'sentence' : 'block';
  const isGroup = options['scope'] === 'context';
  const to = (direction: -1 | 1): readonly Action[] => {
    const from = direction === 1 ? last : first;
    const owner = articleOf(from, context.articles);
    const passage = owner && neighbour(owner, from.span, { step, direction });
    if (!passage) return [];
    const request = { command: 'quote', options: { text: formatHandle(owner, passage.reference) } };
    return [{ label: direction === 1 ? 'Next passage' : 'Previous passage', request }];
  };
  return [
    ...(coversBlock(article, first, shown.span)
      ? []
      : [{ label: 'Whole paragraph', request: quoteOf(first, 'paragraph') }]),
    ...(isGroup ? [] : [{ label: 'Before and after', request: quoteOf(first, 'context') }]),
    ...(command === 'ask' ? [] : [...to(-1), ...to(1)]),
  ];
}

function sectionSteps(excerpt: Excerpt, { articles }: ControlsContext): readonly Action[] {
  const article = articleOf(excerpt, articles);
  if (!article) return [];
  const sections = sectionsOf(article);
  const here = sectionOfBlock(sections, blockOf(article, excerpt));
  const at = here ? sections.indexOf(here) : -1;
  const readable = sections.map(({ blocks: [from, to] }) => article.blocks.slice(from, to).some(isTextBlock));
  const before = readable.findLastIndex((value, index) => value && index < at);
  const after = readable.findIndex((value, index) => value && index > at);
  const to = (index: number, name: string): readonly Action[] =>
    index === -1
      ? []
      : [
          {
            label: name,
            request: { command: 'section', options: { name: String(sections[index]!.number), article: article.id } },
          },
        ];
  return [
    ...(at === -1 ? [] : [...to(before, 'Previous section'), ...to(after, 'Next section')]),
    { label: 'Outline', request: { command: 'section', options: { article: article.id } } },
  ];
}

/** Buttons that use the command again with the value that comes nearest to what was wrong. */
function corrections(
  { option, nearest }: Extract<Answer, { kind: 'invalid' }>,
  { request }: ControlsContext,
): readonly Action[] {
  const name =
    option in request.options ? option : option === 'reference' && 'text' in request.options ? 'text' : undefined;
  if (name === undefined || 'message' in request.options) return [];
  return nearest.slice(0, ROW_MAX_BUTTONS).map((value) => ({
    label: `Use ${value}`,
    request: { command: request.command, options: { ...request.options, [name]: value } },
  }));
}

/**
 * The request that asks for the same again in fewer characters, and on another day: a handle for a link, a section's
 * number for its name, the article where it was left open.
 */
function canonical(
  request: Request,
  answer: Answer,
  { main, articles }: { readonly main: Excerpt | undefined; readonly articles: PartContext['articles'] },
): Request {
  const { page: _, post: __, ...rest } = request;
  const { options } = request;
  const changed = (more: Request['options']): Request => ({ ...rest, options: { ...options, ...more } });
  if (answer.kind === 'outline') return changed({ article: answer.article });
  const article = main && articleOf(main, articles);
  if (!article) return rest;
  if (request.command === 'section') {
    const section = sectionOfBlock(sectionsOf(article), blockOf(article, main));
    return section ? changed({ name: String(section.number), article: article.id }) : rest;
  }
  const handle = typeof options['text'] === 'string' ? parseHandle(options['text']) : undefined;
  if (request.command !== 'quote' || !handle) return rest;
  const edition = handle.edition === undefined ? '' : `@${handle.edition}`;
  return changed({ text: `${handle.article}/${formatReference(handle.reference)}${edition}` });
}

function quoteOf(excerpt: Excerpt, scope?: 'paragraph' | 'context'): Request {
  return { command: 'quote', options: { text: handleOf(excerpt), ...(scope ? { scope } : {}) } };
}

function button(
  action: Action,
  { echoed, request }: ControlsContext,
  used: Set<string>,
): readonly APIButtonComponent[] {
  const text = label(action.label, BUTTON_LABEL_MAX_CHARS);
  if ('url' in action) return [{ type: ComponentType.Button, style: ButtonStyle.Link, label: text, url: action.url }];
  // A message's text is not kept, so what was asked about it cannot be asked again.
  if ('message' in action.request.options) return [];
  const id = encodeRequest(action.request, action.request.command === request.command ? { echoed } : {});
  if (id === undefined || used.has(id)) return [];
  used.add(id);
  return [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label: text, custom_id: id }];
}

function rowsOf(buttons: readonly APIButtonComponent[]): readonly Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < buttons.length; at += ROW_MAX_BUTTONS)
    rows.push({ type: ComponentType.ActionRow, components: buttons.slice(at, at + ROW_MAX_BUTTONS) });
  return rows;
}

function passageSelect(answer: Answer, { choices }: Page, used: Set<string>): readonly Row[] {
  const kind = SELECTS[answer.kind];
  if (!kind || choices.length === 0) return [];
  const options: Request['options'] = answer.kind === 'outline' ? { article: answer.article } : {};
  return select(
    { command: kind.command, options },
    { chosen: kind.option, placeholder: kind.placeholder, choices, used },
  );
}

function formatSelect(
  answer: Answer,
  { quotes }: Page,
  { formats, used }: Pick<ControlsContext, 'formats'> & { readonly used: Set<string> },
): readonly Row[] {
  const excerpt =
    answer.kind === 'excerpts' ? quotes[0]?.excerpt : answer.kind === 'citation' ? answer.excerpt : undefined;
  if (!excerpt || formats.length === 0) return [];
  const request = { command: 'cite', options: { reference: handleOf(excerpt) } };
  const placeholder = `Cite ${excerpt.reference} as …`;
  return select(request, { chosen: 'format', placeholder, choices: formats, used });
}

function select(
  request: Request,
  {
    chosen,
    placeholder,
    choices,
    used,
  }: {
    readonly chosen: string;
    readonly placeholder: string;
    readonly choices: readonly PartChoice[];
    readonly used: Set<string>;
  },
): readonly Row[] {
  const id = encodeRequest(request, { chosen });
  const distinct = [...new Map(choices.map((choice) => [choice.value, choice])).values()];
  const fitting = distinct.filter(({ value }) => value.length <= SELECT_TEXT_MAX_CHARS).slice(0, SELECT_MAX_OPTIONS);
  if (id === undefined || used.has(id) || fitting.length === 0) return [];
  used.add(id);
  const menu: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: label(placeholder, SELECT_PLACEHOLDER_MAX_CHARS),
    options: fitting.map(selectOption),
  };
  return [{ type: ComponentType.ActionRow, components: [menu] }];
}

function selectOption({ label: text, description, value }: PartChoice): APISelectMenuOption {
  const option = { label: label(text, SELECT_TEXT_MAX_CHARS), value };
  return description === undefined ? option : { ...option, description: label(description, SELECT_TEXT_MAX_CHARS) };
}

function blockOf(article: Article, { span }: Excerpt): number {
  return article.blocks.findIndex((block) => contains(block.span, span));
}

function coversBlock(article: Article, excerpt: Excerpt, span: Span): boolean {
  const block = article.blocks[blockOf(article, excerpt)];
  return block !== undefined && contains(span, bodyOf(block));
}

function isOneSentence(article: Article, excerpt: Excerpt): boolean {
  const block = article.blocks[blockOf(article, excerpt)];
  return block !== undefined && isTextBlock(block) && block.sentences.length === 1;
}
