import type {
  APIComponentInLabel,
  APIFileUploadComponent,
  APIModalInteractionResponseCallbackComponent,
  APISelectMenuComponent,
  APITextInputComponent,
} from 'discord-api-types/v10';
import { createFilePicker, takeFiles } from '../composer/filePicker.ts';
import { el, type Child } from '../el.ts';
import { renderMarkdown } from '../markdown/renderMarkdown.ts';
import { selectView, type SelectContext } from './selectView.ts';

export interface FieldTools extends Pick<SelectContext, 'names' | 'entries'> {
  /** Shows a problem of the form, or takes it back. */
  readonly tell: (problem?: string) => void;
}

interface SentField {
  readonly type: number;
  readonly custom_id: string;
  readonly value?: string;
  readonly values?: readonly string[];
}

/** What a row or label of a modal sends. */
export type SentComponent =
  | { readonly type: 1; readonly components: readonly SentField[] }
  | { readonly type: 18; readonly component: SentField };

interface Field<Sent> {
  readonly root: HTMLElement;
  /** Reads what is sent, which names files by their places in `files`. */
  readonly read: (files: File[]) => Sent;
  /** Says what is wrong with the field, where the browser cannot. */
  readonly problem?: () => string | undefined;
}

/** Shows one row, label or text of a modal, with what it sends. */
export function modalField(
  component: APIModalInteractionResponseCallbackComponent,
  tools: FieldTools,
): Field<SentComponent | undefined> {
  if (component.type === 10)
    return { root: el('div.text', {}, renderMarkdown(component.content, tools.names)), read: () => undefined };
  if (component.type === 1) {
    const [inner] = component.components;
    if (inner === undefined) return unknownField(component.type);
    const field = textField(inner, captionOf(inner.label ?? '', undefined, inner.required));
    return { root: field.root, read: (files) => ({ type: 1, components: [field.read(files)] }) };
  }
  const inner = component.component;
  const caption = captionOf(component.label, component.description, 'required' in inner ? inner.required : undefined);
  const field =
    inner.type === 4
      ? textField(inner, caption)
      : inner.type === 19
        ? fileField(inner, caption, tools)
        : isSelect(inner)
          ? selectField(inner, caption, tools)
          : undefined;
  if (field === undefined) return unknownField(inner.type);
  const { root, read, problem } = field;
  return { root, read: (files) => ({ type: 18, component: read(files) }), ...(problem ? { problem } : {}) };
}

function isSelect(component: APIComponentInLabel): component is APISelectMenuComponent {
  return component.type === 3 || (component.type >= 5 && component.type <= 8);
}

interface Caption {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly children: readonly Child[];
  readonly hint: HTMLElement | null;
}

function captionOf(label: string, description: string | undefined, required = true): Caption {
  const id = `field-${crypto.randomUUID()}`;
  return {
    id,
    label,
    required,
    children: [el('span', {}, label), required ? el('span.required', { 'aria-hidden': 'true' }, ' *') : null],
    hint: description ? el('small', { id: `${id}-hint` }, description) : null,
  };
}

function textField(input: APITextInputComponent, { id, required, children, hint }: Caption): Field<SentField> {
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
  return {
    root: el('div.modal-field', {}, el('label.modal-label', { for: id }, ...children), hint, control),
    read: () => ({ type: 4, custom_id: input.custom_id, value: control.value }),
  };
}

function selectField(select: APISelectMenuComponent, caption: Caption, tools: FieldTools): Field<SentField> {
  let values =
    select.type === 3
      ? select.options.filter((option) => option.default).map(({ value }) => value)
      : (select.default_values ?? []).map(({ id }) => id);
  const view = selectView(select, {
    ...tools,
    pending: undefined,
    use: (_, chosen = []) => {
      values = [...chosen];
    },
  });
  const root = el(
    'div.modal-field',
    { role: 'group', 'aria-label': caption.label },
    el('div.modal-label', {}, ...caption.children),
    caption.hint,
    view,
  );
  return { root, read: () => ({ type: select.type, custom_id: select.custom_id, values }) };
}

function fileField(upload: APIFileUploadComponent, caption: Caption, { tell }: FieldTools): Field<SentField> {
  const { max_values: most = 1, min_values: least = 1, required = true } = upload;
  const picker = createFilePicker({ label: most === 1 ? 'Choose a file' : 'Choose files', named: true, most, tell });
  const root = el(
    'div.modal-field',
    { role: 'group', 'aria-label': caption.label },
    el('div.modal-label', {}, ...caption.children),
    caption.hint,
    picker.list,
    picker.root,
  );
  takeFiles(root, picker.add);
  return {
    root,
    problem() {
      const count = picker.files().length;
      if (count === 0 && !required) return undefined;
      if (count >= Math.max(1, least)) return undefined;
      return least > 1 ? `${caption.label}: choose at least ${least} files.` : `${caption.label}: choose a file.`;
    },
    read: (files) => ({
      type: 19,
      custom_id: upload.custom_id,
      values: picker.files().map((file) => String(files.push(file) - 1)),
    }),
  };
}

function unknownField(type: number): Field<undefined> {
  return { root: el('div.unknown', {}, `Field of type ${type}`), read: () => undefined };
}
