import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { el } from '../el.ts';
import { icon } from '../icon.ts';
import type { Names } from '../names.ts';

const PLACEHOLDERS = {
  3: 'Make a selection',
  5: 'Select a user',
  6: 'Select a role',
  7: 'Select a user or role',
  8: 'Select a channel',
} as const;

/** One value that a select menu offers. */
export interface SelectEntry {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly default?: boolean;
  readonly emoji?: { readonly name?: string | null };
}

/** A select menu that offers people, roles or channels. */
export type EntitySelect = Exclude<APISelectMenuComponent, { readonly options: unknown }>;

/** A button or select menu as it was used. */
export interface UsedComponent {
  readonly type: number;
  readonly custom_id: string;
}

export interface SelectContext {
  readonly names: Names;
  /** The `custom_id` that waits for the bot; all others are disabled meanwhile. */
  readonly pending: string | undefined;
  readonly use: (component: UsedComponent, values?: readonly string[]) => void;
  /** What a select of people, roles or channels offers. */
  readonly entries: (select: EntitySelect) => readonly SelectEntry[];
}

/**
 * Shows a select menu as a button that opens a list: arrow keys, Home, End, Enter or a first letter choose; Escape leaves it. If
 * several values are allowed, they are sent when the list is left.
 */
export function selectView(select: APISelectMenuComponent, context: SelectContext): HTMLElement {
  const entries: readonly SelectEntry[] = select.type === 3 ? select.options : context.entries(select);
  const most = select.max_values ?? 1;
  const least = select.min_values ?? 1;
  const defaults = new Set(select.type === 3 ? [] : (select.default_values ?? []).map(({ id }) => id));
  const chosen = new Set<string>(
    entries.filter((entry) => entry.default || defaults.has(entry.value)).map((entry) => entry.value),
  );
  const before = [...chosen].join('\n');
  const waiting = context.pending !== undefined && context.pending === select.custom_id;
  const placeholder = select.placeholder ?? PLACEHOLDERS[select.type];

  const shown = el('span.select-shown');
  const button = el(
    `button.select-button${waiting ? '.waiting' : ''}`,
    {
      type: 'button',
      'aria-haspopup': 'listbox',
      'aria-expanded': 'false',
      'aria-busy': waiting ? 'true' : undefined,
      'data-key': select.custom_id,
      disabled: select.disabled,
    },
    shown,
    icon('chevron'),
  );
  const list = el('ul.select-list', {
    role: 'listbox',
    tabindex: -1,
    'aria-label': placeholder,
    'aria-multiselectable': most > 1 ? 'true' : undefined,
    hidden: true,
  });
  const wrapper = el('div.select', {}, button, list);
  let active = 0;

  const items = entries.map((entry, index) => {
    const item = el(
      'li',
      { role: 'option', id: `option-${crypto.randomUUID()}` },
      entry.emoji?.name ? el('span.emoji', {}, entry.emoji.name) : null,
      el('span.select-label', {}, entry.label, entry.description ? el('small', {}, entry.description) : null),
      icon('check'),
    );
    item.addEventListener('click', () => pick(index));
    item.addEventListener('pointermove', () => activate(index));
    return item;
  });
  list.append(...items);

  const show = (): void => {
    const labels = entries.filter((entry) => chosen.has(entry.value)).map((entry) => entry.label);
    shown.textContent = labels.join(', ') || placeholder;
    shown.classList.toggle('placeholder', labels.length === 0);
    button.setAttribute('aria-label', `${placeholder}${labels.length > 0 ? `: ${labels.join(', ')}` : ''}`);
    items.forEach((item, index) => item.setAttribute('aria-selected', String(chosen.has(entries[index]!.value))));
  };
  const activate = (index: number): void => {
    active = Math.max(0, Math.min(items.length - 1, index));
    items.forEach((item, place) => item.classList.toggle('active', place === active));
    const item = items[active];
    if (item) list.setAttribute('aria-activedescendant', item.id);
  };
  const open = (): void => {
    if (context.pending !== undefined) return;
    list.hidden = false;
    button.setAttribute('aria-expanded', 'true');
    wrapper.classList.toggle('upward', button.getBoundingClientRect().bottom > window.innerHeight - 300);
    activate(
      Math.max(
        0,
        entries.findIndex((entry) => chosen.has(entry.value)),
      ),
    );
    list.focus();
    items[active]?.scrollIntoView({ block: 'nearest' });
  };
  const close = (): void => {
    if (list.hidden) return;
    const focused = list.contains(document.activeElement);
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (focused) button.focus();
    if (most > 1 && chosen.size >= least && [...chosen].join('\n') !== before) context.use(select, [...chosen]);
  };
  const pick = (index: number): void => {
    const value = entries[index]?.value;
    if (value === undefined) return;
    if (most === 1) {
      chosen.clear();
      chosen.add(value);
      show();
      close();
      context.use(select, [value]);
    } else {
      if (!chosen.delete(value) && chosen.size < most) chosen.add(value);
      show();
    }
  };

  button.addEventListener('click', () => (list.hidden ? open() : close()));
  button.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      open();
    }
  });
  list.addEventListener('focusout', (event) => {
    if (!wrapper.contains(event.relatedTarget as Node | null)) close();
  });
  list.addEventListener('keydown', (event) => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      Home: 0,
      End: items.length - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) activate(move);
    else if (event.key === 'Enter' || event.key === ' ') pick(active);
    else if (event.key === 'Escape') close();
    else if (event.key.length === 1) {
      const found = entries.findIndex((entry) => entry.label.toLowerCase().startsWith(event.key.toLowerCase()));
      if (found !== -1) activate(found);
    } else return;
    event.preventDefault();
    event.stopPropagation();
    items[active]?.scrollIntoView({ block: 'nearest' });
  });
  show();
  return wrapper;
}
