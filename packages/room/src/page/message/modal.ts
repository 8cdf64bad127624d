import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { problemOf } from '../client/refusal.ts';
import { el } from '../el.ts';
import { element } from '../element.ts';
import { icon } from '../icon.ts';
import { focusPlace, restoreFocus } from './keepFocus.ts';
import { modalField, type FieldTools, type SentComponent } from './modalField.ts';

/** What a submitted modal sends. */
interface ModalData {
  readonly custom_id: string;
  readonly components: readonly SentComponent[];
}

interface ModalTools extends Omit<FieldTools, 'tell'> {
  /** Who asks. */
  readonly from: string;
  /** Takes the focus when the dialog closes, if what opened it is gone. */
  readonly focus: () => void;
  /** Rejects with what to show if it fails. */
  readonly submit: (data: ModalData, files: readonly File[]) => Promise<void>;
}

/** Shows a modal of the bot as a dialog: https://docs.discord.com/developers/components/reference */
export function openModal(modal: APIModalInteractionResponseCallbackData, tools: ModalTools): void {
  const before = document.activeElement;
  const list = element('messages');
  const place = focusPlace(list);
  const problem = el('p.failure', { role: 'alert', hidden: true });
  const tell = (text = ''): void => {
    problem.textContent = text;
    problem.hidden = text === '';
  };
  const fields = modal.components.map((component) => modalField(component, { ...tools, tell }));
  const send = el('button.button.primary', { type: 'submit' }, 'Submit');
  const form = el(
    'form',
    { method: 'dialog' },
    el(
      'header',
      {},
      el('h2', { id: 'modal-title' }, modal.title),
      el('button.icon-button', { type: 'button', 'aria-label': 'Close', onclick: close }, icon('close')),
    ),
    el(
      'p.modal-from',
      {},
      icon('alert'),
      `This form will be submitted to ${tools.from}. Do not share passwords or other sensitive information.`,
    ),
    ...fields.map((field) => field.root),
    problem,
    el('footer', {}, el('button.button.secondary', { type: 'button', onclick: close }, 'Cancel'), send),
  );
  const dialog = el('dialog.modal', { 'aria-labelledby': 'modal-title' }, form);

  /**
   * Closes at once, with the focus back in place: an event of the dialog would come later, and could take the focus from elsewhere.
   * The dialog is removed without its own `close`, which would focus a field while it is still inert: keys typed there would be lost.
   */
  function close(): void {
    if (!dialog.isConnected) return;
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
    // What opened it is gone: a message that was drawn again has the same control in its place, a command has been sent.
    else if (place) restoreFocus(list, place);
    if (document.activeElement === document.body) tools.focus();
  }

  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    close();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  async function submit(): Promise<void> {
    if (send.disabled) return;
    const missing = fields.map(({ problem: wrong }) => wrong?.()).find((wrong) => wrong !== undefined);
    tell(missing);
    if (missing !== undefined) return;
    send.disabled = true;
    const files: File[] = [];
    try {
      const components = fields.flatMap((field) => field.read(files) ?? []);
      await tools.submit({ custom_id: modal.custom_id, components }, files);
      close();
    } catch (error) {
      tell(problemOf(error));
    } finally {
      send.disabled = false;
    }
  }
  document.body.append(dialog);
  dialog.showModal();
  form.querySelector<HTMLElement>('input:not([hidden]), textarea, .select-button, .attach')?.focus();
}
