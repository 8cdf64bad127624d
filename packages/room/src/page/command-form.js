import { isPicked, optionValue } from './command.js';
import { el } from './el.js';
import { icon } from './icon.js';
import { channelName, displayName } from './names.js';

const DEBOUNCE_MS = 180;
const BOOLEANS = [
  { name: 'True', value: true },
  { name: 'False', value: false },
];

/**
 * Makes the fields of one command: required options first, the others when they are wanted. Each field's list is in the panel above;
 * Backspace in an empty field takes it away, Escape leaves the command, Enter sends it.
 *
 * @param {import('./command.js').Usage} usage
 * @param {object} tools
 * @param {ReturnType<import('./suggestions.js').createSuggestions>} tools.suggestions
 * @param {(text?: string) => void} tools.tell shows a problem
 * @param {() => {view: object, channel: object}} tools.context
 * @param {(usage: object, values: object[]) => Promise<{name: string, value: unknown}[]>} tools.complete
 * @param {(values: object[]) => Promise<void>} tools.submit
 * @param {(text: string) => void} tools.cancel
 */
export function createCommandForm(usage, { suggestions, tell, context, complete, submit, cancel }) {
  /** @type {{option: object, input: HTMLInputElement, wrapper: HTMLElement, picked?: {name: string, value: unknown}}[]} */
  const fields = [];
  let asked = 0;
  let timer;
  let sending = false;

  const help = el('p.command-help', { id: 'command-help' });
  const more = el('input.more', {
    type: 'text',
    role: 'combobox',
    'aria-label': 'Add an option',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    autocomplete: 'off',
  });
  const line = el('div.command-line', {}, el('span.command-name', {}, `/${usage.name}`), more);
  const root = el(
    'form.command',
    { 'aria-label': `Command ${usage.name}`, novalidate: true },
    help,
    el(
      'div.command-bar',
      {},
      line,
      el(
        'button.icon-button',
        { type: 'button', 'aria-label': 'Leave the command', title: 'Leave (Esc)', onclick: () => cancel('') },
        icon('close'),
      ),
      el('button.icon-button.send', { type: 'submit', 'aria-label': 'Send command', title: 'Send' }, icon('send')),
    ),
  );

  function addField(option, text = '') {
    const id = `option-${option.name}`;
    const input = el('input', {
      id,
      type: 'text',
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-required': option.required ? 'true' : undefined,
      'aria-describedby': 'command-help',
      inputmode: option.type === 4 || option.type === 10 ? 'decimal' : undefined,
      autocomplete: 'off',
      spellcheck: option.type === 3 && !isPicked(option) ? 'true' : 'false',
      value: text,
    });
    const field = { option, input, wrapper: el('div.field', {}, el('label', { for: id }, option.name), input) };
    fields.push(field);
    line.insertBefore(field.wrapper, more);
    input.addEventListener('input', () => {
      field.picked = undefined;
      if (openNamed(field)) return;
      changed(field);
      offer(field);
    });
    input.addEventListener('focus', () => {
      describe(field);
      offer(field, 0);
    });
    input.addEventListener('blur', () => suggestions.close());
    input.addEventListener('keydown', (event) => fieldKey(event, field));
    // A field holds one line; a passage is pasted with its line breaks as spaces.
    input.addEventListener('paste', (event) => {
      const pasted = event.clipboardData.getData('text/plain');
      if (!pasted.includes('\n')) return;
      event.preventDefault();
      input.setRangeText(pasted.replace(/\s*\n\s*/g, ' '), input.selectionStart, input.selectionEnd, 'end');
      input.dispatchEvent(new Event('input'));
    });
    changed(field);
    return field;
  }

  /** An option's name and a colon at the end of what was typed lead to that option: `/quote pier hide:`. */
  function openNamed(field) {
    const typed = /(?:^|\s)([^\s:]+):$/.exec(field.input.value);
    const option = usage.options.find(({ name }) => name === typed?.[1]);
    if (!option || option === field.option) return false;
    field.input.value = field.input.value.slice(0, typed.index);
    changed(field);
    (fields.find((each) => each.option === option) ?? addField(option)).input.focus();
    return true;
  }

  function changed(field) {
    field.input.size = Math.max(4, Math.min(field.input.value.length + 1, 200));
    field.wrapper.classList.remove('wrong');
    field.input.removeAttribute('aria-invalid');
    const left = missing();
    more.hidden = left.length === 0;
    more.placeholder = fields.length === 0 ? 'add an option' : `+${left.length} optional`;
    tell();
  }

  const missing = () => usage.options.filter((option) => !fields.some((field) => field.option === option));

  function describe(field) {
    const { option } = field;
    help.replaceChildren(
      el('strong', {}, option.name),
      ` ${option.description}${option.required ? '' : ' (optional)'}`,
    );
  }

  function fieldKey(event, field) {
    if (event.isComposing) return;
    // What was typed out in full needs no picking: Enter sends.
    if (event.key === 'Enter' && exactly(field)) return;
    if (suggestions.key(event)) return;
    if (event.key === 'Escape') cancel('');
    else if (event.key === 'Backspace' && field.input.value === '') {
      const index = fields.indexOf(field);
      if (index === 0) cancel(`/${usage.name}`);
      else if (field.option.required) fields[index - 1].input.focus();
      else {
        removeField(field);
        fields[index - 1].input.focus();
      }
    } else return;
    event.preventDefault();
  }

  function removeField(field) {
    fields.splice(fields.indexOf(field), 1);
    field.wrapper.remove();
    if (fields[0]) changed(fields[0]);
  }

  /** Offers what a field may hold: its choices, people or channels, or what the bot suggests for the text so far. */
  function offer(field, delay = DEBOUNCE_MS) {
    clearTimeout(timer);
    const { option, input } = field;
    const typed = field.picked ? '' : input.value.trim().toLowerCase();
    if (isPicked(option)) {
      const entries = listed(option, context()).filter(({ name }) => name.toLowerCase().includes(typed));
      // Nothing is highlighted before something was typed, so that Tab passes by and changes nothing.
      const chosen = entries.findIndex(({ value }) => field.picked && value === field.picked.value);
      show(field, entries, typed ? 0 : chosen);
      return;
    }
    if (!option.autocomplete) {
      suggestions.close();
      return;
    }
    const turn = ++asked;
    timer = setTimeout(async () => {
      const values = given().filter(({ name }) => name !== option.name);
      const text = field.picked ? String(field.picked.name) : input.value;
      const choices = await complete(usage, [
        ...values,
        { type: option.type, name: option.name, value: text, focused: true },
      ]).catch(() => []);
      if (turn === asked && document.activeElement === input && root.isConnected) show(field, choices, -1);
    }, delay);
  }

  function show(field, entries, active) {
    suggestions.open(field.input, {
      title: isPicked(field.option) ? `Choose ${field.option.name}` : `Suggestions for ${field.option.name}`,
      active,
      entries: entries.map((entry) => ({ label: entry.name, pick: () => pick(field, entry) })),
    });
  }

  function pick(field, entry) {
    field.picked = { name: entry.name, value: entry.value };
    field.input.value = entry.name;
    changed(field);
    asked += 1;
    clearTimeout(timer);
    suggestions.close();
    const next = fields
      .slice(fields.indexOf(field) + 1)
      .find(({ input, option }) => option.required && input.value === '');
    next?.input.focus();
  }

  function given() {
    return fields.flatMap(({ option, input, picked }) => {
      const result = optionValue(option, input.value, picked);
      return 'value' in result ? [{ type: option.type, name: option.name, value: result.value }] : [];
    });
  }

  function offerMore() {
    const typed = more.value.trim().toLowerCase().replace(/:$/, '');
    const entries = missing()
      .filter(({ name }) => name.startsWith(typed))
      .map((option) => ({
        label: option.name,
        detail: option.description,
        pick: () => {
          more.value = '';
          suggestions.close();
          addField(option).input.focus();
        },
      }));
    help.textContent = usage.description;
    suggestions.open(more, { title: 'Options', entries, active: typed ? 0 : -1 });
  }

  more.addEventListener('focus', offerMore);
  more.addEventListener('input', () => {
    const named = missing().find(({ name }) => more.value.toLowerCase() === `${name}:`);
    if (!named) return offerMore();
    more.value = '';
    suggestions.close();
    return addField(named).input.focus();
  });
  more.addEventListener('blur', () => suggestions.close());
  more.addEventListener('keydown', (event) => {
    if (event.isComposing || suggestions.key(event)) return;
    if (event.key === 'Escape') cancel('');
    else if (event.key === 'Backspace' && more.value === '') {
      if (fields.length > 0) fields.at(-1).input.focus();
      else cancel(`/${usage.name}`);
    } else return;
    event.preventDefault();
  });

  root.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (sending) return;
    suggestions.close();
    for (const field of fields) {
      const result = optionValue(field.option, field.input.value, field.picked ?? exactly(field));
      if (!('problem' in result)) continue;
      field.wrapper.classList.add('wrong');
      field.input.setAttribute('aria-invalid', 'true');
      field.input.focus();
      suggestions.close();
      tell(`${result.problem}.`);
      return;
    }
    sending = true;
    root.setAttribute('aria-busy', 'true');
    try {
      await submit(given());
    } catch (error) {
      tell(error.message);
    } finally {
      sending = false;
      root.removeAttribute('aria-busy');
    }
  });

  /** A listed value that was typed out rather than picked counts as picked. */
  function exactly(field) {
    if (field.picked || !isPicked(field.option)) return field.picked;
    const typed = field.input.value.trim().toLowerCase();
    field.picked = listed(field.option, context()).find(({ name }) => name.toLowerCase() === typed);
    return field.picked;
  }

  for (const option of usage.options) if (option.required) addField(option);
  help.textContent = usage.description;
  more.hidden = missing().length === 0;
  more.placeholder = fields.length === 0 ? 'add an option' : `+${missing().length} optional`;

  return {
    root,
    /** Puts values into fields, and the cursor into the first that is still empty. */
    fill(values) {
      for (const [name, value] of Object.entries(values)) {
        const option = usage.options.find((each) => each.name === name);
        if (!option) continue;
        const field = fields.find((each) => each.option === option) ?? addField(option);
        const picked = typeof value === 'object' ? value : undefined;
        field.picked = picked;
        field.input.value = picked ? picked.name : value;
        changed(field);
      }
      this.focus();
    },
    focus() {
      const empty = fields.find(({ input }) => input.value === '') ?? fields.at(-1);
      if (empty) empty.input.focus();
      else if (more.hidden) root.querySelector('.send').focus();
      else more.focus();
    },
  };
}

/** What an option that is picked from a list offers, before anything is typed. */
function listed(option, { view, channel }) {
  if (option.choices?.length > 0) return option.choices;
  if (option.type === 5) return BOOLEANS;
  const users = view.users.map((user) => ({ name: `@${displayName(user)}`, value: user.id }));
  const roles = view.roles
    .filter(({ guild_id: guild }) => guild === channel.guild_id)
    .map((role) => ({ name: `@${role.name.replace(/^@/, '')}`, value: role.id }));
  if (option.type === 6) return users;
  if (option.type === 8) return roles;
  if (option.type === 9) return [...users, ...roles];
  return view.channels
    .filter(
      (each) =>
        each.guild_id === channel.guild_id &&
        (!option.channel_types?.length || option.channel_types.includes(each.type)),
    )
    .map((each) => ({ name: `#${channelName(each, view)}`, value: each.id }));
}
