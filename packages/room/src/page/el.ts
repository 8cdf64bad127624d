/** The tag in `button.primary` or `button`. */
type TagOf<Name extends string> = Name extends `${infer Tag}.${string}` ? Tag : Name;

/** The element that a name with classes makes. */
type ElementOf<Name extends string> =
  TagOf<Name> extends keyof HTMLElementTagNameMap ? HTMLElementTagNameMap[TagOf<Name>] : HTMLElement;

type Attribute = string | number | boolean | null | undefined;

/** Attributes; `true` is an empty one, `false`, `null` and `undefined` none. */
interface Props {
  /** Properties, custom ones too. */
  readonly style?: Readonly<Record<string, string>>;
  readonly onclick?: () => void;
  readonly [attribute: string]: Attribute | Readonly<Record<string, string>> | (() => void);
}

export type Child = Node | string | false | null | undefined;

/**
 * Builds an element from its tag, with classes after dots (`button.primary`). Strings among the children become text nodes,
 * so nothing that others wrote is read as HTML.
 */
export function el<const Name extends string>(
  name: Name,
  props: Props = {},
  ...children: readonly Child[]
): ElementOf<Name> {
  const [tag = '', ...classes] = name.split('.');
  const element = document.createElement(tag);
  if (classes.length > 0) element.className = classes.join(' ');
  const { style = {}, onclick, value, ...attributes } = props;
  for (const [property, given] of Object.entries(style)) element.style.setProperty(property, given);
  if (onclick) element.addEventListener('click', onclick);
  for (const [key, given] of Object.entries(attributes as Readonly<Record<string, Attribute>>)) {
    if (given === undefined || given === null || given === false) continue;
    element.setAttribute(key, given === true ? '' : `${given}`);
  }
  // What a field holds is no attribute: the one of that name is only what it held at first.
  if (typeof value === 'string' && 'value' in element) element.value = value;
  element.append(...children.filter((child) => child !== undefined && child !== null && child !== false));
  return element as ElementOf<Name>;
}
