import { DATE_INFERRED, quotationNote, type CitedWork } from './citedWork.ts';

/** Writes CSL-JSON: an array with one item of type `webpage`; the passage, its edition and words are in `note`, as items have no locator. */
export function cslJson({ id, authors, title, publisher, date, url, language, quotation }: CitedWork): string {
  const parts = date && [Number(date.year), date.month, date.day].filter((part) => part !== undefined);
  const notes = [quotationNote(quotation), date?.inferred ? DATE_INFERRED : ''].filter(Boolean);
  const item = {
    id,
    type: 'webpage',
    title,
    author:
      authors.length === 0
        ? undefined
        : authors.map((name) =>
            name.kind === 'whole'
              ? { literal: name.name }
              : { family: name.family, given: name.given, suffix: name.suffix },
          ),
    'container-title': publisher,
    issued: parts && { 'date-parts': [parts], circa: date.inferred },
    URL: url,
    language,
    note: notes.join('; '),
  };
  return JSON.stringify([item], null, 2);
}
