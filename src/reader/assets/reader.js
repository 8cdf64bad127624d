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
  tellMissing();
});
mark();
tellMissing();
tellEdition();
startFind();

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
  return idsOf(name)
    .map((id) => document.getElementById(id))
    .filter((element) => element !== null);
}

/** Lists the ids of a range's passages; none for what is no range. */
function idsOf(name) {
  const match = RANGE.exec(name);
  if (!match) return [];
  const [, prefix, block, sentence, to] = match;
  const from = Number(sentence ?? block);
  return Array.from({ length: Math.max(0, Math.min(Number(to) - from + 1, 1000)) }, (_, index) =>
    sentence === undefined ? `${prefix}${from + index}` : `${prefix}${block}.${from + index}`,
  );
}

async function copy(button) {
  const passage = button.closest('.passage');
  const cited = citedSentences(passage);
  const text =
    cited && button.dataset.copy === 'quote' ? quoteOf(cited, button.dataset.text, passage) : button.dataset.text;
  try {
    await navigator.clipboard.writeText(`${text}\n${addressOf(cited ? cited.id : passage.id)}`);
    say(button.dataset.copy === 'quote' ? 'Quote copied' : 'Citation copied');
  } catch {
    say('The browser did not allow copying');
  }
}

/** Returns the sentences of a passage that the address cites, as text with its id; undefined if it cites none or all. */
function citedSentences(passage) {
  const all = [...passage.querySelectorAll('.sentence')];
  const cited = all.filter((sentence) => sentence.matches(':target, .marked'));
  if (cited.length === 0 || cited.length === all.length) return undefined;
  const range = document.createRange();
  range.setStartBefore(cited[0]);
  range.setEndAfter(cited.at(-1));
  const [from, to] = [cited[0], cited.at(-1)].map(({ id }) => id.slice(id.lastIndexOf('.') + 1));
  const sentences = from === to ? from : `${from}-${to}`;
  return { text: range.toString(), sentences, id: `${passage.id}.${sentences}` };
}

/** Puts sentences in the place of their passage in its quote, which ends with the handle. */
function quoteOf({ text, sentences }, whole, { dataset: { handle } }) {
  const source = whole.slice(whole.lastIndexOf('\n— '));
  const [before] = source.split(handle);
  return `“${text}”${before}${handle.replace(/@/, `.${sentences}@`)}`;
}

function addressOf(fragment) {
  return `${location.origin === 'null' ? '' : location.origin}${location.pathname}?edition=${shownEdition()}#${fragment}`;
}

function shownEdition() {
  return document.querySelector('article').dataset.edition;
}

/** Says that the address names a passage which the article does not have. */
function tellMissing() {
  const notice = document.querySelector('.notice');
  const name = decodeURIComponent(location.hash.slice(1));
  if (notice.classList.contains('missing')) notice.hidden = true;
  notice.classList.remove('missing');
  if (name === '' || name.includes(':~:') || document.getElementById(name)) return;
  const ids = idsOf(name);
  if (ids.length > 0 && elementsOf(name).length === ids.length) return;
  const shown = name.slice(0, 40);
  notice.textContent =
    elementsOf(name).length > 0
      ? `This edition does not have all the passages that the link names (${shown}); the others are marked.`
      : `This edition has no passage ${shown}, which the link names.`;
  notice.classList.add('missing');
  notice.hidden = false;
  if (elementsOf(name).length === 0) notice.scrollIntoView({ block: 'center' });
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

/** Finds words in the sentences; Enter goes to the next one. Without the script, the browser's own search does. */
function startFind() {
  const form = document.querySelector('.find');
  if (!form) return;
  const field = form.querySelector('input');
  const count = form.querySelector('.count');
  const sentences = [...document.querySelectorAll('article .sentence, article h1, article h2, article h3')];
  let found = [];
  let at = -1;
  form.hidden = false;
  field.addEventListener('input', () => {
    const words = folded(field.value);
    for (const sentence of found) sentence.classList.remove('found', 'current');
    found = words === '' ? [] : sentences.filter(({ textContent }) => folded(textContent).includes(words));
    for (const sentence of found) sentence.classList.add('found');
    at = -1;
    count.textContent =
      words === ''
        ? ''
        : found.length === 0
          ? 'Not found'
          : `In ${found.length} ${found.length === 1 ? 'place' : 'places'}`;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (found.length === 0) return;
    found[at]?.classList.remove('current');
    at = (at + 1) % found.length;
    found[at].classList.add('current');
    found[at].scrollIntoView({ block: 'center' });
    count.textContent = `${at + 1} of ${found.length}`;
  });
}

function folded(text) {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
