import { el } from './el.js';

/**
 * @typedef {{label: Node | string, detail?: string, icon?: Node, pick: () => void}} Suggestion
 */

/**
 * Makes the list above the composer that offers commands, people and values. The field keeps the focus and names the active entry by
 * `aria-activedescendant`.
 *
 * @param {HTMLElement} panel
 */
export function createSuggestions(panel) {
  let field;
  let entries = [];
  let active = -1;

  const heading = el('div.suggestions-title', { id: 'suggestions-title' });
  const list = el('ul', { role: 'listbox', id: 'suggestions', 'aria-labelledby': 'suggestions-title' });
  panel.append(heading, list);
  // The field must not lose the focus to a click on its own suggestions.
  panel.addEventListener('pointerdown', (event) => event.preventDefault());

  function activate(index) {
    active = index;
    [...list.children].forEach((item, place) => {
      item.classList.toggle('active', place === active);
      item.setAttribute('aria-selected', String(place === active));
    });
    const item = list.children[active];
    if (item) {
      field.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    } else field.removeAttribute('aria-activedescendant');
  }

  /** Only a combobox may say that it is expanded; the message field is a plain text box. */
  function expand(owner, open) {
    if (owner.getAttribute('role') === 'combobox') owner.setAttribute('aria-expanded', String(open));
  }

  function close() {
    if (!field) return;
    field.removeAttribute('aria-activedescendant');
    expand(field, false);
    field = undefined;
    entries = [];
    panel.hidden = true;
  }

  return {
    /** @param {{title: string, entries: Suggestion[], active?: number}} shown `active` -1 highlights none */
    open(owner, shown) {
      if (field && field !== owner) close();
      if (shown.entries.length === 0) {
        close();
        return;
      }
      field = owner;
      entries = shown.entries;
      heading.textContent = shown.title;
      list.replaceChildren(
        ...entries.map((entry, index) => {
          const item = el(
            'li',
            { role: 'option', id: `suggestion-${index}` },
            entry.icon ?? null,
            el('span.suggestion-label', {}, entry.label),
            entry.detail ? el('span.suggestion-detail', {}, entry.detail) : null,
          );
          item.addEventListener('click', () => entry.pick());
          return item;
        }),
      );
      owner.setAttribute('aria-controls', 'suggestions');
      expand(owner, true);
      panel.hidden = false;
      activate(Math.min(shown.active ?? 0, entries.length - 1));
    },
    close,
    isOpen: (owner) => field !== undefined && (owner === undefined || owner === field),
    /** Takes the keys that belong to an open list; says whether it did. */
    key(event) {
      if (!field) return false;
      if (event.key === 'ArrowDown') activate((active + 1) % entries.length);
      else if (event.key === 'ArrowUp') activate((Math.max(active, 0) - 1 + entries.length) % entries.length);
      else if (event.key === 'Escape') close();
      else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && active >= 0)
        entries[active].pick();
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
