import type { PartChoice } from '../parts/part.ts';

/** The forms in which events can be had as a file. */
export const EXPORT_FORMATS = ['csv', 'ics', 'json', 'markdown'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

interface FormatWords {
  /** In a list of formats. */
  readonly name: string;
  /** Behind "14 events". */
  readonly as: string;
  readonly extension: string;
}

/** What people call each form, and what computers do. */
export const EXPORT_WORDS: Readonly<Record<ExportFormat, FormatWords>> = {
  csv: {
    name: 'Table (.csv)',
    as: 'as a table',
    extension: 'csv',
  },
  ics: {
    name: 'Calendar (.ics), full dates only',
    as: 'as a calendar',
    extension: 'ics',
  },
  json: { name: 'JSON (.json)', as: 'as JSON', extension: 'json' },
  markdown: { name: 'Markdown (.md)', as: 'in Markdown', extension: 'md' },
};

/** Entries of the select that gives events as a file. */
export const EXPORT_CHOICES: readonly PartChoice[] = EXPORT_FORMATS.map((value) => ({
  label: EXPORT_WORDS[value].name,
  value,
}));

/** Reads the option `export` of a request. */
export function exportFormatOf({
  options,
}: {
  readonly options: Readonly<Record<string, unknown>>;
}): ExportFormat | undefined {
  return EXPORT_FORMATS.find((format) => format === options['export']);
}
