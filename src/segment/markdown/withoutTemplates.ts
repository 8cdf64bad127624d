import { componentsOf } from './componentsOf.ts';
import { cut } from './cut.ts';

/** An attribute that holds words for readers. */
const CAPTION = /\b(?:caption|attrtext)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|“([^”]*)”)/iu;
const TITLE = /\b(?:title|label|summary|header|heading)\s*=\s*(?:"([^"]*)"|'([^']*)')/iu;

/** Comments, and code that is run: nothing of it is for readers. */
const MACHINERY: readonly RegExp[] = [
  /\{\/\*[\s\S]*?\*\/\}/gu,
  /\{\{[<%]?-?\/\*[\s\S]*?\*\/-?[>%]?\}\}/gu,
  /\{%-?\s*comment\s*-?%\}[\s\S]*?\{%-?\s*endcomment\s*-?%\}/gu,
  /\{#[\s-][^{}]*?#\}/gu,
  // Modules of MDX: a block of its own.
  /(?<=^|\n[ \t]*\n)(?:import\s[^\n;]*?(?:from\s*)?['"][^'"\n]+['"];?[ \t]*|export\s+(?:const|let|var|default|function|async|class|\{|\*)[^\n]*)(?:\n(?!\s*\n)[^\n]*)*/gu,
];
const HIGHLIGHT = /\{%-?\s*(?:highlight|codeblock)\b([^%\n]*)%\}([\s\S]*?)\{%-?\s*end(?:highlight|codeblock)\s*-?%\}/gu;
const TAGS: readonly RegExp[] = [
  /\{\{[<%][^\n]*?[>%]\}\}/gu,
  /\{%[^\n]*?%\}/gu,
  /<%[^\n]*?%>/gu,
  // What a variable holds is not in the file: {{ page.title }}, {{ 'x' | url }}; "{{name}}" may be an example.
  /\{\{-?\s*(?:[\w-]+(?:\.[\w-]+)+|[^{}|\n]{1,80}\|[^{}\n]{1,120})\s*-?\}\}/gu,
];
/**
 * Takes out of a Markdown text what site generators run: shortcodes, Liquid, ERB, MDX. What they enclose stays, and so
 * do captions and titles that they are given. A tag between two words leaves a space.
 */
export function withoutTemplates(text: string): string {
  if (!/[{<]|^(?:import|export)\s/mu.test(text)) return text;
  const read = MACHINERY.reduce((left, pattern) => cut(left, pattern), text).replaceAll(
    HIGHLIGHT,
    (_whole, language: string, code: string) =>
      `\n\n\`\`\`${/\w+/u.exec(language)?.[0] ?? ''}\n${code.replace(/^\n+|\s+$/gu, '')}\n\`\`\`\n\n`,
  );
  const plain = TAGS.reduce((left, pattern) => cut(left, pattern, (tag) => captionOf(tag)), read);
  return withoutComponents(plain);
}

function withoutComponents(text: string): string {
  const components = componentsOf(text);
  const left = components.map(([start, end], index) => {
    const tag = text.slice(start, end);
    const isBetween =
      /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 1), start)) &&
      /^[\p{L}\p{N}]/u.test(text.slice(end, end + 1));
    return (
      text.slice(components[index - 1]?.[1] ?? 0, start) + (captionOf(tag) || titleOf(tag) || (isBetween ? ' ' : ''))
    );
  });
  return left.join('') + text.slice(components.at(-1)?.[1] ?? 0);
}

function captionOf(tag: string): string {
  const caption = CAPTION.exec(tag)?.slice(1).find(Boolean)?.trim();
  return caption ? `\n\n![${caption.replaceAll(/[[\]]/gu, String.raw`\$&`)}](x)\n\n` : '';
}

function titleOf(tag: string): string {
  if (tag.endsWith('/>') || tag.startsWith('</')) return '';
  const title = TITLE.exec(tag)?.slice(1).find(Boolean)?.trim();
  return title ? `\n\n${title}\n\n` : '';
}
