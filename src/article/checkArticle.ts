import { contains, type Span } from '../language/span.ts';
import { isTextBlock, type ArticleFile, type Block } from './article.ts';
import { editionOf } from './edition.ts';

/** What is wrong with an article, and where in `article.json` it is. */
export interface ArticleProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

interface Checked {
  readonly file: ArticleFile;
  readonly source: string;
}

/** The checks in order; each sees only what the ones before it found sound. */
const PASSES: readonly ((checked: Checked) => readonly ArticleProblem[])[] = [
  spansInside,
  blocksInOrder,
  sentencesInside,
  everythingCovered,
  pagesInOrder,
  numbering,
  editionHolds,
];

/**
 * Checks that the blocks fit the source: spans inside it and in order, every non-blank character in exactly one block,
 * sentences inside their blocks, numbers without gaps, and the edition's hash. Returns the problems of the first pass
 * that finds any.
 */
export function checkArticle(file: ArticleFile, source: string): readonly ArticleProblem[] {
  for (const pass of PASSES) {
    const problems = pass({ file, source });
    if (problems.length > 0) return problems;
  }
  return [];
}

function spansInside({ file, source }: Checked): readonly ArticleProblem[] {
  return file.blocks.flatMap((block, index) =>
    spansOf(block).flatMap(([key, span]) => {
      const path = ['blocks', index, ...key];
      if (span[1] > source.length)
        return [{ path, message: `span ${shownSpan(span)} ends after the source's ${source.length} code units` }];
      if (splitsPair(source, span[0]) || splitsPair(source, span[1]))
        return [{ path, message: `span ${shownSpan(span)} cuts a character in two` }];
      return [];
    }),
  );
}

function blocksInOrder({ file }: Checked): readonly ArticleProblem[] {
  return file.blocks.flatMap(({ span }, index) => {
    const before = file.blocks[index - 1];
    if (!before || before.span[1] <= span[0]) return [];
    return [
      {
        path: ['blocks', index, 'span'],
        message: `span ${shownSpan(span)} starts before the one above it, ${shownSpan(before.span)}, ends`,
      },
    ];
  });
}

function sentencesInside({ file }: Checked): readonly ArticleProblem[] {
  return file.blocks.flatMap((block, index) => {
    if (!isTextBlock(block)) return [];
    const credit = block.kind === 'caption' ? block.credit : undefined;
    const parts: readonly Span[] = credit ? [...block.sentences, credit] : block.sentences;
    return parts.flatMap((span, position) => {
      const path = ['blocks', index, ...(position < block.sentences.length ? ['sentences', position] : ['credit'])];
      const before = parts[position - 1];
      if (!contains(block.span, span))
        return [{ path, message: `span ${shownSpan(span)} is not inside its block, ${shownSpan(block.span)}` }];
      if (before && before[1] > span[0])
        return [
          { path, message: `span ${shownSpan(span)} starts before the one above it, ${shownSpan(before)}, ends` },
        ];
      return [];
    });
  });
}

function everythingCovered({ file, source }: Checked): readonly ArticleProblem[] {
  const gaps: ArticleProblem[] = [];
  let end = 0;
  for (const [index, { span }] of [...file.blocks, { span: [source.length, source.length] as const }].entries()) {
    const lost = firstNonBlank(source, [end, span[0]]);
    if (lost !== undefined) {
      const path = ['blocks', Math.min(index, file.blocks.length - 1), 'span'];
      gaps.push({ path, message: `the source's text at ${lost}, ${startOfText(source, lost)}, is in no block` });
    }
    end = span[1];
  }
  const blank = file.blocks.flatMap(({ span }, index) =>
    firstNonBlank(source, span) === undefined
      ? [{ path: ['blocks', index, 'span'], message: `span ${shownSpan(span)} holds nothing but white space` }]
      : [],
  );
  return [...gaps, ...blank, ...sentencesCover({ file, source })];
}

function sentencesCover({ file, source }: Checked): readonly ArticleProblem[] {
  return file.blocks.flatMap((block, index) => {
    if (!isTextBlock(block)) return [];
    let end = block.span[0];
    const parts = block.kind === 'caption' && block.credit ? [...block.sentences, block.credit] : block.sentences;
    for (const part of [...parts, [block.span[1], block.span[1]] as const]) {
      const lost = firstNonBlank(source, [end, part[0]]);
      if (lost !== undefined)
        return [
          {
            path: ['blocks', index, 'sentences'],
            message: `the block's text at ${lost}, ${startOfText(source, lost)}, is in no sentence`,
          },
        ];
      end = part[1];
    }
    return [];
  });
}

function pagesInOrder({ file }: Checked): readonly ArticleProblem[] {
  return file.blocks.flatMap(({ span, page, pageTurns = [] }, index) => {
    let [at, last] = [span[0], page ?? Number.POSITIVE_INFINITY];
    for (const [turn, [offset, next]] of pageTurns.entries()) {
      const path = ['blocks', index, 'pageTurns', turn];
      if (offset <= at || offset >= span[1])
        return [{ path, message: `page ${next} begins at ${offset}, which is not inside what is left of the block` }];
      if (next <= last) return [{ path, message: `page ${next} does not come after the page before it` }];
      [at, last] = [offset, next];
    }
    return [];
  });
}

function numbering({ file }: Checked): readonly ArticleProblem[] {
  const problems: ArticleProblem[] = [];
  const next = { paragraph: 1, caption: 1 };
  const seen = new Set<string>();
  for (const [index, block] of file.blocks.entries()) {
    if (block.kind === 'paragraph' || block.kind === 'caption') {
      if (block.number !== next[block.kind])
        problems.push({
          path: ['blocks', index, 'number'],
          message: `${block.kind} ${block.number} should be number ${next[block.kind]}`,
        });
      next[block.kind] += 1;
    }
    if (block.kind === 'title' || block.kind === 'standfirst') {
      if (seen.has(block.kind))
        problems.push({
          path: ['blocks', index, 'kind'],
          message: `a second ${block.kind}; an article has one at most`,
        });
      seen.add(block.kind);
    }
  }
  if (next.paragraph === 1) problems.push({ path: ['blocks'], message: 'there is no paragraph' });
  return problems;
}

function editionHolds({ file, source }: Checked): readonly ArticleProblem[] {
  const edition = editionOf(source, file.blocks);
  if (edition === file.edition) return [];
  return [
    {
      path: ['edition'],
      message: `the source or the spans were changed: the edition is ${edition} now; "check --accept" takes the change on`,
    },
  ];
}

function spansOf(block: Block): readonly (readonly [path: readonly PropertyKey[], span: Span])[] {
  const own = [[['span'], block.span] as const];
  if (!isTextBlock(block)) return own;
  const sentences = block.sentences.map((span, index) => [['sentences', index], span] as const);
  const credit = block.kind === 'caption' && block.credit ? [[['credit'], block.credit] as const] : [];
  return [...own, ...sentences, ...credit];
}

function firstNonBlank(text: string, [start, end]: Span): number | undefined {
  const offset = text.slice(start, end).search(/[^\s\uFEFF]/u);
  return offset === -1 ? undefined : start + offset;
}

function splitsPair(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[at] ?? '');
}

function startOfText(text: string, at: number): string {
  return JSON.stringify(text.slice(at, at + 24).split('\n', 1)[0]);
}

function shownSpan([start, end]: Span): string {
  return `[${start}, ${end}]`;
}
