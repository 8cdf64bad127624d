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
    ...componentTexts(entry.components ?? []),
    ...(entry.message_snapshots ?? []).flatMap(({ message }) => [
      message.content,
      ...componentTexts(message.components ?? []),
    ]),
  ];
  return texts.flatMap((text) => (text ? [plainMarkdown(text, names)] : [])).join(' ');
}

/** Lists the texts of components and of those in them, in order. */
export function componentTexts(components: readonly object[]): readonly string[] {
  return components.flatMap((component) => textsIn(component as Parameters<typeof textsIn>[0]));
}

function textsIn(component: {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly object[];
}): string[] {
  if (component.type === 10) return [component.content ?? ''];
  return [...componentTexts(component.components ?? [])];
}
