import { DATE_INFERRED, quotationNote, type CitedWork } from './citedWork.ts';
import type { PersonName } from './personName.ts';

/** Writes a RIS record of type `ELEC` (web page), its lines ended by CR and LF; the passage, its edition and words are in `N1`. */
export function ris({ authors, title, publisher, date, url, language, quotation }: CitedWork): string {
  const month = date?.month === undefined ? '' : String(date.month).padStart(2, '0');
  const day = date?.day === undefined ? '' : String(date.day).padStart(2, '0');
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', 'ELEC'],
    ...authors.map((author) => ['AU', inverted(author)] as const),
    ['TI', title],
    ['PB', publisher],
    ['PY', date?.year],
    ['DA', month === '' ? undefined : `${date?.year ?? ''}/${month}/${day}/`],
    ['UR', url],
    ['LA', language],
    ['N1', quotationNote(quotation)],
    ['N1', date?.inferred ? DATE_INFERRED : undefined],
    ['ER', ''],
  ];
  return lines
    .flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value.replaceAll(/\s+/gu, ' ').trim()}`]))
    .join('\r\n');
}

function inverted(name: PersonName): string {
  if (name.kind === 'whole') return name.name;
  return [name.family, name.given, ...(name.suffix === undefined ? [] : [name.suffix])].join(', ');
}
