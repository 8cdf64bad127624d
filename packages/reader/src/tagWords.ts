import { isTree } from './isTree.ts';
import type { EventClass, NameKind, PartOfSpeech, TaggedSentence, Word } from './reader.ts';
import type { Numbers } from './loadRuntime.ts';
import { stateOf, tellingOf, type TellingHead } from './telling.ts';
import type { Tokens } from './tokenizer.ts';

/** What is read of `labels.json`: the labels of each output, in order. */
export interface Labels {
  readonly upos: readonly string[];
  readonly relation: readonly string[];
  readonly name: readonly string[];
  readonly event: readonly string[];
}

/** The outputs that tags are read from, each a row for every token, `[CLS]` and `[SEP]` too. */
export type TagOutputs = Readonly<Record<'upos' | 'head' | 'relation' | 'name' | 'event' | 'state', Numbers>>;

/** The label of a token that continues the word before. */
const CONTINUES = '_';

/** Joins tokens into words, and gives each word the labels of its first token; a mention may be marked on any. */
export function tagWords(
  tokens: Tokens,
  outputs: TagOutputs,
  { labels, telling }: { readonly labels: Labels; readonly telling: TellingHead },
): TaggedSentence {
  const { upos, relation, name, event } = labels;
  const uposOf = (token: number, allowed: Allowed = all): string => best(outputs.upos, upos, { token, allowed });
  const words: { first: number; last: number }[] = [];
  const wordOf: number[] = [];
  for (let token = 0; token < tokens.ids.length; token++) {
    const touches = token > 0 && tokens.ends[token - 1] === tokens.starts[token];
    if (touches && (tokens.continues[token] || uposOf(token) === CONTINUES)) words.at(-1)!.last = token;
    else words.push({ first: token, last: token });
    wordOf.push(words.length - 1);
  }
  const tagged = words.map(({ first, last }, index): Word => {
    const marks = tokensOf(first, last).map((token) => best(outputs.event, event, { token }));
    return {
      span: [tokens.starts[first]!, tokens.ends[last]!],
      upos: uposOf(first, isLabel) as PartOfSpeech,
      head: headOf(index, { first, last, heads: outputs.head, wordOf }),
      relation: best(outputs.relation, relation, { token: first, allowed: isLabel }),
      name: nameOf(best(outputs.name, name, { token: first })),
      event: marks.find((mark): mark is EventClass => mark !== 'O'),
      telling: tellingOf(stateOf(outputs.state, first, telling.weights.length), telling),
    };
  });
  return { words: tagged, isTree: isTree(tagged.map(({ head }) => head)), isComplete: !tokens.isCut };
}

type Allowed = (label: string) => boolean;
const all: Allowed = () => true;
const isLabel: Allowed = (label) => label !== CONTINUES;

/** The label with the highest value in a token's row. */
function best(
  values: Numbers,
  labels: readonly string[],
  { token, allowed = all }: { readonly token: number; readonly allowed?: Allowed },
): string {
  const row = (token + 1) * labels.length;
  let found = -1;
  for (let at = 0; at < labels.length; at++)
    if (allowed(labels[at]!) && (found === -1 || values[row + at]! > values[row + found]!)) found = at;
  return labels[found]!;
}

/** The word that the first token points out of the word to; the root's points to `[CLS]`, at 0. */
function headOf(
  word: number,
  { first, last, heads, wordOf }: { first: number; last: number; heads: Numbers; wordOf: readonly number[] },
): number {
  for (const token of tokensOf(first, last)) {
    const head = Number(heads[token + 1]) - 1;
    if (head < 0) return -1;
    const governing = wordOf[head];
    if (governing !== undefined && governing !== word) return governing;
  }
  return word;
}

function nameOf(label: string): Word['name'] {
  if (label === 'O') return undefined;
  return { kind: label.slice(2) as NameKind, begins: label.startsWith('B-') };
}

function tokensOf(first: number, last: number): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
