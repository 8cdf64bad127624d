/** Marks what the address names, ranges included, and copies quotes and citations. */

const RANGE = /^(p|fig)(\d+)(?:\.(\d+))?-(\d+)$/;
const status = document.querySelector('.status');
let clearing;

for (const tools of document.querySelectorAll('.tools')) tools.hidden = false;
document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-copy]');
  if (button) void copy(button);
});
// Going back to an address with another query changes the state alone.
addEventListener('popstate', mark);
addEventListener('hashchange', () => {
  keepEdition();
  mark();
});
mark();
tellEdition();

/** CSS marks single passages by itself; a range has no element of its own. */
function mark() {
  for (const element of document.querySelectorAll('.marked')) element.classList.remove('marked');
  const name = decodeURIComponent(location.hash.slice(1));
  const elements = elementsOf(name);
  for (const element of elements) element.classList.add('marked');
  const first = elements[0] ?? document.getElementById(name);
  if (!first) return;
  first.scrollIntoView({ block: 'center' });
  if (!first.hasAttribute('tabindex')) first.setAttribute('tabindex', '-1');
  first.focus({ preventScroll: true });
}

function elementsOf(name) {
  const match = RANGE.exec(name);
  if (!match) return [];
  const [, prefix, block, sentence, to] = match;
  const from = Number(sentence ?? block);
  const ids = Array.from({ length: Math.max(0, Math.min(Number(to) - from + 1, 1000)) }, (_, index) =>
    sentence === undefined ? `${prefix}${from + index}` : `${prefix}${block}.${from + index}`,
  );
  return ids.map((id) => document.getElementById(id)).filter((element) => element !== null);
}

async function copy(button) {
  const passage = button.closest('.passage');
  try {
    await navigator.clipboard.writeText(`${button.dataset.text}\n${addressOf(passage)}`);
    say(button.dataset.copy === 'quote' ? 'Quote copied' : 'Citation copied');
  } catch {
    say('The browser did not allow copying');
  }
}

function addressOf(passage) {
  return `${location.origin === 'null' ? '' : location.origin}${location.pathname}?edition=${shownEdition()}#${passage.id}`;
}

function shownEdition() {
  return document.querySelector('article').dataset.edition;
}

/** Says of a link to a passage that names no edition, or another one than is shown, what may be different. */
function tellEdition() {
  const notice = document.querySelector('.notice');
  const name = decodeURIComponent(location.hash.slice(1));
  if (name === '' || name.startsWith(':~:') || name === 'timeline' || !notice.hidden) return;
  const named = new URLSearchParams(location.search).get('edition')?.slice(0, 8);
  const shown = shownEdition();
  if (named === shown) return;
  const changed = document.querySelector('article').dataset.changed.split(' ').includes(name)
    ? ' This passage reads differently in an earlier edition.'
    : '';
  notice.textContent =
    named === undefined
      ? `This link names no edition; this is the present one, ${shown}.${changed}`
      : `This link names edition ${named}; this is edition ${shown}.${changed}`;
  notice.hidden = false;
}

/** Keeps the edition in the address when a link within the page has been followed, so that the address can be shared. */
function keepEdition() {
  const query = new URLSearchParams(location.search);
  if (query.has('edition') || location.protocol === 'file:') return;
  history.replaceState(null, '', `?edition=${shownEdition()}${location.hash}`);
}

function say(text) {
  clearTimeout(clearing);
  status.textContent = text;
  clearing = setTimeout(() => (status.textContent = ''), 2500);
}
