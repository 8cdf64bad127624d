import { ComponentType, type APIMessageComponent, type Embed, type Message } from 'discord.js';

/** What is read of a message, or of one forwarded in it, which is partial. */
interface Texts {
  readonly content?: string | null;
  readonly components?: Message['components'] | null;
  readonly embeds?: readonly Partial<Pick<Embed, 'title' | 'description' | 'fields' | 'data'>>[] | null;
  readonly messageSnapshots?: { values(): Iterable<Texts> } | null;
}

/**
 * Reads what a message says: its content, the text displays of one that is made of components, the embeds that its author
 * made, and the same of messages forwarded in it. Previews of links are left out: a web page says them, not the message.
 */
export function textOf({ content, components, embeds, messageSnapshots }: Texts): string {
  const own = content ? [content] : (components ?? []).flatMap((component) => textsOf(component.toJSON()));
  const made = (embeds ?? []).filter(({ data }) => (data?.type ?? 'rich') === 'rich').flatMap(textsOfEmbed);
  const forwarded = Array.from(messageSnapshots?.values() ?? [], textOf);
  return [...own, ...made, ...forwarded].filter((text) => text !== '').join('\n\n');
}

function textsOf(component: APIMessageComponent): readonly string[] {
  if (component.type === ComponentType.TextDisplay) return [component.content];
  return 'components' in component ? component.components.flatMap(textsOf) : [];
}

function textsOfEmbed({ title, description, fields = [] }: NonNullable<Texts['embeds']>[number]): readonly string[] {
  return [title, description, ...fields.flatMap(({ name, value }) => [name, value])].filter(
    (text): text is string => typeof text === 'string',
  );
}
