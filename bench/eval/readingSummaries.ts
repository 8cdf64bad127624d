import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '../../src/article/article.ts';
import { SUMMARY_LENGTHS, summary, type SummaryLength } from '../../src/answer/summary/summary.ts';
import { segmentMarkdown } from '../../src/segment/segmentMarkdown.ts';
import { articleFromDraft } from '../../src/document/articleFromDraft.ts';
import { EVAL_FOLDER } from '../train/questions.ts';
import type { Measure } from './printMeasures.ts';

const FOLDER = path.join(EVAL_FOLDER, 'reading');

/** One article of the reading set, with what an editor wants in its summary and never in one. */
interface Judged {
  readonly id: string;
  readonly article: Article;
  /** Each point of the text with the phrases that express it. */
  readonly points: readonly (readonly string[])[];
  readonly unfit: readonly string[];
}

/** How summaries of one length did: points told, points that as many sentences from the top tell, lines that cannot be printed. */
interface Tally {
  points: number;
  told: number;
  lead: number;
  lines: number;
  unfit: number;
}

/** Measures summaries of the reading set as its harness does, without asking a question. */
export function readingSummaryMeasures(): readonly Measure[] {
  const judged = readJudged();
  return SUMMARY_LENGTHS.flatMap((length) => {
    const tally: Tally = { points: 0, told: 0, lead: 0, lines: 0, unfit: 0 };
    for (const one of judged) add(tally, one, length);
    const target = length === 'standard' ? 66 : undefined;
    return [
      { name: `reading set, ${length}, points told`, value: (100 * tally.told) / tally.points, target },
      { name: `reading set, ${length}, points that the lead tells`, value: (100 * tally.lead) / tally.points },
      {
        name: `reading set, ${length}, lines that are fit`,
        value: 100 - (100 * tally.unfit) / tally.lines,
        target: 98,
      },
      { name: `reading set, ${length}, lines an article (a number)`, value: tally.lines / judged.length },
    ];
  });
}

/** Reads the articles through the product's own import. */
export function readJudged(): readonly Judged[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return files.toSorted().map((name) => {
    const id = name.slice(0, -'.json'.length);
    const draft = segmentMarkdown(readFileSync(path.join(FOLDER, `${id}.md`), 'utf8'));
    if (draft.kind !== 'draft') throw new Error(`Cannot read "${id}": ${draft.message}`);
    const imported = articleFromDraft(draft, { file: `${id}.md`, extension: '.md', options: { id } });
    if (imported.kind !== 'imported') throw new Error(`Cannot import "${id}": ${imported.reason}`);
    const { summary: wanted } = JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as {
      readonly summary: {
        readonly points: readonly { readonly sentences: readonly string[] }[];
        readonly unfit?: readonly string[];
      };
    };
    return {
      id,
      article: imported.article,
      points: wanted.points.map(({ sentences }) => sentences),
      unfit: wanted.unfit ?? [],
    };
  });
}

function add(tally: Tally, { article, points, unfit }: Judged, length: SummaryLength): void {
  const lines = summary(article, { length }).map(({ text }) => text);
  const top = article.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? block.sentences.map((span) => article.source.slice(...span)) : [],
  );
  tally.points += points.length;
  tally.told += points.filter((point) => lines.some((line) => tells(line, point))).length;
  tally.lead += points.filter((point) => top.slice(0, lines.length).some((line) => tells(line, point))).length;
  tally.lines += lines.length;
  tally.unfit += lines.filter((line) => tells(line, unfit) || !/[.!…][)\]"'”’»]*$/u.test(line.trim())).length;
}

/** Whether a line holds one of these phrases, or is part of one; punctuation and case count for nothing. */
export function tells(line: string, phrases: readonly string[]): boolean {
  const text = plain(line);
  return phrases.some((phrase) => {
    const wanted = plain(phrase);
    return wanted !== '' && (text.includes(wanted) || (text.length > 20 && wanted.includes(text)));
  });
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%$€£]+/gu, ' ')
    .trim();
}
