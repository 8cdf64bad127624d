/** Marks what the address names, ranges included, and copies quotes and citations. */

const RANGE = /^(p|fig)(\d+)(?:\.(\d+))?-(\d+)$/;
const status = document.querySelector('.status');
let clearing;

for (const tools of document.querySelectorAll('.tools')) tools.hidden = false;
document.addEventListener('click', (event) => {
  const button = event.target.closest('button[data-copy]');
  if (button) void copy(button);
});
addEventListener('hashchange', mark);
mark();

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
  return `${location.origin === 'null' ? '' : location.origin}${location.pathname}#${passage.id}`;
}

function say(text) {
  clearTimeout(clearing);
  status.textContent = text;
  clearing = setTimeout(() => (status.textContent = ''), 2500);
}
