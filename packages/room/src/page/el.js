/**
 * Builds an element. Children are nodes or strings; strings become text nodes, so nothing that was written by others is read as HTML.
 *
 * @param {string} name a tag, with classes after dots: `button.primary`
 * @param {Record<string, any>} [props] attributes; `onclick` and the like are listeners, `style` an object of properties,
 *   `true` an empty attribute, `false`, `null` and `undefined` none
 * @param {...(Node | string | number | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function el(name, props = {}, ...children) {
  const [tag, ...classes] = name.split('.');
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(' ');
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on') && typeof value === 'function') element.addEventListener(key.slice(2), value);
    else if (key === 'style')
      for (const [property, given] of Object.entries(value)) element.style.setProperty(property, given);
    else if (key === 'value') element.value = value;
    else element.setAttribute(key, value === true ? '' : `${value}`);
  }
  for (const child of children) {
    if (child !== undefined && child !== null && child !== false) element.append(child);
  }
  return element;
}
