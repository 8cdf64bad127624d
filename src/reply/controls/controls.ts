import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIStringSelectComponent,
} from 'discord-api-types/v10';
import type { Answer } from '../../answer/answer.ts';
import { actions } from './actions.ts';
import type { Action, ActionContext } from './action.ts';
import { menu } from './menu.ts';
import { truncate } from '../truncate.ts';
import { BUTTON_LABEL_MAX_CHARS, ROW_MAX_BUTTONS } from '../limits.ts';
import type { Page } from '../paginate.ts';
import { voteButtons } from './voteAction.ts';
import { type Encode, encodeRequest } from './request.ts';

/** Inputs of the buttons and the select below a page. */
export interface ControlsContext extends ActionContext {
  /** Options whose text is in the message. */
  readonly echoed: ReadonlySet<string>;
  /** Buttons that the message must have besides those of its answer. */
  readonly also?: readonly Action[] | undefined;
  /** Whether the answer has buttons to rate it. Default: false. */
  readonly isRated?: boolean;
}

/** Answers that can be right or wrong, and so can be rated. */
const RATED: ReadonlySet<Answer['kind']> = new Set(['excerpts', 'summary', 'events', 'verdict', 'nothing']);

/** A row of buttons, or one select. */
export type Row = APIActionRowComponent<APIButtonComponent | APIStringSelectComponent>;

/**
 * Builds one row of buttons and one select for a page. Steps come first, in places that do not move; what has no place
 * in the row is an entry of the select. Leaves out what does not fit into a `custom_id`, or repeats another control.
 */
export function controls(answer: Answer, page: Page, context: ControlsContext): readonly Row[] {
  const { also = [], isRated = false } = context;
  const encode = createEncoder(context);
  const { steps, own, listed, links } = actions(answer, page, context);
  const shown = (given: readonly Action[]) => given.flatMap((action, index) => button(action, index, encode));
  const votes = isRated && RATED.has(answer.kind) ? voteButtons(page.quotes[0]?.excerpt.article) : [];
  const [stepping, fixed, useful] = [shown(steps), [...shown(also), ...votes, ...shown(links)], shown(own)];
  const places = Math.max(0, ROW_MAX_BUTTONS - stepping.length - fixed.length);
  const row = [...stepping, ...useful.slice(0, places), ...fixed].slice(0, ROW_MAX_BUTTONS);
  const rest = [...useful.slice(places), ...shown(listed)].flatMap((each) =>
    'custom_id' in each ? [{ label: each.label ?? '', value: each.custom_id }] : [],
  );
  const select = menu(answer, page, { context, rest, encode });
  return [
    ...(row.length === 0 ? [] : [{ type: ComponentType.ActionRow as const, components: row }]),
    ...(select === undefined ? [] : [{ type: ComponentType.ActionRow as const, components: [select] }]),
  ];
}

/** Encodes the requests of one page's controls, each once; undefined for a second time, or if it is too long. */
function createEncoder({ echoed, request: shown }: ControlsContext): Encode {
  const taken = new Set<string>();
  return (request, marker) => {
    // A message's text is not stored, so the same question cannot be asked again.
    if ('message' in request.options) return undefined;
    // The repeated options that have the same text in the new request, and so can be found again for it.
    const left = new Set([...echoed].filter((option) => request.options[option] === shown.options[option]));
    const id = encodeRequest(request, { echoed: left, marker });
    if (id === undefined || taken.has(id)) return undefined;
    taken.add(id);
    return id;
  };
}

function button(action: Action, index: number, encode: Encode): readonly APIButtonComponent[] {
  const shape = { type: ComponentType.Button, label: truncate(action.label, BUTTON_LABEL_MAX_CHARS) } as const;
  if ('url' in action) return [{ ...shape, style: ButtonStyle.Link, url: action.url }];
  // Nobody can press it, but Discord wants each id once.
  if ('isOff' in action) return [{ ...shape, style: ButtonStyle.Secondary, custom_id: `off|${index}`, disabled: true }];
  const id = encode(action.request, action.marker);
  const style = action.isDanger ? ButtonStyle.Danger : action.isMain ? ButtonStyle.Primary : ButtonStyle.Secondary;
  return id === undefined ? [] : [{ ...shape, style, custom_id: id }];
}
