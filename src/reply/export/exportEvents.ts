import type { AnswerOf } from '../../answer/answer.ts';
import type { RenderContext } from '../parts/renderContext.ts';
import { withRules } from '../answerJson.ts';
import { eventsCalendar } from './eventsCalendar.ts';
import { eventsCsv } from './eventsCsv.ts';
import { eventsMarkdown } from './eventsMarkdown.ts';
import { EXTENSIONS, type ExportFormat } from './exportFormats.ts';

/** A file as a message or a terminal gives it. */
export interface ExportedFile {
  readonly name: string;
  /** Text, to be written in UTF-8. */
  readonly content: string;
}

/** The file, with the number of events that could not be put into it; or that there would be nothing in it. */
export type Exported =
  | { readonly kind: 'file'; readonly file: ExportedFile; readonly left: number }
  | { readonly kind: 'empty' };

export interface ExportOptions extends Pick<RenderContext, 'articles' | 'links'> {
  readonly format: ExportFormat;
  /** When the file is made. */
  readonly now: Date;
}

/** Makes a file of events, all of them and in their order. Its name tells the article, where it is one. */
export function exportEvents(answer: AnswerOf<'events'>, { format, ...context }: ExportOptions): Exported {
  const { events } = answer;
  const { content, left } = CONTENTS[format](answer, context) ?? {};
  if (content === undefined) return { kind: 'empty' };
  const [id, ...others] = new Set(events.map(({ excerpt }) => excerpt.article));
  const name = `${others.length === 0 ? `${id!}-events` : 'events'}.${EXTENSIONS[format]}`;
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
