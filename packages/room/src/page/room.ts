import { element } from './element.ts';
import { icon } from './icon.ts';
import { startDrawer } from './drawer.ts';
import { refreshTimestamps } from './markdown/renderMarkdown.ts';
import { createPage } from './page.ts';
import { startTheme } from './theme.ts';

/** How often what depends on the time is drawn again, in milliseconds. */
const REFRESH_MS = 5000;

const page = createPage();
startDrawer();
startTheme(element('theme'));

element('to-end').prepend(icon('down'));
element('to-end').addEventListener('click', page.toEnd);
element('member').addEventListener('click', page.openMemberMenu);
document.querySelector('.skip')?.addEventListener('click', (event) => {
  event.preventDefault();
  page.focus();
});
window.addEventListener('hashchange', () => {
  page.show();
  if (!location.hash.includes('/') && matchMedia('(pointer: fine)').matches) page.focus();
});
// Typing while nothing takes text goes to the composer, as in other chat apps.
document.addEventListener('keydown', ({ target, key, ctrlKey, metaKey, altKey }) => {
  const free = target === document.body || (target instanceof Element && target.matches('.message, .scroller'));
  if (free && key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey) page.focus();
});
setInterval(() => {
  refreshTimestamps(document, Date.now());
  page.showTyping();
}, REFRESH_MS);
void page.enter();
