import { describe, expect, test } from 'vitest';
import { passageOfBlock } from '../../src/article/passage.ts';
import { citation, CITATION_FORMATS } from '../../src/excerpt/citation.ts';
import { excerptOf } from '../../src/excerpt/excerpt.ts';
import { sourceLine } from '../../src/reply/words/citation.ts';
import { eventsCalendar } from '../../src/reply/export/eventsCalendar.ts';
import { publishedInWords } from '../../src/reply/words/publishedInWords.ts';
import { plainText } from '../../src/reply/text/plainText.ts';
import { sources } from '../../src/answer/sources.ts';
import { lighthouse } from '../fixtures/article.ts';
import { eventOn } from '../fixtures/event.ts';

const inferred = { ...lighthouse, publishedNote: 'It tells of that day as today.' };
const excerpt = excerptOf(lighthouse, passageOfBlock(lighthouse, 5));
const SAID: Readonly<Record<string, string>> = {
  plain: '2 June 2024 (inferred)',
  markdown: '2 June 2024 (inferred)',
  blockquote: '2 June 2024 (inferred)',
  apa: '([2024, June 2])',
  chicago: '[June 2, 2024]',
  bibtex: 'date inferred, not stated in the source',
  ris: 'N1  - date inferred, not stated in the source',
  'csl-json': '"circa": true',
};

describe('an article’s date that the source does not state', () => {
  test.each(CITATION_FORMATS.filter((format) => format in SAID))(
    'is inferred in a citation as %s, and only then',
    (format) => {
      const write = (article: typeof lighthouse) => citation(format, [excerpt], { article });
      expect(write(inferred)).toContain(SAID[format]);
      expect(write(lighthouse)).not.toMatch(/inferred|circa|\[2024|\[June/u);
    },
  );

  test('is inferred below a quote and in lists', () => {
    expect(sourceLine(inferred, inferred.id)).toContain(' · 2 June 2024 (inferred)');
    expect(
      plainText(sources([inferred], { refused: () => undefined, broken: () => [] }), { articles: new Map() }),
    ).toContain('2 June 2024 (inferred), ');
    expect([publishedInWords(lighthouse), publishedInWords({})]).toEqual(['2 June 2024', 'undated']);
  });
});

describe('an event’s date that the source does not state', () => {
  const [event, stated] = [eventOn(excerpt, '2024-06-03', { certainty: 'inferred' }), eventOn(excerpt, '2024-06-04')];
  const context = { articles: new Map([[lighthouse.id as string, lighthouse]]), links: () => undefined };

  test('is inferred in a calendar and in a terminal', () => {
    const { content } = eventsCalendar([event], { ...context, now: new Date(0) })!;
    expect(content).toMatch(/^SUMMARY:.*\(date inferred\)/mu);
    expect(plainText({ kind: 'events', events: [event, stated] }, context)).toMatch(
      /^3 June 2024: .* \(date inferred\)$/mu,
    );
  });
});
