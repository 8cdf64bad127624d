/** Where the focus is in the list of messages. */
export interface FocusPlace {
  readonly id: string | undefined;
  /** Of a control that says which it is. */
  readonly key: string | undefined;
  /** Its place among the message's controls; -1 for the message itself. */
  readonly place: number;
}

/** Notes where the focus is in the list; undefined if it is elsewhere. */
export function focusPlace(list: HTMLElement): FocusPlace | undefined {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !list.contains(active)) return undefined;
  const message = active.closest<HTMLElement>('.message');
  const controls = message ? controlsOf(message) : [];
  return { id: message?.dataset['id'], key: active.dataset['key'], place: controls.indexOf(active) };
}

/** Returns the focus after a message was rebuilt: to the same control, the one in its place, or the message. */
export function restoreFocus(list: HTMLElement, { id, key, place }: FocusPlace): void {
  if (list.contains(document.activeElement)) return;
  const item = [...list.querySelectorAll<HTMLElement>('.message')].find((each) => each.dataset['id'] === id);
  if (!item) return;
  const controls = controlsOf(item);
  const same = controls.find((each) => each.dataset['key'] === key && !each.matches(':disabled'));
  (same ?? controls[place] ?? item).focus({ preventScroll: true });
}

function controlsOf(message: HTMLElement): readonly HTMLElement[] {
  return [...message.querySelectorAll<HTMLElement>('[data-key]')];
}
