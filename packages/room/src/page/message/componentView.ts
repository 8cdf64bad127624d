import type {
  APIAttachment,
  APIButtonComponent,
  APIContainerComponent,
  APIMessageComponent,
} from 'discord-api-types/v10';
import { el } from '../el.ts';
import { icon } from '../icon.ts';
import { renderMarkdown } from '../markdown/renderMarkdown.ts';
import { fileView, mediaView, safeUrl } from './mediaView.ts';
import { selectView, type SelectContext } from './selectView.ts';

const BUTTON_STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link', 6: 'primary' } as const;

/** What components need to know of the message that holds them. */
export interface ComponentContext extends SelectContext {
  /** The message's files, which components name. */
  readonly attachments: readonly APIAttachment[];
}

type ComponentType = APIMessageComponent['type'];
type View<Type extends ComponentType> = (
  component: APIMessageComponent & { readonly type: Type },
  context: ComponentContext,
) => Node;

/** Shows a message's components, legacy rows as well as Components V2: https://docs.discord.com/developers/components/reference */
export function componentViews(components: readonly APIMessageComponent[], context: ComponentContext): Node[] {
  return components.map((component) => componentView(component, context));
}

function componentView<Type extends ComponentType>(
  component: APIMessageComponent & { readonly type: Type },
  context: ComponentContext,
): Node {
  const view = VIEWS[component.type];
  return view ? view(component, context) : el('div.unknown', {}, `Component of type ${component.type}`);
}

const VIEWS: { readonly [Type in ComponentType]?: View<Type> } = {
  1: (row, context) => el('div.row', {}, ...componentViews(row.components, context)),
  2: buttonView,
  3: selectView,
  5: selectView,
  6: selectView,
  7: selectView,
  8: selectView,
  9: (section, context) =>
    el(
      'div.section',
      {},
      el('div.section-text', {}, ...componentViews(section.components, context)),
      el('div.section-accessory', {}, ...componentViews([section.accessory], context)),
    ),
  10: (text, { names }) => el('div.text', {}, renderMarkdown(text.content, names)),
  11: (thumbnail) => el('div.thumbnail', {}, mediaView(thumbnail.media, thumbnail)),
  12: (gallery) =>
    el(
      `div.gallery.gallery-${Math.min(gallery.items.length, 4)}`,
      {},
      ...gallery.items.map((item) => mediaView(item.media, item)),
    ),
  13: (component, context) => {
    const attachment = context.attachments.find(({ url }) => url === component.file.url);
    return fileView({
      url: component.file.url,
      name: attachment?.filename ?? component.name,
      size: attachment?.size ?? component.size,
    });
  },
  14: (separator) => {
    const classes = `div.separator${separator.spacing === 2 ? '.large' : ''}`;
    return separator.divider === false ? el(classes) : el(`${classes}.line`, { role: 'separator' });
  },
  17: containerView,
};

function containerView(container: APIContainerComponent, context: ComponentContext): Node {
  const color = container.accent_color;
  const accent: Record<string, string> =
    typeof color === 'number' ? { '--accent-bar': `#${color.toString(16).padStart(6, '0')}` } : {};
  const inside = el(
    `div.container${typeof color === 'number' ? '.accented' : ''}`,
    { style: accent },
    ...componentViews(container.components, context),
  );
  if (!container.spoiler) return inside;
  inside.inert = true;
  const cover = el(
    'button.container-spoiler',
    {
      type: 'button',
      onclick: () => {
        inside.inert = false;
        wrapper.replaceWith(inside);
      },
    },
    'Spoiler: show',
  );
  const wrapper = el('div.container-covered', {}, inside, cover);
  return wrapper;
}

function buttonView(button: APIButtonComponent, context: ComponentContext): Node {
  const classes = `button.${BUTTON_STYLES[button.style]}` as const;
  if (button.style === 6) return el(`button.${classes}`, { type: 'button', disabled: true }, 'Premium');
  const label = [
    button.emoji?.name ? el('span.emoji', {}, button.emoji.name) : null,
    button.label ? el('span', {}, button.label) : null,
  ];
  if (button.style === 5) {
    const href = button.disabled ? undefined : safeUrl(button.url);
    return el(
      `a.${classes}`,
      { href, target: '_blank', rel: 'noopener noreferrer', 'aria-disabled': button.disabled ? 'true' : undefined },
      ...label,
      icon('external'),
    );
  }
  const waiting = context.pending !== undefined && context.pending === button.custom_id;
  return el(
    `button.${classes}${waiting ? '.waiting' : ''}`,
    {
      type: 'button',
      disabled: button.disabled,
      'aria-disabled': context.pending === undefined ? undefined : 'true',
      'aria-busy': waiting ? 'true' : undefined,
      'data-key': button.custom_id,
      onclick: () => {
        if (context.pending === undefined) context.use(button);
      },
    },
    ...label,
  );
}
