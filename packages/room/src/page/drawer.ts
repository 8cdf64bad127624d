import { element } from './element.ts';
import { icon } from './icon.ts';

/** Lets the list of channels open over the messages on narrow screens, and close again by Escape, a click outside, or a choice. */
export function startDrawer(): void {
  const opener = element('open-sidebar');
  const channels = element('channels');
  const show = (open: boolean): void => {
    document.body.classList.toggle('sidebar-open', open);
    opener.setAttribute('aria-expanded', String(open));
    if (open) channels.querySelector<HTMLElement>('[aria-current]')?.focus();
  };
  opener.append(icon('menu'));
  opener.addEventListener('click', () => show(true));
  element('backdrop').addEventListener('click', () => show(false));
  element('sidebar').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !document.body.classList.contains('sidebar-open')) return;
    show(false);
    opener.focus();
  });
  channels.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) show(false);
  });
}
