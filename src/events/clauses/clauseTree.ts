import { entryAt } from '../../runtime/entryAt.ts';
import type { TaggedSentence } from 'rapporteur-reader';
import type { Span } from '../../language/span.ts';
import { nounLemma, verbLemma } from '../lexicon/lemma.ts';
import { isVerbLemma } from '../lexicon/senses.ts';
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
    const text = contracted(source, span[0], { words, at });
    const upos = partOfSpeech(word, { written, text });
    return {
      at,
      span: own,
      written,
      text,
      lemma: lemmaOf(text, upos),
      upos,
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

const NOT = /^['’]t$/iu;

/** A word in lower case; of "didn't", which the reader parts before the mark, the words that it is made of. */
function contracted(source: string, from: number, { words, at }: { words: readonly Tagged[]; at: number }): string {
  const written = (index: number): string => {
    const own = words[index]?.span;
    return own ? source.slice(from + own[0], from + own[1]) : '';
  };
  const text = written(at).toLowerCase().replaceAll('’', "'");
  if (NOT.test(text) && /n$/iu.test(written(at - 1))) return "n't";
  return text.endsWith('n') && NOT.test(written(at + 1)) ? text.slice(0, -1) : text;
}

/** Verbs that end as adverbs do. */
const VERB_IN_LY =
  /^(?:ally|apply|belly|bully|comply|dally|fly|gully|imply|jelly|multiply|ply|rally|rely|reply|sally|sully|supply|tally)$/u;

/** The reader's part of speech, but for what the form of a word rules out: "unanimously" is no verb, nor "resigned" a name. */
function partOfSpeech({ upos, event }: Tagged, { written, text }: { written: string; text: string }): Tagged['upos'] {
  if (upos === 'VERB' && /\p{L}{3}ly$/u.test(text) && !VERB_IN_LY.test(text.replace(/^(?:out|over|re|mis)/u, '')))
    return 'ADV';
  if (upos === 'PROPN' && event === 'OCCURRENCE' && /^\p{Ll}+ed$/u.test(written)) {
    const lemma = verbLemma(text);
    if (lemma !== text && isVerbLemma(lemma)) return 'VERB';
  }
  return upos;
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
