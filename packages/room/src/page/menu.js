import { el } from './el.js';

/**
 * Opens a menu at a point or below an element. Arrow keys, Home and End move, a letter finds, Enter chooses, Escape and Tab leave;
 * the focus returns to where it was.
 *
 * @param {{x: number, y: number} | Element} at
 * @param {{label: string, groups: {title?: string, items: {label: string, detail?: string, icon?: Node, checked?: boolean, danger?: boolean, choose: () => void}[]}[]}} menu
 */
export function openMenu(at, { label, groups }) {
  const before = document.activeElement;
  const root = el('div.menu', { role: 'menu', 'aria-label': label, tabindex: -1 });
  const items = [];
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

  function close({ refocus = true } = {}) {
    if (!root.isConnected) return;
    document.removeEventListener('pointerdown', outside, true);
    window.removeEventListener('resize', close);
    root.remove();
    if (at instanceof Element) at.setAttribute('aria-expanded', 'false');
    if (refocus && before instanceof HTMLElement && before.isConnected) before.focus();
  }
  const outside = (event) => {
    if (!root.contains(event.target)) close({ refocus: false });
  };

  root.addEventListener('keydown', (event) => {
    const index = items.indexOf(document.activeElement);
    const moves = {
      ArrowDown: (index + 1) % items.length,
      ArrowUp: (index - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    if (event.key in moves) items[moves[event.key]].focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (event.key.length === 1 && event.key !== ' ') {
      items.find((item) => item.textContent.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
  root.addEventListener('focusout', (event) => {
    if (event.relatedTarget && !root.contains(event.relatedTarget)) close({ refocus: false });
  });

  document.querySelector('main').append(root);
  place(root, at);
  if (at instanceof Element) at.setAttribute('aria-expanded', 'true');
  document.addEventListener('pointerdown', outside, true);
  window.addEventListener('resize', close);
  (items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0])?.focus();
}

function place(root, at) {
  const { width, height } = root.getBoundingClientRect();
  const box =
    at instanceof Element ? at.getBoundingClientRect() : { left: at.x, right: at.x + width, top: at.y, bottom: at.y };
  const left = at instanceof Element && box.left + width > window.innerWidth - 8 ? box.right - width : box.left;
  const below = box.bottom + 4 + height <= window.innerHeight - 8;
  root.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
  root.style.top = `${Math.max(8, below ? box.bottom + 4 : box.top - height - 4)}px`;
}
