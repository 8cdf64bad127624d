import type { KnownArticle } from '../../src/utterance/intent.ts';

/** Articles that the utterances of the tests may mean. */
export const KNOWN: readonly KnownArticle[] = [
  known('lighthouse', 'The Last Keeper of Skarn Rock', ['A rock nobody wanted', 'What comes next']),
  known('bees', 'The Year Without Bees: How One Valley Lost Its Pollinators', [
    'What the farmers saw',
    'Methods',
    'Conclusion',
  ]),
  known('harbour-tax', 'Norland Raises Its Harbour Tax', []),
];

export const COMMANDS = [
  'ask',
  'quote',
  'verify',
  'cite',
  'summary',
  'section',
  'event',
  'help',
  'sources',
  'digest',
  'settings',
];

function known(id: string, title: string, headings: readonly string[]): KnownArticle {
  return { id, title, headings: () => headings };
}
