import type { AnswerOf } from '../../answer/answer.ts';
import type { RenderContext } from '../parts/renderContext.ts';
import { withRules } from '../answerJson.ts';
import { eventsCalendar } from './eventsCalendar.ts';
import { eventsCsv } from './eventsCsv.ts';
import { eventsMarkdown } from './eventsMarkdown.ts';
import { EXTENSIONS, type ExportFormat } from './exportFormats.ts';

/** A file, as a message attaches it or a terminal writes it. */
export interface ExportedFile {
  readonly name: string;
  /** Text, to be encoded as UTF-8. */
  readonly content: string;
}

/** The file, with the number of events that do not fit into its format; or `empty` if none does. */
export type Exported =
  | { readonly kind: 'file'; readonly file: ExportedFile; readonly left: number }
  | { readonly kind: 'empty' };

export interface ExportOptions extends Pick<RenderContext, 'articles' | 'links'> {
  readonly format: ExportFormat;
  /** The creation time. */
  readonly now: Date;
}

/** Creates a file of all given events, in order. Its name contains the article if there is only one. */
export function exportEvents(answer: AnswerOf<'events'>, { format, ...context }: ExportOptions): Exported {
  const { events } = answer;
  const { content, left } = CONTENTS[format](answer, context) ?? {};
  if (content === undefined) return { kind: 'empty' };
  const [id, ...others] = new Set(events.map(({ excerpt }) => excerpt.article));
  const name = `${id !== undefined && others.length === 0 ? `${id}-events` : 'events'}.${EXTENSIONS[format]}`;
  return { kind: 'file', file: { name, content }, left: left ?? 0 };
}

const CONTENTS: Readonly<
  Record<
    ExportFormat,
    (
      answer: AnswerOf<'events'>,
      context: Omit<ExportOptions, 'format'>,
    ) => { readonly content: string; readonly left?: number } | undefined
  >
> = {
  csv: ({ events }, context) => ({ content: eventsCsv(events, context) }),
  ics: ({ events }, context) => eventsCalendar(events, context),
  json: (answer) => ({ content: `${JSON.stringify(withRules(answer), null, 2)}\n` }),
  markdown: ({ events }, context) => ({ content: eventsMarkdown(events, context) }),
};
