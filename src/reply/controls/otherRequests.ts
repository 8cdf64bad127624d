import type { AnswerOf } from '../../answer/answer.ts';
import { QUOTATIONS_MAX } from '../../answer/verify/checkQuotes.ts';
import type { PartChoice } from '../parts/part.ts';
import { BUTTONS, checkRange, CHOICES, searchIn, useValue } from '../words/controlWords.ts';
import type { Action, ActionContext } from './action.ts';
import type { Request } from './request.ts';

/** So many corrections are buttons; more are entries of a select. */
const FEW = 3;

/** Leads to the summaries that are shorter and longer. */
export function lengths({ shorter, longer }: AnswerOf<'summary'>, { request }: ActionContext): readonly Action[] {
  if (request.command !== 'summary') return [];
  const to = (length: string | undefined, label: string): readonly Action[] =>
    length === undefined ? [] : [{ label, request: { command: 'summary', options: { ...request.options, length } } }];
  return [...to(shorter, BUTTONS.shorter), ...to(longer, BUTTONS.longer)];
}

/** Runs the same search where the missing words occur. */
export function searchesElsewhere(
  { cause }: AnswerOf<'nothing'>,
  { request, articles }: ActionContext,
): readonly Action[] {
  const { command, options } = request;
  if (command !== 'ask' && command !== 'quote') return [];
  const { section: _, ...rest } = options;
  return (cause?.elsewhere ?? []).map(({ article, section }) => ({
    label: section
      ? searchIn(section.heading ?? String(section.number), { isSection: true })
      : searchIn(articles.get(article)?.title ?? article, { isSection: false }),
    request: { command, options: { ...rest, article, ...(section ? { section: String(section.number) } : {}) } },
  }));
}

/** Runs the command again with the values most similar to the invalid ones, if they are few. */
export function corrections(answer: AnswerOf<'invalid'>, context: ActionContext): readonly Action[] {
  const found = correctedRequests(answer, context);
  return found.length > FEW ? [] : found.map(({ value, request }) => ({ label: useValue(value), request }));
}

/** Does the same for many values, as entries of a select; an article by its title. */
export function correctionChoices(
  answer: AnswerOf<'invalid'>,
  context: ActionContext,
): readonly { readonly choice: Omit<PartChoice, 'value'>; readonly request: Request }[] {
  const found = correctedRequests(answer, context);
  if (found.length <= FEW) return [];
  return found.map(({ value, request }) => ({
    choice: { label: answer.option === 'article' ? (context.articles.get(value)?.title ?? value) : value },
    request,
  }));
}

function correctedRequests({ option, nearest }: AnswerOf<'invalid'>, { request }: ActionContext) {
  const { command, options } = request;
  const name = correctedOption(option, request);
  if (name === undefined) return [];
  return nearest.map((value) => ({ value, request: { command, options: { ...options, [name]: value } } }));
}

/** The option that a correction fills in: the invalid one, by the command's own name for it. */
function correctedOption(option: string, { command, options }: Request): string | undefined {
  if (option in options || option === 'article' || option === 'tag') return option;
  if (option === 'reference' && 'text' in options) return 'text';
  return option === 'section' && command === 'section' ? 'name' : undefined;
}

/** Chooses an answer to what a message asks. */
export function chosenAnswers({ choices = [] }: AnswerOf<'notice'>): readonly Action[] {
  return choices.map(({ choice, ...request }) => ({
    label: CHOICES[choice],
    request,
    ...(choice === 'delete' ? { isDanger: true as const } : {}),
  }));
}

/** Checks the remaining quotations of a message, if the message can be read again. */
export function furtherQuotations(
  { quotations = 0, checked }: AnswerOf<'verdicts'>,
  { request }: ActionContext,
): readonly Action[] {
  const { target } = request.options;
  if (target === undefined || !checked) return [];
  const [from, to] = checked;
  const before = Math.max(1, from - QUOTATIONS_MAX);
  const at = (start: number): Request => ({
    command: request.command,
    options: { target, ...(start === 1 ? {} : { from: start }) },
  });
  return [
    ...(from > 1 ? [{ label: checkRange('back', [before, from - 1]), request: at(before) }] : []),
    ...(to < quotations
      ? [{ label: checkRange('on', [to + 1, Math.min(quotations, to + QUOTATIONS_MAX)]), request: at(to + 1) }]
      : []),
  ];
}
