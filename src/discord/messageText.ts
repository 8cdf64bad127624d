import { ComponentType, type APIMessageComponent, type Message } from 'discord.js';

/** Reads what a message says: its content, or the text displays of one that is made of components. */
export function textOf({ content, components }: Pick<Message, 'content' | 'components'>): string {
  if (content !== '') return content;
  return components.flatMap((component) => textsOf(component.toJSON())).join('\n');
}

function textsOf(component: APIMessageComponent): readonly string[] {
  if (component.type === ComponentType.TextDisplay) return [component.content];
  return 'components' in component ? component.components.flatMap(textsOf) : [];
}
