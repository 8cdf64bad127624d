import type { AnswerOf } from '../../answer/answer.ts';
import { counted } from './counted.ts';
import type { Exported } from '../export/exportEvents.ts';
import { EXPORT_WORDS, type ExportFormat } from '../export/exportFormats.ts';

/** What is said of a file: a sentence, and where something is not in it, what. */
export interface ExportWords {
  readonly sentence: string;
  readonly remark?: string;
}

/** Says what is in a file of events, and what could not be put into it; or why there is none. */
export function exportWords({ events }: AnswerOf<'events'>, exported: Exported, format: ExportFormat): ExportWords {
  const total = events.length;
  if (exported.kind === 'empty') {
    const none = total === 1 ? 'The event has no full date' : `None of the ${total} events has a full date`;
    return {
      sentence: `${none}, which a calendar needs; the other forms take ${total === 1 ? 'it' : 'them'} all the same.`,
    };
  }
  const { left } = exported;
  const sentence = `${counted(total - left, 'event')} ${EXPORT_WORDS[format].as}.`;
  if (left === 0) return { sentence };
  return { sentence, remark: `${left} without a full date ${left === 1 ? 'is' : 'are'} not in the file.` };
}
