import { CITATION_FORMATS } from '../../excerpt/citation.ts';
import { FORMAT_NAMES } from '../words/formatNames.ts';
import type { PartChoice } from '../parts/part.ts';

/** The entries of the citation menu: every format, in order. */
export const FORMAT_CHOICES: readonly PartChoice[] = CITATION_FORMATS.map((value) => ({
  label: FORMAT_NAMES[value],
  value,
}));
