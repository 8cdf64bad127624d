import type { Steps } from '../../runtime/steps/steps.ts';
import { entryAt, valueOf } from '../../runtime/entryAt.ts';
import { mayFillIn } from './fitness.ts';
import { readLines, type Candidate } from './lines.ts';
import { scoreLines, type ScoredLine } from './scoreLines.ts';

export interface SalienceOptions {
  /** How many of these may come from any paragraph; those after them come from paragraphs that have none yet. */
  readonly free: number;
  readonly title?: string | undefined;
  /** BCP 47. */
  readonly language?: string;
}

/** How much what was said already takes from a sentence that says it again. */
const REDUNDANCY = 0.6;
/** A sentence whose words have this share in those chosen already repeats them. */
const REPEAT_SHARE = 0.8;
/** What a second sentence of a paragraph is worth, and one that refers to the sentence before. */
const SAME_PARAGRAPH = 0.6;
const REFERENCE = 0.7;
/** Sentences that are unfit fill in up to this number. */
const FILL_UP_TO = 3;

/**
 * Chooses the sentences that carry a text and can be printed by themselves, and yields their indexes, the best first: the
 * first of them are what a shorter choice consists of. One that leans on the sentence before it is chosen only after that
 * one. Ends if the rest would repeat what is chosen. What is unfit comes last, and only in a text with fewer than three
 * sentences that are fit. A section without a sentence gets one, even if all its words have been used. Yields undefined
 * every millisecond or so, to be run in slices; each choice is linear in the number of sentences.
 */
export function* salient(
  candidates: readonly Candidate[],
  { free, title, language = 'en' }: SalienceOptions,
): Generator<number | undefined, void> {
  const lines = yield* scoreLines(yield* readLines(candidates, language), { title, language });
  const choice = yield* startChoice(lines);
  const fit = lines.filter(({ unfit, score }) => unfit === undefined && score > 0);
  for (let best = bestOf(fit, choice, free); best; best = bestOf(fit, choice, free)) yield take(best, choice);
  for (const line of fit.toSorted((a, b) => b.score - a.score)) {
    const isNew = !choice.sections.has(line.section) && !choice.told.has(key(line));
    if (isNew && line.leaning === undefined) yield take(line, choice);
  }
  const filling = lines.filter(({ unfit, score }) => score > 0 && unfit !== undefined && mayFillIn(unfit));
  while (choice.taken.size < FILL_UP_TO) {
    const best = bestOf(filling, choice, free);
    if (!best) return;
    yield take(best, choice);
  }
}

/** What has been chosen of a text so far. */
interface Choice {
  readonly lines: readonly ScoredLine[];
  /** The lines that hold each term; their number is what the term weighs. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** For each line, what its terms weigh, and how much of that has been said. */
  readonly weight: readonly number[];
  readonly repeated: number[];
  readonly said: Set<string>;
  readonly taken: Set<number>;
  readonly blocks: Set<number>;
  readonly sections: Set<number>;
  /** The terms of each line taken, in order. */
  readonly told: Set<string>;
}

function* startChoice(lines: readonly ScoredLine[]): Steps<Choice> {
  const postings = new Map<string, number[]>();
  for (const { index, terms } of lines) {
    for (const term of terms) {
      const holders = postings.get(term);
      if (holders) holders.push(index);
      else postings.set(term, [index]);
    }
    yield;
  }
  const weight = lines.map(({ terms }) => [...terms].reduce((sum, term) => sum + valueOf(postings, term).length, 0));
  return {
    lines,
    postings,
    weight,
    repeated: lines.map(() => 0),
    said: new Set(),
    taken: new Set(),
    blocks: new Set(),
    sections: new Set(),
    told: new Set(),
  };
}

function bestOf(lines: readonly ScoredLine[], choice: Choice, free: number): ScoredLine | undefined {
  const isFree = choice.taken.size < free;
  let best: ScoredLine | undefined;
  let most = 0;
  for (const line of lines) {
    const { index, block, leaning, score } = line;
    if (choice.taken.has(index) || score <= most) continue;
    const again = choice.blocks.has(block);
    if ((again && !isFree) || !hasSupport(line, choice)) continue;
    const share = entryAt(choice.repeated, index) / entryAt(choice.weight, index);
    if (share > REPEAT_SHARE) continue;
    const gain =
      score * (1 - REDUNDANCY * share) * (again ? SAME_PARAGRAPH : 1) * (leaning === 'reference' ? REFERENCE : 1);
    if (gain > most) {
      most = gain;
      best = line;
    }
  }
  return best;
}

/** Whether a line that leans has what it leans on: the sentence before, for a reference in the same paragraph. */
function hasSupport({ index, block, leaning }: ScoredLine, { lines, taken }: Choice): boolean {
  if (leaning === undefined) return true;
  return taken.has(index - 1) && (leaning === 'connective' || entryAt(lines, index - 1).block === block);
}

function take(line: ScoredLine, choice: Choice): number {
  choice.taken.add(line.index);
  choice.blocks.add(line.block);
  choice.sections.add(line.section);
  choice.told.add(key(line));
  for (const term of line.terms) {
    if (choice.said.has(term)) continue;
    choice.said.add(term);
    const holders = valueOf(choice.postings, term);
    for (const index of holders) choice.repeated[index] = entryAt(choice.repeated, index) + holders.length;
  }
  return line.index;
}

function key({ terms }: ScoredLine): string {
  return [...terms].toSorted().join(' ');
}
