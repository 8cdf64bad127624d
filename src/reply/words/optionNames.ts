import { counted } from './counted.ts';

/** Names of the options that are repeated above an answer. */
export const OPTION_NAMES: Readonly<Record<string, string>> = {
  question: 'Question',
  text: 'Looking for',
  quote: 'Quote',
  about: 'About',
  from: 'From',
  to: 'To',
  place: 'Place',
  who: 'Who',
  section: 'Section',
  article: 'Articles',
  reference: 'Said to be at',
};
/** Options repeated above the message that one is wrong, because its correction buttons need them. */
export const WRONG_OPTION_NAMES: Readonly<Record<string, string>> = {
  ...OPTION_NAMES,
  name: 'Name',
  rename: 'New name',
  when: 'When',
  until: 'Until',
  zone: 'Zone',
  value: 'Value',
};

/** Says how long a text is if only its start is repeated. */
export function lengthInWords(chars: number): string {
  return `(${counted(chars, 'character')} in all)`;
}
