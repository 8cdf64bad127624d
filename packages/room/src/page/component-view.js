import { el } from './el.js';
import { icon } from './icon.js';
import { fileView, mediaView, safeUrl } from './media-view.js';
import { renderMarkdown } from './render-markdown.js';
import { selectView } from './select-view.js';

const BUTTON_STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link', 6: 'primary' };

/**
 * @typedef {object} ComponentContext
 * @property {import('./names.js').Names} names
 * @property {string | undefined} pending the `custom_id` that waits for the bot; all others are disabled meanwhile
 * @property {(component: object, values?: string[]) => void} use
 * @property {readonly object[]} attachments the message's files, which components name
 * @property {(component: object) => readonly object[]} entries what a select of people, roles or channels offers
 */

/**
 * Shows a message's components, legacy rows as well as Components V2: https://docs.discord.com/developers/components/reference
 *
 * @param {readonly object[]} components
 * @param {ComponentContext} context
 * @returns {Node[]}
 */
export function componentViews(components, context) {
  return components.map((component) => {
    const view = VIEWS[component.type];
    return view ? view(component, context) : el('div.unknown', {}, `Component of type ${component.type}`);
  });
}

const VIEWS = {
  1: (row, context) => el('div.row', {}, ...componentViews(row.components, context)),
  2: buttonView,
  3: (component, context) => selectView(component, context),
  5: (component, context) => selectView(component, context),
  6: (component, context) => selectView(component, context),
  7: (component, context) => selectView(component, context),
  8: (component, context) => selectView(component, context),
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

function containerView(container, context) {
  const color = container.accent_color;
  const accent = typeof color === 'number' ? { '--accent-bar': `#${color.toString(16).padStart(6, '0')}` } : {};
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

function buttonView(button, context) {
  const label = [
    button.emoji?.name ? el('span.emoji', {}, button.emoji.name) : null,
    button.label ? el('span', {}, button.label) : null,
  ];
  const classes = `button.${BUTTON_STYLES[button.style]}`;
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
      disabled: button.disabled || button.style === 6,
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
