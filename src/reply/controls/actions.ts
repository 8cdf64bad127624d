import type { Answer, AnswerOf } from '../../answer/answer.ts';
import { mainQuote } from '../mainQuote.ts';
import type { Page } from '../paginate.ts';
import { areMatches } from '../parts/excerptParts.ts';
import { isUsable } from '../words/citation.ts';
import { BUTTONS } from '../words/controlWords.ts';
import { type Action, type ActionContext, quoteOf } from './action.ts';
import { chosenAnswers, corrections, furtherQuotations, lengths, searchesElsewhere } from './otherRequests.ts';
import { outlineOf, passageSteps, sectionSteps, surroundings } from './passageActions.ts';
import { PAGE_MARKER } from './request.ts';

/** Answers that say something about the source, and so may be posted for others. */
const POSTABLE: ReadonlySet<Answer['kind']> = new Set([
  'excerpts',
  'summary',
  'events',
  'citation',
  'verdict',
  'outline',
  'dates',
]);

/** The controls of a page, by where they go. */
export interface Actions {
  /** Where to go from here, in places that do not move from page to page. */
  readonly steps: readonly Action[];
  /** What else to see, the most useful first. */
  readonly own: readonly Action[];
  /** What else to see, of which one without the other would be odd in the row. */
  readonly listed: readonly Action[];
  /** What only a button can do. */
  readonly links: readonly Action[];
}

/** Lists the controls of a page. */
export function actions(answer: Answer, page: Page, context: ActionContext): Actions {
  const main = mainQuote(page)?.excerpt;
  const link = main && !isList(context) ? context.links(main) : undefined;
  const { position, request, hidden } = context;
  const steps = passageOrSectionSteps(answer, page, context);
  const isPaged = position.of > 1;
  const [first, ...others] = ownActions(answer, page, context);
  const post = { label: BUTTONS.post, request: { ...request, page: position.number, post: true as const } };
  const turning = isPaged ? paging(answer, context) : steps.every((step) => 'isOff' in step) ? [] : steps;
  const next = turning.at(-1);
  const isNext = next !== undefined && 'request' in next && (isPaged || !first);
  return {
    steps: isNext ? [...turning.slice(0, -1), asMain(next)] : turning,
    own: [
      ...(first ? [isNext ? first : asMain(first)] : []),
      ...(hidden && POSTABLE.has(answer.kind) ? [post] : []),
      ...others,
    ],
    listed: isPaged ? steps.filter((step) => !('isOff' in step)) : [],
    links: isUsable(link) ? [{ label: BUTTONS.reader, url: link }] : [],
  };
}

/** Makes an action the one that most people want. */
function asMain(action: Action): Action {
  return 'request' in action ? { ...action, isMain: true } : action;
}

function passageOrSectionSteps(answer: Answer, page: Page, context: ActionContext): readonly Action[] {
  if (answer.kind !== 'excerpts' || isList(context)) return [];
  return context.request.command === 'section' ? sectionSteps(page, context) : passageSteps(page, context);
}

function ownActions(answer: Answer, page: Page, context: ActionContext): readonly Action[] {
  switch (answer.kind) {
    case 'excerpts':
      if (isList(context)) return [];
      return context.request.command === 'section' ? outlineOf(page) : surroundings(page, context);
    case 'summary':
      return lengths(answer, context);
    case 'citation':
      return [{ label: BUTTONS.passage, request: quoteOf(answer.excerpt) }];
    case 'nothing':
      return [
        ...searchesElsewhere(answer, context),
        ...(answer.nearest ? [{ label: BUTTONS.paragraph, request: quoteOf(answer.nearest, 'paragraph') }] : []),
      ];
    case 'invalid':
      return corrections(answer, context);
    case 'verdict':
      return surroundings(page, context);
    case 'events':
      return eventActions(answer, page, context);
    case 'verdicts':
      return furtherQuotations(answer, context);
    case 'dates':
    case 'outline':
    case 'sources':
    case 'schedules':
      return [];
    case 'notice':
      return chosenAnswers(answer);
    default:
      return answer satisfies never;
  }
}

/** Unrelated passages: buttons could not say which one they mean, so the select is used. */
export function isList({ request: { command, options }, position: { number } }: ActionContext): boolean {
  return 'message' in options || (command === 'ask' && number > 1);
}

/** The page before, the number of this one, and the next page. */
function paging(answer: Answer, { request, position: { number, of, label } }: ActionContext): readonly Action[] {
  const [previous, following] = turnsBy(answer, request);
  const next = request.command === 'ask' && number === 1 ? BUTTONS.morePassages : following;
  const to = (name: string, page: number): Action =>
    page < 1 || page > of ? { label: name, isOff: true } : { label: name, request: { ...request, page } };
  return [
    to(previous, number - 1),
    { label, request: { ...request, page: number }, marker: PAGE_MARKER },
    to(next, number + 1),
  ];
}

/** What turns the pages of an answer: each may be one match, or one of the closest passages. */
function turnsBy(answer: Answer, request: ActionContext['request']): readonly [previous: string, next: string] {
  const isOneEach = answer.kind === 'excerpts' && answer.excerpts.length > 1 && areMatches(answer, { request });
  if (!isOneEach) return [BUTTONS.previousPage, BUTTONS.nextPage];
  return answer.near ? [BUTTONS.previousClosest, BUTTONS.nextClosest] : [BUTTONS.previousMatch, BUTTONS.nextMatch];
}

/** A timeline can be reversed; a card links to its context. */
function eventActions({ events, reorders }: AnswerOf<'events'>, page: Page, context: ActionContext): readonly Action[] {
  const { command, options } = context.request;
  if (command !== 'event' || options['export'] !== undefined) return [];
  if (events.length === 1) return surroundings(page, context);
  if (reorders === false) return [];
  const { order, ...rest } = options;
  return order === 'text'
    ? [{ label: BUTTONS.byDate, request: { command, options: rest } }]
    : [{ label: BUTTONS.byText, request: { command, options: { ...rest, order: 'text' } } }];
}
