import type { MemberView, ViewChannel } from '../../members/events.ts';
import type { APIMessage } from 'discord-api-types/v10';
import { problemOf } from '../client/refusal.ts';
import { el } from '../el.ts';
import { icon } from '../icon.ts';
import { channelName } from '../names.ts';
import type { GivenOption, Usage } from './command.ts';
import { createCommandForm, type CommandForm, type FormValues } from './commandForm.ts';
import type { Complete } from './fieldSuggestions.ts';
import { createFilePicker, takeFiles } from './filePicker.ts';
import { withMentions } from './mentions.ts';
import { parseCommandLine } from './parseCommandLine.ts';
import { createReplyLine } from './replyLine.ts';
import { createSuggestions } from './suggestions.ts';
import { suggestedFor } from './suggestedFor.ts';

const MESSAGE_MAX_CHARS = 2000;
/** From how many characters left they are shown. */
const COUNT_FROM_CHARS = 200;
const MAX_HEIGHT_PX = 240;
const TYPING_EVERY_MS = 8000;

interface ComposerContext {
  readonly view: MemberView;
  readonly channel: ViewChannel;
  readonly usages: readonly Usage[];
  /** Whether messages can be written in the channel. */
  readonly writable: boolean;
  /** Whether they can have files. */
  readonly attachable: boolean;
}

/** What the composer asks of the page; what rejects, rejects with what to show. */
export interface ComposerActions {
  readonly context: () => ComposerContext;
  readonly send: (
    content: string,
    parts: { readonly reply: APIMessage | undefined; readonly files: readonly File[] },
  ) => Promise<void>;
  readonly run: (usage: Usage, values: readonly GivenOption[]) => Promise<void>;
  readonly complete: Complete;
  readonly typing: () => void;
  readonly editLast: () => void;
}

/** The field at the foot of the page. */
export interface Composer {
  readonly openForm: (usage: Usage, values?: FormValues) => void;
  readonly reply: (message: APIMessage, name: string) => void;
  /** Shows a problem, or takes it back. */
  readonly tell: (problem?: string) => void;
  readonly focus: () => void;
  /** Takes up what changed of the channel; `reset` if it is another one. */
  readonly refresh: (options: { readonly reset: boolean }) => void;
}

/**
 * Makes the field at the foot of the page: messages as they are typed, commands with their options after a slash. What is sent
 * leaves the field at once, so that the next keys are never lost; if it is refused, it comes back.
 */
export function createComposer(root: HTMLElement, actions: ComposerActions): Composer {
  let form: CommandForm | undefined;
  let typedAt = 0;

  const panel = el('div.suggestions', { hidden: true });
  const notice = el('p.composer-notice', { role: 'alert', hidden: true });
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
    { type: 'button', 'aria-label': 'Send message', title: 'Send', onclick: submit },
    icon('send'),
  );
  const slash = el(
    'button.icon-button',
    { type: 'button', 'aria-label': 'Use a command', title: 'Commands', onclick: typeSlash },
    icon('app'),
  );
  const replying = createReplyLine();
  const picker = createFilePicker({ label: 'Attach files', tell, changed: resize });
  const plain = el('div.plain', {}, slash, picker.root, area, count, send);
  const box = el('div.composer-box', {}, replying.root, picker.list, plain);
  takeFiles(plain, (files) => {
    if (!picker.button.disabled) picker.add(files);
  });
  root.append(panel, notice, box);
  const suggestions = createSuggestions(panel);

  function tell(problem = ''): void {
    notice.textContent = problem;
    notice.hidden = problem === '';
  }

  function openForm(usage: Usage, values: FormValues = {}): void {
    form?.root.remove();
    const opened = createCommandForm(usage, {
      suggestions,
      tell,
      context: actions.context,
      complete: actions.complete,
      submit: (given) => void run(usage, given, opened),
      cancel: closeForm,
    });
    write('');
    showForm(opened);
    opened.fill(values);
  }

  function showForm(shown: CommandForm): void {
    suggestions.close();
    tell();
    form = shown;
    plain.hidden = true;
    picker.list.hidden = true;
    box.append(shown.root);
  }

  function closeForm(text = area.value): void {
    suggestions.close();
    tell();
    form?.root.remove();
    form = undefined;
    plain.hidden = false;
    picker.set(picker.files());
    write(text);
    area.focus();
    if (text) suggest();
  }

  async function run(usage: Usage, given: readonly GivenOption[], sent: CommandForm): Promise<void> {
    const { id } = actions.context().channel;
    closeForm();
    try {
      await actions.run(usage, given);
    } catch (error) {
      // Elsewhere, or over another command, the form would be in the way.
      if (form === undefined && actions.context().channel.id === id) {
        showForm(sent);
        sent.focus();
      }
      tell(problemOf(error));
    }
  }

  function submit(): void {
    const content = area.value.trim();
    const files = picker.files();
    if ((content === '' && files.length === 0) || content.length > MESSAGE_MAX_CHARS) return;
    tell();
    const answered = replying.current();
    write('');
    replying.set(undefined);
    picker.set([]);
    const parts = { reply: answered?.message, files };
    actions.send(withMentions(content, actions.context().view), parts).catch((error: unknown) => {
      write(area.value === '' ? content : `${content}\n${area.value}`);
      if (!replying.current()) replying.set(answered);
      if (picker.files().length === 0) picker.set(files);
      tell(problemOf(error));
    });
  }

  function write(text: string): void {
    area.value = text;
    resize();
  }

  function resize(): void {
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, MAX_HEIGHT_PX)}px`;
    const left = MESSAGE_MAX_CHARS - area.value.length;
    count.textContent = left < COUNT_FROM_CHARS ? String(left) : '';
    count.classList.toggle('over', left < 0);
    send.disabled = (area.value.trim() === '' && picker.files().length === 0) || left < 0;
  }

  function suggest(): void {
    const found = suggestedFor(area.value.slice(0, area.selectionStart), actions.context());
    if (!found) return suggestions.close();
    const entries =
      found.kind === 'commands'
        ? found.usages.map((usage) => ({
            label: `/${usage.name}`,
            detail: usage.description,
            pick: () => openForm(usage),
          }))
        : found.names.map((name) => ({ label: name, pick: () => insert(found.typed, `${name} `) }));
    return suggestions.open(area, { title: found.title, entries });
  }

  function insert(replaced: string, text: string): void {
    area.setRangeText(text, area.selectionStart - replaced.length, area.selectionStart, 'end');
    suggestions.close();
    resize();
  }

  function typeSlash(): void {
    write('/');
    area.focus();
    suggest();
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
      submit();
    } else if (event.key === 'Escape') replying.set(undefined);
    else if (event.key === 'ArrowUp' && area.value === '') actions.editLast();
  });
  area.addEventListener('blur', () => suggestions.close());
  resize();

  return {
    openForm,
    reply(message, name) {
      replying.set({ message, name });
      area.focus();
    },
    tell,
    focus: () => (form ? form.focus() : area.focus()),
    refresh({ reset }) {
      const { channel, view, writable, attachable, usages } = actions.context();
      if (reset) {
        if (form) closeForm();
        suggestions.close();
        replying.set(undefined);
        picker.set([]);
        tell();
      }
      const name = channel.guild_id ? `#${channelName(channel, view)}` : `@${channelName(channel, view)}`;
      area.disabled = !writable && usages.length === 0;
      slash.disabled = usages.length === 0;
      picker.button.disabled = !attachable;
      area.placeholder = area.disabled ? `You cannot write in ${name}` : `Message ${name}`;
    },
  };
}
