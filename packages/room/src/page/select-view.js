import { el } from './el.js';
import { icon } from './icon.js';

const PLACEHOLDERS = {
  3: 'Make a selection',
  5: 'Select a user',
  6: 'Select a role',
  7: 'Select a user or role',
  8: 'Select a channel',
};

/**
 * Shows a select menu as a button that opens a list: arrow keys, Home, End, Enter or a first letter choose; Escape leaves it. Where
 * several values are allowed, they are sent when the list is left.
 *
 * @param {object} select a component of type 3, 5, 6, 7 or 8
 * @param {import('./component-view.js').ComponentContext} context
 */
export function selectView(select, context) {
  const entries = select.type === 3 ? select.options : context.entries(select);
  const most = select.max_values ?? 1;
  const least = select.min_values ?? 1;
  const defaults = new Set((select.default_values ?? []).map(({ id }) => id));
  const chosen = new Set(
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

  const show = () => {
    const labels = entries.filter((entry) => chosen.has(entry.value)).map((entry) => entry.label);
    shown.textContent = labels.join(', ') || placeholder;
    shown.classList.toggle('placeholder', labels.length === 0);
    button.setAttribute('aria-label', `${placeholder}${labels.length > 0 ? `: ${labels.join(', ')}` : ''}`);
    items.forEach((item, index) => item.setAttribute('aria-selected', String(chosen.has(entries[index].value))));
  };
  const activate = (index) => {
    active = Math.max(0, Math.min(items.length - 1, index));
    items.forEach((item, place) => item.classList.toggle('active', place === active));
    if (items[active]) list.setAttribute('aria-activedescendant', items[active].id);
  };
  const open = () => {
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
  const close = () => {
    if (list.hidden) return;
    const focused = list.contains(document.activeElement);
    list.hidden = true;
    button.setAttribute('aria-expanded', 'false');
    if (focused) button.focus();
    if (most > 1 && chosen.size >= least && [...chosen].join('\n') !== before) context.use(select, [...chosen]);
  };
  const pick = (index) => {
    const { value } = entries[index];
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
    if (!wrapper.contains(event.relatedTarget)) close();
  });
  list.addEventListener('keydown', (event) => {
    const moves = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: items.length - 1 };
    if (event.key in moves) activate(moves[event.key]);
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
