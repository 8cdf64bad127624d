import type { Article } from '../../src/article/article.ts';
import { segmentText } from '../../src/segment/segmentText.ts';
import { benchArticle } from './benchArticle.ts';
import { makeArticles } from './texts.ts';

const WALL_CHARS = 100_000;

/** Texts that are sound articles and yet hard on whoever reads them: one thing repeated, or one paragraph without an end. */
export function hostileArticles(): readonly Article[] {
  const prose = makeArticles(6000, { perArticle: 6000, seed: 5 })[0]!.source.replaceAll('\n', ' ').slice(0, WALL_CHARS);
  const texts: Readonly<Record<string, string>> = {
    wall: prose,
    'wall-one-sentence': prose.replaceAll('.', ','),
    'repeated-word': 'ha '.repeat(20_000),
    hyphens: 'a-'.repeat(50_000),
    'equal-sentences': 'The vote was carried by the members of the house. '.repeat(4000),
    'white-space': `${`word${' '.repeat(997)}`.repeat(100)}end`,
    'quotation-marks': `Said ${'“a '.repeat(30_000)}`,
    'dated-wall': 'on 3 May 2024 in Paris the police arrested Ann Hale and '.repeat(1800),
    capitals: 'UN '.repeat(30_000),
    marks: `e${'\u0301'.repeat(50_000)} and`,
    'many-paragraphs': 'A short paragraph about the vote in Paris on 3 May 2024.\n\n'.repeat(5000),
  };
  return Object.entries(texts).map(([id, text]) => readAs(id, text));
}

/** Reads a text as `import` does. */
function readAs(id: string, text: string): Article {
  const draft = segmentText(`${id}\n\n${text}\n`);
  if (draft.kind !== 'draft') throw new Error(`Cannot read "${id}": ${draft.message}`);
  return benchArticle(id, draft);
}
