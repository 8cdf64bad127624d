import { isBodyBlock, type Article, type Block } from '../../article/article.ts';
import type { ArticleTags } from '../../article/tags.ts';
import type { DateExpression } from '../../language/dates/dateExpressions.ts';
import type { Span } from '../../language/span.ts';
import type { Steps } from '../../runtime/steps/steps.ts';
import type { SentencePlace } from '../finding/sentencePlace.ts';
import type { Clause } from './clause.ts';
import { clauseTree, type ClauseTree } from './clauseTree.ts';
import { sentenceClauses } from './sentenceClauses.ts';

const FIRST_PERSON = /^(?:i|we|my|our|me|us|mine|ours)$/u;
const CONTENT = /^(?:NOUN|VERB|PROPN|ADJ)$/u;

interface Placed {
  readonly tree: ClauseTree;
  readonly block: 'standfirst' | 'paragraph' | 'caption';
  readonly paragraph: number;
  readonly section: number;
  readonly inBlock: number;
  readonly role: string;
}

/** Reads the candidates of all tagged sentences of an article, in order; about one sentence per step. */
export function* articleClauses(
  article: Article,
  tags: ArticleTags,
  {
    text,
    dates,
    written,
    from,
  }: {
    /** The source, possibly recased. */
    text: string;
    dates: readonly DateExpression[];
    written: number | undefined;
    /** Where the report starts, after a dateline. */
    from: number | undefined;
  },
): Steps<readonly Clause[]> {
  const placed: Placed[] = [];
  const counts = new Map<string, number>();
  let words = 0;
  let firstPerson = 0;
  for (const { span, ...place } of sentencesOf(article.blocks)) {
    const tagged = tags.sentences.get(span[0]);
    if (!tagged?.isComplete || tagged.words.length === 0) continue;
    const tree = clauseTree(article.source, span, tagged);
    placed.push({ tree, ...place });
    for (const { lemma, text: word, at } of tree.tokens) {
      counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
      // Those who are quoted tell what they lived through; the article does not.
      if (tree.quoted[at] === true) continue;
      words += 1;
      if (FIRST_PERSON.test(word)) firstPerson += 1;
    }
    yield;
  }
  const title = titleLemmas(article, tags);
  const clauses: Clause[] = [];
  for (const [index, { tree, ...rest }] of placed.entries()) {
    const place: SentencePlace = {
      ...rest,
      index,
      count: placed.length,
      title,
      counts,
      firstPerson: firstPerson / Math.max(1, words),
    };
    const inside = datesWithin(dates, tree.span);
    const found = sentenceClauses(tree, { text, dates: inside, place, written });
    clauses.push(...found.filter(({ token }) => from === undefined || token.span[0] >= from));
    yield;
  }
  return clauses;
}

/** The dates within a span, of dates in order. */
function datesWithin(dates: readonly DateExpression[], [start, end]: Span): readonly DateExpression[] {
  return dates.filter(({ span }) => span[0] >= start && span[1] <= end);
}

function* sentencesOf(blocks: readonly Block[]): Generator<{ span: Span } & Omit<Placed, 'tree'>> {
  let paragraph = -1;
  let section = 0;
  for (const block of blocks) {
    if (block.kind === 'heading') section += 1;
    if (!isBodyBlock(block)) continue;
    if (block.kind === 'paragraph') paragraph += 1;
    const role = block.kind === 'paragraph' ? (block.role ?? 'none') : 'none';
    for (const [inBlock, span] of block.sentences.entries())
      yield { span, block: block.kind, paragraph, section, inBlock, role };
  }
}

function titleLemmas({ blocks, source, title }: Article, tags: ArticleTags): ReadonlySet<string> {
  const lemmas = new Set(Array.from(title.toLowerCase().matchAll(/\p{L}{3,}/gu), ([word]) => word));
  for (const block of blocks) {
    const tagged = block.kind === 'title' ? tags.sentences.get(block.span[0]) : undefined;
    if (tagged)
      for (const { lemma, upos } of clauseTree(source, block.span, tagged).tokens)
        if (CONTENT.test(upos)) lemmas.add(lemma);
  }
  return lemmas;
}
