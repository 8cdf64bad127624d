import { el } from './el.ts';

/** Where a menu opens: at a point, or below an element. */
export type MenuPlace = { readonly x: number; readonly y: number } | HTMLElement;

export interface MenuItem {
  readonly label: string;
  readonly detail?: string;
  readonly icon?: Node;
  /** Whether it is the chosen one, in a menu of which one item is. */
  readonly checked?: boolean;
  readonly danger?: boolean;
  readonly choose: () => void;
}

export interface Menu {
  readonly label: string;
  /** Those without items are left out. */
  readonly groups: readonly { readonly title?: string; readonly items: readonly MenuItem[] }[];
}

/**
 * Opens a menu. Arrow keys, Home and End move; a letter jumps to the next entry that begins with it; Enter chooses; Escape and Tab close. The
 * focus returns to where it was.
 */
export function openMenu(at: MenuPlace, { label, groups }: Menu): void {
  const before = document.activeElement;
  const root = el('div.menu', { role: 'menu', 'aria-label': label, tabindex: -1 });
  const items: HTMLElement[] = [];
  for (const { title, items: entries } of groups.filter((group) => group.items.length > 0)) {
    const group = el(
      'div.menu-group',
      { role: 'group', 'aria-label': title ?? label },
      title ? el('div.menu-title', { 'aria-hidden': 'true' }, title) : null,
    );
    for (const entry of entries) {
      const item = el(
        `button.menu-item${entry.danger ? '.danger-text' : ''}`,
        {
          type: 'button',
          role: entry.checked === undefined ? 'menuitem' : 'menuitemradio',
          'aria-checked': entry.checked === undefined ? undefined : String(entry.checked),
          tabindex: -1,
          onclick: () => {
            close();
            entry.choose();
          },
        },
        entry.icon ?? null,
        el('span.menu-label', {}, entry.label, entry.detail ? el('small', {}, entry.detail) : null),
      );
      items.push(item);
      group.append(item);
    }
    root.append(group);
  }

  function close({ refocus = true }: { readonly refocus?: boolean } = {}): void {
    if (!root.isConnected) return;
    document.removeEventListener('pointerdown', outside, true);
    window.removeEventListener('resize', onResize);
    root.remove();
    if (at instanceof HTMLElement) at.setAttribute('aria-expanded', 'false');
    if (refocus && before instanceof HTMLElement && before.isConnected) before.focus();
  }
  const onResize = (): void => close();
  const outside = (event: Event): void => {
    if (!root.contains(event.target as Node)) close({ refocus: false });
  };

  root.addEventListener('keydown', (event) => {
    const index = items.findIndex((item) => item === document.activeElement);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (index + 1) % items.length,
      ArrowUp: (index - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const next = items[moves[event.key] ?? -1];
    if (next) next.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (event.key.length === 1 && event.key !== ' ') {
      const key = event.key.toLowerCase();
      const round = [...items.slice(index + 1), ...items.slice(0, index + 1)];
      round.find((item) => item.textContent.toLowerCase().startsWith(key))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  root.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !root.contains(event.relatedTarget as Node)) close({ refocus: false });
  });

  document.querySelector('main')?.append(root);
  place(root, at);
  if (at instanceof HTMLElement) at.setAttribute('aria-expanded', 'true');
  document.addEventListener('pointerdown', outside, true);
  window.addEventListener('resize', onResize);
  (items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
}

function place(root: HTMLElement, at: MenuPlace): void {
  const { width, height } = root.getBoundingClientRect();
  const box =
    at instanceof HTMLElement
      ? at.getBoundingClientRect()
      : { left: at.x, right: at.x + width, top: at.y, bottom: at.y };
  const left = at instanceof HTMLElement && box.left + width > window.innerWidth - 8 ? box.right - width : box.left;
  const below = box.bottom + 4 + height <= window.innerHeight - 8;
  root.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
  root.style.top = `${Math.max(8, below ? box.bottom + 4 : box.top - height - 4)}px`;
}
