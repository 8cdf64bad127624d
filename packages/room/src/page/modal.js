import { el } from './el.js';
import { icon } from './icon.js';
import { renderMarkdown } from './render-markdown.js';
import { selectView } from './select-view.js';

/**
 * Shows a modal of the bot as a dialog: https://docs.discord.com/developers/components/reference
 *
 * @param {{custom_id: string, title: string, components: object[]}} modal
 * @param {object} tools
 * @param {import('./names.js').Names} tools.names
 * @param {string} tools.from who asks
 * @param {(component: object) => readonly object[]} tools.entries
 * @param {(data: {custom_id: string, components: object[]}) => Promise<void>} tools.submit throws what to show when it fails
 */
export function openModal(modal, { names, from, entries, submit }) {
  const before = document.activeElement;
  const fields = modal.components.map((component) => fieldView(component, { names, entries }));
  const problem = el('p.failure', { role: 'alert', hidden: true });
  const send = el('button.button.primary', { type: 'submit' }, 'Submit');
  const form = el(
    'form',
    { method: 'dialog' },
    el(
      'header',
      {},
      el('h2', { id: 'modal-title' }, modal.title),
      el('button.icon-button', { type: 'button', 'aria-label': 'Close', onclick: () => dialog.close() }, icon('close')),
    ),
    el(
      'p.modal-from',
      {},
      icon('alert'),
      `This form will be submitted to ${from}. Do not share passwords or other sensitive information.`,
    ),
    ...fields.map((field) => field.root),
    problem,
    el('footer', {}, el('button.button.secondary', { type: 'button', onclick: () => dialog.close() }, 'Cancel'), send),
  );
  const dialog = el('dialog.modal', { 'aria-labelledby': 'modal-title' }, form);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus();
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (send.disabled) return;
    send.disabled = true;
    problem.hidden = true;
    try {
      await submit({ custom_id: modal.custom_id, components: fields.flatMap((field) => field.read() ?? []) });
      dialog.close();
    } catch (error) {
      problem.textContent = error.message;
      problem.hidden = false;
    } finally {
      send.disabled = false;
    }
  });
  document.body.append(dialog);
  dialog.showModal();
  form.querySelector('input, textarea, .select-button')?.focus();
}

/** One row, label or text of a modal: what is shown, and what it sends. */
function fieldView(component, tools) {
  if (component.type === 10)
    return { root: el('div.text', {}, renderMarkdown(component.content, tools.names)), read: () => undefined };
  if (component.type === 1) {
    const inner = component.components[0];
    const input = inputView(inner, inner.label ?? '', tools);
    return { root: input.root, read: () => ({ type: 1, components: [input.read()] }) };
  }
  const input = inputView(component.component, component.label, tools, component.description);
  return { root: input.root, read: () => ({ type: 18, component: input.read() }) };
}

function inputView(input, label, tools, description) {
  const id = `field-${crypto.randomUUID()}`;
  const required = input.required !== false;
  const caption = [el('span', {}, label), required ? el('span.required', { 'aria-hidden': 'true' }, ' *') : null];
  const hint = description ? el('small', { id: `${id}-hint` }, description) : null;
  if (input.type !== 4) {
    let values = (input.options ?? []).filter((option) => option.default).map(({ value }) => value);
    const select = selectView(input, {
      names: tools.names,
      entries: tools.entries,
      pending: undefined,
      use: (_, chosen) => (values = chosen),
    });
    const root = el(
      'div.modal-field',
      { role: 'group', 'aria-label': label },
      el('div.modal-label', {}, ...caption),
      hint,
      select,
    );
    return { root, read: () => ({ type: input.type, custom_id: input.custom_id, values }) };
  }
  const control = el(input.style === 2 ? 'textarea' : 'input', {
    id,
    'aria-describedby': hint ? `${id}-hint` : undefined,
    placeholder: input.placeholder,
    required,
    minlength: input.min_length,
    maxlength: input.max_length ?? 4000,
    rows: input.style === 2 ? 5 : undefined,
    value: input.value ?? '',
  });
  const root = el('div.modal-field', {}, el('label.modal-label', { for: id }, ...caption), hint, control);
  return { root, read: () => ({ type: 4, custom_id: input.custom_id, value: control.value }) };
}
