import { parseReferences } from '../article/references.ts';
import type { AnswerOf } from '../answer/answer.ts';
import type { LENGTHS, Content } from '../schedule/schedule.ts';
import { invalid } from './checkOptions.ts';
import type { CommandContext } from './context.ts';
import { chooseArticle, chooseOneArticle, chooseSection } from './scope.ts';

/** What a digest may post, as the option `what` names it. */
const DIGEST_KINDS = ['sections', 'section', 'summary', 'events', 'on-this-day', 'quote'] as const;
export type DigestKind = (typeof DIGEST_KINDS)[number];

/** The options that say what a digest posts. */
export interface ContentOptions {
  readonly what: DigestKind;
  readonly article?: string | undefined;
  readonly section?: string | undefined;
  readonly reference?: string | undefined;
  readonly length?: (typeof LENGTHS)[number] | undefined;
  readonly after?: 'wrap' | 'end' | undefined;
}

/** Makes what a digest posts of its options, each checked against the articles there are. */
export function contentOf(
  options: ContentOptions,
  context: CommandContext,
): { readonly kind: 'content'; readonly content: Content } | AnswerOf<'invalid'> {
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
        return invalid('section', 'Choose the section to post with the option "section".');
      const part = chooseSection(options.section, choice.article);
      if (part.kind === 'invalid') return part;
      const section = part.section.heading ?? '0';
      return { kind: 'content', content: { kind: 'section', article: choice.article.id, section, length } };
    }
    default:
      return what satisfies never;
  }
}

function quoteContent(
  { reference }: ContentOptions,
  common: Pick<Content, 'article' | 'length'>,
): { readonly kind: 'content'; readonly content: Content } | AnswerOf<'invalid'> {
  if (reference === undefined) return { kind: 'content', content: { kind: 'quote', ...common } };
  if (!parseReferences(reference))
    return invalid('reference', `"${reference.slice(0, 60)}" is not a reference such as ¶12, ¶12.2, ¶3-5 or Fig. 2.`);
  return { kind: 'content', content: { kind: 'quote', ...common, reference } };
}
