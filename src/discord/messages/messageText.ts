import { ComponentType, type APIMessageComponent, type Embed, type Message } from 'discord.js';

/** The parts of a message that are read; a forwarded one is partial. */
interface Texts {
  readonly content?: string | null;
  readonly components?: Message['components'] | null;
  readonly embeds?: readonly Partial<Pick<Embed, 'title' | 'description' | 'fields' | 'data'>>[] | null;
  readonly messageSnapshots?: { values(): Iterable<Texts> } | null;
}

/**
 * Reads the text of a message: its content, text displays, the embeds made by its author, and the same of forwarded
 * messages. Link previews are left out: their text is from a web page.
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
