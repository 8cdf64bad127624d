import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APISelectMenuOption,
  type APIStringSelectComponent,
} from 'discord-api-types/v10';
import type { Answer } from '../../answer/answer.ts';
import { actions } from './actions.ts';
import type { Action, ActionContext } from './action.ts';
import { EXPORT_CHOICES } from '../export/exportChoices.ts';
import { FORMAT_CHOICES } from './formatChoices.ts';
import { truncate } from '../truncate.ts';
import {
  BUTTON_LABEL_MAX_CHARS,
  ROW_MAX_BUTTONS,
  SELECT_MAX_OPTIONS,
  SELECT_PLACEHOLDER_MAX_CHARS,
  SELECT_TEXT_MAX_CHARS,
} from '../limits.ts';
import type { Page } from '../paginate.ts';
import type { PartChoice } from '../parts/part.ts';
import { handleOf } from '../parts/renderContext.ts';
import { citeAs, MENU_WORDS } from '../words/controlWords.ts';
import { encodeRequest, type Request } from './request.ts';

/** Inputs of the buttons and selects below a page. */
export interface ControlsContext extends ActionContext {
  /** Options whose text is in the message. */
  readonly echoed: ReadonlySet<string>;
}

/** A row of buttons, or one select. */
export type Row = APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>;

/** A select: the request once an entry has filled in the option `chosen`. */
interface Menu {
  readonly request: Request;
  readonly chosen: string;
  readonly placeholder: string;
  readonly choices: readonly PartChoice[];
}

const PASSAGES = { command: 'quote', chosen: 'text', placeholder: MENU_WORDS.passages };
/** What a select with the choices of a page does. */
const MENUS: Partial<
  Record<Answer['kind'], { readonly command: string; readonly chosen: string; readonly placeholder: string }>
> = {
  excerpts: PASSAGES,
  events: PASSAGES,
  verdict: PASSAGES,
  verdicts: PASSAGES,
  nothing: PASSAGES,
  outline: { command: 'section', chosen: 'name', placeholder: MENU_WORDS.sections },
  sources: { command: 'section', chosen: 'article', placeholder: MENU_WORDS.articles },
};

/**
 * Builds the buttons and selects of a page. Leaves out any that does not fit into a `custom_id`, or repeats another.
 */
export function controls(answer: Answer, page: Page, context: ControlsContext): readonly Row[] {
  const taken = new Set<string>();
  const buttons = actions(answer, page, context).flatMap((action) => button(action, context, taken));
  const menus = [
    choiceMenu(answer, page, context.request),
    formatMenu(answer, page),
    exportMenu(answer, context),
  ].flat();
  return [...rowsOf(buttons), ...menus.flatMap((menu) => select(menu, context, taken))];
}

function button(
  action: Action,
  { echoed, request }: ControlsContext,
  taken: Set<string>,
): readonly APIButtonComponent[] {
  const text = truncate(action.label, BUTTON_LABEL_MAX_CHARS);
  if ('url' in action) return [{ type: ComponentType.Button, style: ButtonStyle.Link, label: text, url: action.url }];
  // A message's text is not stored, so the same question cannot be asked again.
  if ('message' in action.request.options) return [];
  const left = sameWords(action.request, request, echoed);
  const id = encodeRequest(action.request, { echoed: left });
  if (id === undefined || taken.has(id)) return [];
  taken.add(id);
  return [{ type: ComponentType.Button, style: ButtonStyle.Secondary, label: text, custom_id: id }];
}

/** The repeated options that have the same text in the new request, and so can be found again for it. */
function sameWords(wanted: Request, shown: Request, echoed: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...echoed].filter((option) => wanted.options[option] === shown.options[option]));
}

function rowsOf(buttons: readonly APIButtonComponent[]): readonly Row[] {
  return Array.from({ length: Math.ceil(buttons.length / ROW_MAX_BUTTONS) }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(row * ROW_MAX_BUTTONS, (row + 1) * ROW_MAX_BUTTONS),
  }));
}

function choiceMenu(answer: Answer, { choices }: Page, { options }: Request): readonly Menu[] {
  const menu = MENUS[answer.kind];
  // A single passage has its own buttons, unless they cannot carry the request.
  if (!menu || (menu === PASSAGES && choices.length < 2 && !('message' in options))) return [];
  const { command, ...rest } = menu;
  return [
    { ...rest, choices, request: { command, options: answer.kind === 'outline' ? { article: answer.article } : {} } },
  ];
}

function formatMenu(answer: Answer, { quotes }: Page): readonly Menu[] {
  const excerpt = answer.kind === 'citation' ? answer.excerpt : isPassage(answer) ? quotes[0]?.excerpt : undefined;
  if (!excerpt) return [];
  const request = { command: 'cite', options: { reference: handleOf(excerpt) } };
  const shown = answer.kind === 'citation' ? answer.format : undefined;
  const choices = FORMAT_CHOICES.filter(({ value }) => value !== shown);
  return [{ request, chosen: 'format', placeholder: citeAs(excerpt.reference), choices }];
}

/** Whether the page mainly shows a passage, rather than a list. */
function isPassage(answer: Answer): boolean {
  return answer.kind === 'excerpts' || (answer.kind === 'events' && answer.events.length === 1);
}

function exportMenu(answer: Answer, { request: { command, options } }: ControlsContext): readonly Menu[] {
  if (answer.kind !== 'events' || command !== 'event') return [];
  const choices = EXPORT_CHOICES.filter(({ value }) => value !== options['export']);
  return [{ request: { command, options }, chosen: 'export', placeholder: MENU_WORDS.exports, choices }];
}

function select(
  { request, chosen, placeholder, choices }: Menu,
  { echoed, request: shown }: ControlsContext,
  taken: Set<string>,
): readonly Row[] {
  const id = encodeRequest(request, { chosen, echoed: sameWords(request, shown, echoed) });
  const distinct = new Map(choices.map((choice) => [choice.value, choice])).values();
  const options = Array.from(distinct)
    .filter(({ value }) => value.length <= SELECT_TEXT_MAX_CHARS)
    .slice(0, SELECT_MAX_OPTIONS)
    .map(selectOption);
  if (id === undefined || taken.has(id) || options.length === 0) return [];
  taken.add(id);
  const menu: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: id,
    placeholder: truncate(placeholder, SELECT_PLACEHOLDER_MAX_CHARS),
    options,
  };
  return [{ type: ComponentType.ActionRow, components: [menu] }];
}

function selectOption({ label: text, description, value }: PartChoice): APISelectMenuOption {
  const option = { label: truncate(text, SELECT_TEXT_MAX_CHARS), value };
  return description === undefined ? option : { ...option, description: truncate(description, SELECT_TEXT_MAX_CHARS) };
}
