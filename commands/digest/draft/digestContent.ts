import { parseReferences } from '../../../src/article/references/parseReferences.ts';
import type { AnswerOf } from '../../../src/answer/answer.ts';
import type { LENGTHS, Content } from '../../../src/schedule/schedule.ts';
import { invalid } from '../../../src/command/checkOptions.ts';
import type { CommandContext } from '../../../src/command/command.ts';
import { digestProblem } from '../../../src/reply/words/digests/digestWords.ts';
import { noReference } from '../../../src/reply/words/commands/referenceWords.ts';
import { chooseArticle, chooseOneArticle, chooseSection } from '../../../src/command/scope.ts';
import type { WHAT_OPTION } from '../digestOptions.ts';

type DigestKind = (typeof WHAT_OPTION)['choices'][number]['value'];

/** The options that say what a digest posts. */
export interface ContentOptions {
  readonly what: DigestKind;
  readonly article?: string | undefined;
  readonly section?: string | undefined;
  readonly reference?: string | undefined;
  readonly length?: (typeof LENGTHS)[number] | undefined;
  readonly after?: 'wrap' | 'end' | undefined;
}

/** What a digest posts, or what is wrong with an option. */
type DigestContent = { readonly kind: 'content'; readonly content: Content } | AnswerOf<'invalid'>;

/** Builds what a digest posts from its options, each checked against the available articles. */
export function digestContent(options: ContentOptions, context: CommandContext): DigestContent {
  const { what, length = 'standard', after = 'wrap' } = options;
  const named = options.section ?? options.reference;
  const choice =
    named === undefined ? chooseArticle(options.article, context) : chooseOneArticle(options.article, context);
  if (choice.kind === 'invalid') return choice;
  const article = choice.article ? { article: choice.article.id } : {};
  switch (what) {
    case 'sections':
      return { kind: 'content', content: { kind: 'sections', ...article, length, after } };
    case 'summary':
      return { kind: 'content', content: { kind: 'summary', ...article, length } };
    case 'events':
      return { kind: 'content', content: { kind: 'events', ...article, length, which: 'all' } };
    case 'on-this-day':
      return { kind: 'content', content: { kind: 'events', ...article, length, which: 'on-this-day' } };
    case 'quote':
      return quoteContent(options, { ...article, length });
    case 'section': {
      if (options.section === undefined || !choice.article)
        return invalid('section', digestProblem({ kind: 'no-section' }));
      const part = chooseSection(options.section, choice.article);
      if (part.kind === 'invalid') return part;
      const section = part.section.heading ?? '0';
      return { kind: 'content', content: { kind: 'section', article: choice.article.id, section, length } };
    }
    default:
      return what satisfies never;
  }
}

/** Returns the options that lead to what a digest posts. */
export function contentOptions(content: Content): ContentOptions {
  const what: DigestKind = content.kind === 'events' && content.which === 'on-this-day' ? 'on-this-day' : content.kind;
  const { article, length } = content;
  return {
    what,
    article,
    length,
    ...(content.kind === 'section' ? { section: content.section } : {}),
    ...(content.kind === 'sections' ? { after: content.after } : {}),
    ...(content.kind === 'quote' ? { reference: content.reference } : {}),
  };
}

function quoteContent({ reference }: ContentOptions, common: Pick<Content, 'article' | 'length'>): DigestContent {
  if (reference === undefined) return { kind: 'content', content: { kind: 'quote', ...common } };
  if (!parseReferences(reference)) return invalid('reference', noReference(reference));
  return { kind: 'content', content: { kind: 'quote', ...common, reference } };
}
