import { fileProblem, FILES_MAX } from '../client/fileProblem.ts';
import { el } from '../el.ts';
import { icon } from '../icon.ts';

interface PickerOptions {
  /** What the button is called. */
  readonly label: string;
  /** Whether the button shows its label, rather than a picture alone. */
  readonly named?: boolean;
  readonly most?: number;
  /** Shows a problem, or takes it back. */
  readonly tell: (problem?: string) => void;
  /** Called after files were chosen or taken out. */
  readonly changed?: () => void;
}

/** A button that opens the browser's dialog for files, and a list of those that were chosen. */
export interface FilePicker {
  /** The button, with the field that opens the dialog. */
  readonly root: HTMLElement;
  readonly button: HTMLButtonElement;
  readonly list: HTMLElement;
  readonly files: () => readonly File[];
  /** Adds files, unless they pass a limit; then none of them. */
  readonly add: (files: readonly File[]) => void;
  readonly set: (files: readonly File[]) => void;
}

/** Makes a picker. Where one file is taken, another one replaces it. */
export function createFilePicker(options: PickerOptions): FilePicker {
  const { label, named = false, most = FILES_MAX, tell, changed = () => {} } = options;
  let chosen: readonly File[] = [];
  const input = el('input', { type: 'file', hidden: true, tabindex: -1, 'aria-label': label, multiple: most > 1 });
  const button = el(
    named ? 'button.button.secondary.attach' : 'button.icon-button.attach',
    { type: 'button', 'aria-label': named ? undefined : label, title: named ? undefined : label },
    icon('clip'),
    named ? el('span', {}, label) : null,
  );
  const root = el('span.picker', {}, button, input);
  const list = el('ul.attached', { 'aria-label': 'Attached files', hidden: true });

  function set(files: readonly File[]): void {
    chosen = files;
    list.hidden = files.length === 0;
    list.replaceChildren(...files.map(entryOf));
    changed();
  }

  function add(files: readonly File[]): void {
    const all = most === 1 ? files : [...chosen, ...files];
    const problem = fileProblem(all, { most });
    tell(problem);
    if (problem === undefined && files.length > 0) set(all);
  }

  function entryOf(file: File): HTMLElement {
    const remove = (): void => {
      tell();
      set(chosen.filter((each) => each !== file));
      button.focus();
    };
    return el(
      'li',
      {},
      icon('file'),
      el('span.file-name', {}, file.name),
      el(
        'button.icon-button',
        { type: 'button', 'aria-label': `Remove ${file.name}`, title: 'Remove', onclick: remove },
        icon('close'),
      ),
    );
  }

  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    add([...(input.files ?? [])]);
    // The same file can be chosen again.
    input.value = '';
  });
  return { root, button, list, files: () => chosen, add, set };
}

/** Lets files be dropped on an element, or pasted into it. */
export function takeFiles(element: HTMLElement, add: (files: readonly File[]) => void): void {
  element.addEventListener('dragover', (event) => event.preventDefault());
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    add([...(event.dataTransfer?.files ?? [])]);
  });
  element.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  });
}
