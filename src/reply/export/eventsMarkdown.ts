import type { AnswerEvent } from '../../answer/schema/eventAnswers.ts';
import { citation } from '../../excerpt/citation.ts';
import { escapeMarkdown } from '../../excerpt/escapeMarkdown.ts';
import { alsoToldAt, dateInWords, EVENTS, eventsToldIn, remarksOn } from '../words/events/eventWords.ts';
import { articleOf, handleOf, type RenderContext } from '../parts/renderContext.ts';

/**
 * Writes events as a CommonMark list: the date in words and the label, then the source's own words as a block quote
 * with its citation, escaped to show character for character.
 */
export function eventsMarkdown(
  events: readonly AnswerEvent[],
  { articles, links }: Pick<RenderContext, 'articles' | 'links'>,
): string {
  const ids = new Set(events.flatMap(({ excerpt, also }) => [excerpt, ...also].map(({ article }) => article)));
  const titles = Array.from(ids, (id) => `“${escapeMarkdown(oneLine(articles.get(id)?.title ?? id))}”`);
  const items = events.map((event) => {
    const { excerpt, label, also } = event;
    const article = articleOf(excerpt, articles);
    const link = links(excerpt);
    const quote = article
      ? citation('blockquote', [excerpt], { article, links: link === undefined ? {} : { reader: link } })
      : `> ${escapeMarkdown(excerpt.text).replaceAll('\n', '\n> ')}\n>\n> — ${escapeMarkdown(handleOf(excerpt))}`;
    const rest = also.map((other) => escapeMarkdown(handleOf(other)));
    const remarks = remarksOn(event);
    return [
      `- **${escapeMarkdown(dateInWords(event))}**: ${escapeMarkdown(oneLine(label))}${remarks === '' ? '' : ` *(${escapeMarkdown(remarks)})*`}`,
      indented(quote),
      ...(rest.length === 0 ? [] : [indented(`${alsoToldAt(rest)}.`)]),
    ].join('\n\n');
  });
  return `# ${EVENTS}\n\n${eventsToldIn(events.length, titles)}.\n\n${items.join('\n\n')}\n`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

function indented(markdown: string): string {
  return markdown.replaceAll(/^(?=.)/gmu, '  ');
}
