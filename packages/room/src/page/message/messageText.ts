import { hasFlag, isLocal, THINKING, type Entry } from '../client/message.ts';
import { plainMarkdown } from '../markdown/plainMarkdown.ts';
import type { Names } from '../names.ts';

/** All text of a message on one line, for previews, for what is announced, and to be copied. */
export function messageText(entry: Entry, names: Names): string {
  if (isLocal(entry)) return '';
  if (hasFlag(entry, THINKING)) return 'is thinking…';
  const texts = [
    entry.content,
    ...entry.embeds.flatMap(({ title, description }) => [title, description]),
    ...(entry.components ?? []).flatMap(textsIn),
  ];
  return texts.flatMap((text) => (text ? [plainMarkdown(text, names)] : [])).join(' ');
}

/** The texts of a component and of those in it, in order. */
function textsIn(component: {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly object[];
}): string[] {
  if (component.type === 10) return [component.content ?? ''];
  return (component.components ?? []).flatMap((child) => textsIn(child as Parameters<typeof textsIn>[0]));
}
