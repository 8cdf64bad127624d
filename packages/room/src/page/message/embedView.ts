import type { APIEmbed } from 'discord-api-types/v10';
import { el, type Child } from '../el.ts';
import type { Names } from '../names.ts';
import { mediaView, safeUrl } from './mediaView.ts';
import { renderMarkdown } from '../markdown/renderMarkdown.ts';

/** Shows one embed: https://docs.discord.com/developers/resources/message#embed-object */
export function embedView(embed: APIEmbed, names: Names): HTMLElement {
  const color: Record<string, string> =
    typeof embed.color === 'number' ? { '--accent-bar': `#${embed.color.toString(16).padStart(6, '0')}` } : {};
  const named = (text: Child, url: string | undefined): Child =>
    safeUrl(url) ? el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, text) : text;
  return el(
    'article.embed.container.accented',
    { style: color },
    embed.author ? el('div.embed-author', {}, named(embed.author.name, embed.author.url)) : null,
    embed.title ? el('div.embed-title', {}, named(renderMarkdown(embed.title, names), embed.url)) : null,
    embed.description ? el('div.text', {}, renderMarkdown(embed.description, names)) : null,
    embed.fields && embed.fields.length > 0
      ? el(
          'div.embed-fields',
          {},
          ...embed.fields.map((field) =>
            el(
              `div.embed-field${field.inline ? '.inline' : ''}`,
              {},
              el('div.embed-field-name', {}, renderMarkdown(field.name, names)),
              el('div.text', {}, renderMarkdown(field.value, names)),
            ),
          ),
        )
      : null,
    embed.image ? mediaView(embed.image) : null,
    embed.thumbnail ? el('div.thumbnail', {}, mediaView(embed.thumbnail)) : null,
    embed.footer || embed.timestamp
      ? el(
          'div.embed-footer',
          {},
          [embed.footer?.text, embed.timestamp ? new Date(embed.timestamp).toLocaleString() : null]
            .filter(Boolean)
            .join(' • '),
        )
      : null,
  );
}
