import { CITATION_FORMATS, type CitationFormat } from '../../excerpt/citation.ts';
import type { PartChoice } from '../parts/part.ts';

/** What people call the forms of a citation. */
export const FORMAT_NAMES: Readonly<Record<CitationFormat, string>> = {
  plain: 'Plain text',
  markdown: 'Markdown',
  blockquote: 'Markdown block quote',
  link: 'Link',
  apa: 'APA 7',
  chicago: 'Chicago 17 (note)',
  bibtex: 'BibTeX',
  ris: 'RIS',
  'csl-json': 'CSL-JSON',
  'web-annotation': 'W3C Web Annotation',
};

/** Entries of the select that cites a passage: every form there is, in its order. */
export const FORMAT_CHOICES: readonly PartChoice[] = CITATION_FORMATS.map((value) => ({
  label: FORMAT_NAMES[value],
  value,
}));
