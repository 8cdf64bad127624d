import type { AnswerOf } from '../../../answer/answer.ts';
import type { Exported } from '../../export/exportEvents.ts';
import type { ExportFormat } from '../../export/exportFormats.ts';
import { counted } from '../counted.ts';

/** Names of the formats in menus and lists. */
export const EXPORT_NAMES: Readonly<Record<ExportFormat, string>> = {
  csv: 'Table (.csv)',
  ics: 'Calendar (.ics), full dates only',
  json: 'JSON (.json)',
  markdown: 'Markdown (.md)',
};
/** Appended to "14 events". */
const AS: Readonly<Record<ExportFormat, string>> = {
  csv: 'as a table',
  ics: 'as a calendar',
  json: 'as JSON',
  markdown: 'in Markdown',
};

/** Said if the bot lacks the permission to attach files. */
export const NO_ATTACHMENTS =
  'I cannot attach files in this channel. Ask its managers for the permission “Attach Files”, or ask me in a direct message.';

/** Says that a file would be too large for Discord. */
export function tooLargeToAttach(events: number): string {
  return `${counted(events, 'event')} would make a file larger than Discord accepts; ask for fewer of them.`;
}

/** A sentence about a file and about what it leaves out. */
export interface ExportWords {
  readonly sentence: string;
  readonly remark?: string;
}

/** Says what a file of events contains and leaves out, or why there is no file. */
export function exportWords({ events }: AnswerOf<'events'>, exported: Exported, format: ExportFormat): ExportWords {
  const total = events.length;
  if (exported.kind === 'empty') {
    const none = total === 1 ? 'The event has no full date' : `None of the ${total} events has a full date`;
    return { sentence: `${none}, which a calendar needs; the other formats can hold ${total === 1 ? 'it' : 'them'}.` };
  }
  const { left } = exported;
  const sentence = `${counted(total - left, 'event')} ${AS[format]}.`;
  if (left === 0) return { sentence };
  return { sentence, remark: `${left} without a full date ${left === 1 ? 'is' : 'are'} not in the file.` };
}
