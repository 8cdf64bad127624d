import { matchUsages, parseCommandLine } from './command.js';
import { createCommandForm } from './command-form.js';
import { el } from './el.js';
import { icon } from './icon.js';
import { channelName, displayName } from './names.js';
import { createSuggestions } from './suggestions.js';
import { withMentions } from './mentions.js';

const MESSAGE_MAX_CHARS = 2000;
const TYPING_EVERY_MS = 8000;

/**
 * @typedef {object} ComposerActions
 * @property {() => {view: object, channel: object, usages: import('./command.js').Usage[], writable: boolean}} context
 * @property {(content: string, reply: object | undefined) => Promise<void>} send
 * @property {(usage: object, values: object[]) => Promise<void>} run
 * @property {(usage: object, values: object[]) => Promise<{name: string, value: unknown}[]>} complete
 * @property {() => void} typing
 * @property {() => void} editLast
 */

/**
 * Makes the field at the foot of the page: messages as they are typed, commands with their options after a slash.
 *
 * @param {HTMLElement} root
 * @param {ComposerActions} actions
 */
export function createComposer(root, actions) {
  let reply;
  let form;
  let typedAt = 0;

  const panel = el('div.suggestions', { hidden: true });
  const notice = el('p.composer-notice', { role: 'alert', hidden: true });
  const replying = el('div.replying', { hidden: true });
  const area = el('textarea', {
    id: 'message',
    rows: 1,
    'aria-label': 'Message',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
  });
  const count = el('span.count', { 'aria-live': 'polite' });
  const send = el(
    'button.icon-button.send',
    { type: 'button', 'aria-label': 'Send message', title: 'Send' },
    icon('send'),
  );
  const slash = el(
    'button.icon-button',
    { type: 'button', 'aria-label': 'Use a command', title: 'Commands' },
    icon('app'),
  );
  const plain = el('div.plain', {}, slash, area, count, send);
  const box = el('div.composer-box', {}, replying, plain);
  root.append(panel, notice, box);
  const suggestions = createSuggestions(panel);

  function tell(text) {
    notice.textContent = text ?? '';
    notice.hidden = !text;
  }

  function openForm(usage, values = {}) {
    suggestions.close();
    tell();
    form?.root.remove();
    form = createCommandForm(usage, {
      suggestions,
      tell,
      context: actions.context,
      complete: actions.complete,
      submit: async (given) => {
        await actions.run(usage, given);
        closeForm();
      },
      cancel: (text) => closeForm(text),
    });
    plain.hidden = true;
    box.append(form.root);
    form.fill(values);
  }

  function closeForm(text = '') {
    suggestions.close();
    tell();
    form?.root.remove();
    form = undefined;
    plain.hidden = false;
    area.value = text;
    resize();
    area.focus();
    if (text) suggest();
  }

  function resize() {
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, 240)}px`;
    const left = MESSAGE_MAX_CHARS - area.value.length;
    count.textContent = left < 200 ? String(left) : '';
    count.classList.toggle('over', left < 0);
    send.disabled = area.value.trim() === '' || left < 0;
  }

  function suggest() {
    const { usages, view } = actions.context();
    const before = area.value.slice(0, area.selectionStart);
    const typed = /^\/([^\n]*)$/.exec(before);
    if (typed) {
      const entries = matchUsages(usages, typed[1]).map((usage) => ({
        label: `/${usage.name}`,
        detail: usage.description,
        pick: () => openForm(usage),
      }));
      return suggestions.open(area, { title: 'Commands', entries });
    }
    const name = /(?:^|\s)([@#])([^\s@#]*)$/.exec(before);
    if (!name) return suggestions.close();
    const wanted = name[2].toLowerCase();
    const found = (
      name[1] === '@'
        ? view.users.map(displayName)
        : view.channels.filter(({ guild_id: guild }) => guild).map((channel) => channelName(channel, view))
    )
      .filter((each) => each.toLowerCase().startsWith(wanted))
      .slice(0, 10);
    return suggestions.open(area, {
      title: name[1] === '@' ? 'People' : 'Channels',
      entries: found.map((each) => ({
        label: `${name[1]}${each}`,
        pick: () => insert(name[2].length + 1, `${name[1]}${each} `),
      })),
    });
  }

  function insert(replaced, text) {
    area.setRangeText(text, area.selectionStart - replaced, area.selectionStart, 'end');
    suggestions.close();
    resize();
  }

  async function submit() {
    const content = area.value.trim();
    if (content === '' || content.length > MESSAGE_MAX_CHARS) return;
    tell();
    try {
      const answered = reply;
      await actions.send(withMentions(content, actions.context().view), answered);
      area.value = '';
      setReply(undefined);
      resize();
    } catch (error) {
      tell(error.message);
    }
  }

  function setReply(message, name = '') {
    reply = message;
    replying.hidden = !message;
    replying.replaceChildren(
      ...(message
        ? [
            el('span', {}, 'Replying to ', el('strong', {}, name)),
            el(
              'button.icon-button',
              { type: 'button', 'aria-label': 'Do not reply', onclick: () => setReply(undefined) },
              icon('close'),
            ),
          ]
        : []),
    );
    if (message) area.focus();
  }

  area.addEventListener('input', () => {
    resize();
    tell();
    const line = parseCommandLine(actions.context().usages, area.value);
    if (line) {
      openForm(line.usage, line.values);
      return;
    }
    suggest();
    if (area.value && !area.value.startsWith('/') && Date.now() - typedAt > TYPING_EVERY_MS) {
      typedAt = Date.now();
      actions.typing();
    }
  });
  area.addEventListener('keydown', (event) => {
    if (event.isComposing || suggestions.key(event)) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void submit();
    } else if (event.key === 'Escape') setReply(undefined);
    else if (event.key === 'ArrowUp' && area.value === '') actions.editLast();
  });
  area.addEventListener('blur', () => suggestions.close());
  send.addEventListener('click', () => void submit());
  slash.addEventListener('click', () => {
    area.value = '/';
    area.focus();
    resize();
    suggest();
  });
  resize();

  return {
    openForm,
    reply: setReply,
    tell,
    focus: () => (form ? form.focus() : area.focus()),
    /** Takes up another channel, or what changed of this one. */
    refresh({ reset = false } = {}) {
      const { channel, view, writable, usages } = actions.context();
      if (reset) {
        if (form) closeForm();
        suggestions.close();
        setReply(undefined);
        tell();
      }
      const name = channel.guild_id ? `#${channelName(channel, view)}` : `@${channelName(channel, view)}`;
      area.disabled = !writable && usages.length === 0;
      slash.disabled = usages.length === 0;
      area.placeholder = area.disabled ? `You cannot write in ${name}` : `Message ${name}`;
    },
  };
}
