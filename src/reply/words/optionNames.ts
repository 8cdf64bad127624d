import { counted } from './counted.ts';

/** The names of the options that are repeated above an answer. */
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
/** Those that are repeated above the message that an option is wrong, whose correction buttons need them. */
export const WRONG_OPTION_NAMES: Readonly<Record<string, string>> = {
  ...OPTION_NAMES,
  name: 'Name',
  rename: 'New name',
  when: 'When',
  until: 'Until',
  zone: 'Zone',
  value: 'Value',
};

/** Says how long a text is of which only the start is repeated. */
export function lengthInWords(chars: number): string {
  return `(${counted(chars, 'character')} in all)`;
}
