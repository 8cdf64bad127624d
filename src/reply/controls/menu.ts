import { ComponentType, type APIStringSelectComponent } from 'discord-api-types/v10';
import type { Answer } from '../../answer/answer.ts';
import { EXPORT_CHOICES } from '../export/exportChoices.ts';
import { FORMAT_CHOICES } from './formatChoices.ts';
import { truncate } from '../truncate.ts';
import { SELECT_MAX_OPTIONS, SELECT_PLACEHOLDER_MAX_CHARS, SELECT_TEXT_MAX_CHARS } from '../limits.ts';
import { mainQuote } from '../mainQuote.ts';
import type { Page } from '../paginate.ts';
import type { PartChoice } from '../parts/part.ts';
import { handleOf } from '../parts/renderContext.ts';
import { citeAs, exportAs, menuPlaceholder, MENU_WORDS } from '../words/controlWords.ts';
import type { ActionContext } from './action.ts';
import { isList } from './actions.ts';
import { correctionChoices } from './otherRequests.ts';
import { type Encode, type Request, REQUESTS_MENU } from './request.ts';

/** An entry with the request that it makes. */
interface Entry {
  readonly choice: Omit<PartChoice, 'value'>;
  readonly request: Request;
}

const PASSAGES = { command: 'quote', chosen: 'text', words: MENU_WORDS.passages };
/** What the choices of a page do, and what they are called. */
const CHOICES: Partial<
  Record<Answer['kind'], { readonly command: string; readonly chosen: string; readonly words: string }>
> = {
  excerpts: PASSAGES,
  events: PASSAGES,
  verdict: PASSAGES,
  verdicts: PASSAGES,
  nothing: PASSAGES,
  outline: { command: 'section', chosen: 'name', words: MENU_WORDS.sections },
  sources: { command: 'section', chosen: 'article', words: MENU_WORDS.articles },
};

interface MenuOptions {
  readonly context: ActionContext;
  /** Entries for the buttons that have no place in the row. */
  readonly rest: readonly PartChoice[];
  readonly encode: Encode;
}

/** Builds the one select of a page: what has no button, the passages on it, and other forms to get them in. */
export function menu(
  answer: Answer,
  page: Page,
  { context, rest, encode }: MenuOptions,
): APIStringSelectComponent | undefined {
  const groups = [
    { words: MENU_WORDS.more, entries: rest },
    {
      words: CHOICES[answer.kind]?.words ?? MENU_WORDS.choose,
      entries: encoded(choices(answer, page, context), encode),
    },
    { words: MENU_WORDS.exports, entries: encoded(exportForms(answer, context), encode) },
    { words: MENU_WORDS.citations, entries: encoded(citationForms(answer, page, context), encode) },
  ].filter(({ entries }) => entries.length > 0);
  if (groups.length === 0) return undefined;
  return {
    type: ComponentType.StringSelect,
    custom_id: REQUESTS_MENU,
    placeholder: truncate(menuPlaceholder(groups.map(({ words }) => words)), SELECT_PLACEHOLDER_MAX_CHARS),
    options: groups
      .flatMap(({ entries }) => entries)
      .slice(0, SELECT_MAX_OPTIONS)
      .map(shortened),
  };
}

function encoded(entries: readonly Entry[], encode: Encode): readonly PartChoice[] {
  return entries.flatMap(({ choice, request }) => {
    const value = encode(request);
    return value === undefined || value.length > SELECT_TEXT_MAX_CHARS ? [] : [{ ...choice, value }];
  });
}

function choices(answer: Answer, page: Page, context: ActionContext): readonly Entry[] {
  if (answer.kind === 'invalid') return correctionChoices(answer, context);
  const kind = CHOICES[answer.kind];
  // A single passage has its own buttons, unless they cannot carry the request.
  if (!kind || (kind === PASSAGES && page.choices.length < 2 && !('message' in context.request.options))) return [];
  const { command, chosen } = kind;
  const rest = answer.kind === 'outline' ? { article: answer.article } : {};
  return page.choices.map(({ value, ...choice }) => ({
    choice,
    request: { command, options: { ...rest, [chosen]: value } },
  }));
}

function citationForms(answer: Answer, page: Page, context: ActionContext): readonly Entry[] {
  const main = isPassage(answer) && !isList(context) ? mainQuote(page)?.excerpt : undefined;
  const excerpt = answer.kind === 'citation' ? answer.excerpt : main;
  if (!excerpt) return [];
  const shown = answer.kind === 'citation' ? answer.format : undefined;
  return FORMAT_CHOICES.filter(({ value }) => value !== shown).map(({ label, value: format }) => ({
    choice: { label: citeAs(excerpt.reference, label) },
    request: { command: 'cite', options: { reference: handleOf(excerpt), format } },
  }));
}

/** Whether the page mainly shows a passage, rather than a list. */
function isPassage(answer: Answer): boolean {
  return answer.kind === 'excerpts' || (answer.kind === 'events' && answer.events.length === 1);
}

function exportForms(answer: Answer, { request: { command, options } }: ActionContext): readonly Entry[] {
  if (answer.kind !== 'events' || command !== 'event') return [];
  return EXPORT_CHOICES.filter(({ value }) => value !== options['export']).map(({ label, value }) => ({
    choice: { label: exportAs(label) },
    request: { command, options: { ...options, export: value } },
  }));
}

function shortened({ label, description, value }: PartChoice): PartChoice {
  const option = { label: truncate(label, SELECT_TEXT_MAX_CHARS), value };
  return description === undefined ? option : { ...option, description: truncate(description, SELECT_TEXT_MAX_CHARS) };
}
