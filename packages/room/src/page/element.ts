/** Finds an element that the page's own HTML has. Throws if it does not. */
export function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`Cannot find element "${id}": the page has none`);
  return found;
}
