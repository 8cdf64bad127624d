import type { CitationFormat } from '../../excerpt/citation.ts';

/** The names of the citation formats. */
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
