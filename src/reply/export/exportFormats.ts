/** The file formats of events. */
export const EXPORT_FORMATS = ['csv', 'ics', 'json', 'markdown'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** File extensions. */
export const EXTENSIONS: Readonly<Record<ExportFormat, string>> = {
  csv: 'csv',
  ics: 'ics',
  json: 'json',
  markdown: 'md',
};

/** Parses the `export` option of a request. */
export function exportFormatOf({
  options,
}: {
  readonly options: Readonly<Record<string, unknown>>;
}): ExportFormat | undefined {
  return EXPORT_FORMATS.find((format) => format === options['export']);
}
