import type { Answer, AnswerOf } from '../../answer/answer.ts';
import type { Page } from '../paginate.ts';
import { areMatches } from '../parts/excerptParts.ts';
import { isUsable } from '../words/citation.ts';
import { BUTTONS } from '../words/controlWords.ts';
import { type Action, type ActionContext, quoteOf } from './action.ts';
import { corrections, furtherQuotations, lengths, searchesElsewhere } from './otherRequests.ts';
import { actionsAround, sectionSteps, surroundings } from './passageActions.ts';

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

/** Lists the buttons of a page in order: where to continue, what else to see, and who to show it to. */
export function actions(answer: Answer, page: Page, context: ActionContext): readonly Action[] {
  const main = page.quotes[0]?.excerpt;
  const link = main && !isList(context) ? context.links(main) : undefined;
  return [
    ...paging(answer, context),
    ...ownActions(answer, page, context),
    ...(context.hidden && POSTABLE.has(answer.kind)
      ? [
          {
            label: BUTTONS.post,
            request: { ...context.request, page: context.position.number, post: true as const },
          },
        ]
      : []),
    ...(isUsable(link) ? [{ label: BUTTONS.reader, url: link }] : []),
  ];
}

function ownActions(answer: Answer, page: Page, context: ActionContext): readonly Action[] {
  switch (answer.kind) {
    case 'excerpts':
      if (isList(context)) return [];
      return context.request.command === 'section' ? sectionSteps(page, context) : actionsAround(page, context);
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
      return page.quotes
        .slice(0, 1)
        .map(({ excerpt }) => ({ label: BUTTONS.paragraph, request: quoteOf(excerpt, 'paragraph') }));
    case 'events':
      return eventActions(answer, page, context);
    case 'verdicts':
      return furtherQuotations(answer, context);
    case 'dates':
    case 'outline':
    case 'sources':
    case 'schedules':
    case 'notice':
      return [];
    default:
      return answer satisfies never;
  }
}

/** Unrelated passages: buttons could not say which one they mean, so the select is used. */
function isList({ request: { command, options }, position: { number } }: ActionContext): boolean {
  return 'message' in options || (command === 'ask' && number > 1);
}

function paging(answer: Answer, { request, position: { number, of } }: ActionContext): readonly Action[] {
  const matches = answer.kind === 'excerpts' && answer.excerpts.length > 1 && areMatches(answer, { request });
  const [previous, following] = matches
    ? [BUTTONS.previousMatch, BUTTONS.nextMatch]
    : [BUTTONS.previousPage, BUTTONS.nextPage];
  const next = request.command === 'ask' && number === 1 ? BUTTONS.morePassages : following;
  return [
    ...(number > 1 ? [{ label: previous, request: { ...request, page: number - 1 } }] : []),
    ...(number < of ? [{ label: next, request: { ...request, page: number + 1 } }] : []),
  ];
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
