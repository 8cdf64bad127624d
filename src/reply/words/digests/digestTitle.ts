import { describeDate } from './calendarWords.ts';
import type { DigestTitle } from '../../../digest/digestResult.ts';

/** Writes the heading of a digest: "Heading · Title (2 of 7)". */
export function digestTitle(title: DigestTitle): string {
  switch (title.kind) {
    case 'article':
      return title.title;
    case 'articles':
      return `${title.count} articles`;
    case 'section':
      return sectionTitle(title);
    case 'events':
      return 'Events';
    case 'on-this-day':
      return 'On this day';
    default:
      return title satisfies never;
  }
}

function sectionTitle({ title, heading, isOnly, place }: Extract<DigestTitle, { kind: 'section' }>): string {
  const untitled = isOnly ? title : `${title}: before the first heading`;
  const name = heading === null ? untitled : `${heading} · ${title}`;
  return place === undefined ? name : `${name} (${place.number} of ${place.of})`;
}

/** Names the thread below a digest's message; `date` is YYYY-MM-DD. */
export function digestThread({ name }: { readonly name: string }, date: string): string {
  return `${name}, ${describeDate(date)}`;
}
