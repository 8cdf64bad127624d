import type { PartChoice } from '../parts/part.ts';
import { EXPORT_NAMES } from '../words/events/exportWords.ts';
import { EXPORT_FORMATS } from './exportFormats.ts';

/** The entries of the export menu: every format, in order. */
export const EXPORT_CHOICES: readonly PartChoice[] = EXPORT_FORMATS.map((value) => ({
  label: EXPORT_NAMES[value],
  value,
}));
