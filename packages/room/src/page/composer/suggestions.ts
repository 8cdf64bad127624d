import { el } from '../el.ts';

/** One entry of the list. */
interface Suggestion {
  readonly label: Node | string;
  readonly detail?: string;
  readonly pick: () => void;
}

/** A list to show; `active` is the entry that is highlighted, the first by default, -1 for none. */
interface SuggestionList {
  readonly title: string;
  readonly entries: readonly Suggestion[];
  readonly active?: number;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The list above the composer that offers commands, people and values. */
export interface Suggestions {
  /** Shows a list for a field; an empty one closes it. */
  readonly open: (owner: Field, shown: SuggestionList) => void;
  readonly close: () => void;
  /** Takes the keys that belong to an open list; returns whether it did. */
  readonly key: (event: KeyboardEvent) => boolean;
}

/** Makes the list in a panel. The field keeps the focus and names the active entry by `aria-activedescendant`. */
export function createSuggestions(panel: HTMLElement): Suggestions {
  let field: Field | undefined;
  let entries: readonly Suggestion[] = [];
  let active = -1;

  const heading = el('div.suggestions-title', { id: 'suggestions-title' });
  const list = el('ul', { role: 'listbox', id: 'suggestions', 'aria-labelledby': 'suggestions-title' });
  panel.append(heading, list);
  // The field must not lose the focus to a click on its own suggestions.
  panel.addEventListener('pointerdown', (event) => event.preventDefault());

  function activate(index: number): void {
    active = index;
    [...list.children].forEach((item, place) => {
      item.classList.toggle('active', place === active);
      item.setAttribute('aria-selected', String(place === active));
    });
    const item = list.children[active];
    if (item) {
      field?.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    } else field?.removeAttribute('aria-activedescendant');
  }

  /** Only a combobox may say that it is expanded; the message field is a plain text box. */
  function expand(owner: Field, open: boolean): void {
    if (owner.getAttribute('role') === 'combobox') owner.setAttribute('aria-expanded', String(open));
  }

  function close(): void {
    if (!field) return;
    field.removeAttribute('aria-activedescendant');
    expand(field, false);
    field = undefined;
    entries = [];
    panel.hidden = true;
  }

  return {
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
    key(event) {
      if (!field) return false;
      if (event.key === 'ArrowDown') activate((active + 1) % entries.length);
      else if (event.key === 'ArrowUp') activate((Math.max(active, 0) - 1 + entries.length) % entries.length);
      else if (event.key === 'Escape') close();
      else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && active >= 0)
        entries[active]?.pick();
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  };
}
