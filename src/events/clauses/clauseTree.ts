import { entryAt } from '../../runtime/entryAt.ts';
import type { TaggedSentence } from 'rapporteur-reader';
import type { Span } from '../../language/span.ts';
import { nounLemma, verbLemma } from '../lexicon/lemma.ts';
import { treeHeads } from './treeHeads.ts';

const QUOTATION_MARK = /^["“”]$/u;

type Tagged = TaggedSentence['words'][number];

/** A word of a tagged sentence, with its place in the sentence's tree. */
export interface Token extends Pick<Tagged, 'upos' | 'relation' | 'name' | 'event' | 'telling'> {
  readonly at: number;
  /** In the source. */
  readonly span: Span;
  /** As written. */
  readonly written: string;
  /** In lower case, with a straight apostrophe. */
  readonly text: string;
  /** The verb's base form or the noun's singular; other words as they are. */
  readonly lemma: string;
  /** Index of the governing token; -1 for the root. */
  readonly head: number;
  /** Indexes of the tokens it governs, in order. */
  readonly children: readonly number[];
}

/** A sentence as one tree of words, whatever the reader's heads were. */
export interface ClauseTree {
  readonly span: Span;
  readonly tokens: readonly Token[];
  /** For each token, whether it is within quotation marks. */
  readonly quoted: readonly boolean[];
}

/** Reads a tagged sentence, which begins at `span[0]` of the source, as a tree. Linear in the sentence. */
export function clauseTree(source: string, span: Span, { words }: Pick<TaggedSentence, 'words'>): ClauseTree {
  const heads = treeHeads(words);
  const children: number[][] = words.map(() => []);
  for (const [at, head] of heads.entries()) if (head >= 0) entryAt(children, head).push(at);
  const tokens = words.map((word, at): Token => {
    const own: Span = [span[0] + word.span[0], span[0] + word.span[1]];
    const written = source.slice(...own);
    const text = written.toLowerCase().replaceAll('’', "'");
    return {
      at,
      span: own,
      written,
      text,
      lemma: lemmaOf(text, word.upos),
      upos: word.upos,
      relation: word.relation,
      name: word.name,
      event: word.event,
      telling: word.telling,
      head: entryAt(heads, at),
      children: entryAt(children, at),
    };
  });
  return { span, tokens, quoted: quotedTokens(tokens) };
}

function lemmaOf(text: string, upos: Tagged['upos']): string {
  if (upos === 'VERB' || upos === 'AUX') return verbLemma(text);
  return upos === 'NOUN' ? nounLemma(text) : text;
}

/** A sentence can begin or end within a quotation, with one of its marks alone. */
function quotedTokens(tokens: readonly Token[]): readonly boolean[] {
  const marks = tokens.filter(({ written }) => QUOTATION_MARK.test(written));
  let open = marks[0]?.written === '”' || (marks.length === 1 && marks[0]?.written === '"' && marks[0].at > 0);
  return tokens.map(({ written }) => {
    if (written === '“') open = true;
    else if (written === '”') open = false;
    else if (written === '"') open = !open;
    return open;
  });
}
