import { documentAsked, type DocumentAsked } from '../language/documentQuestion.ts';
import type { KnownArticle } from './intent.ts';
import { articleInQuestion, namedArticle } from './namedArticle.ts';
import { foldSame } from './phrase.ts';

/** What a question wants to know of a document as a whole. */
export interface AboutDocument {
  readonly asked: DocumentAsked;
  /** The id of the article that the question names; undefined if it names none ("who wrote this?"). */
  readonly article?: string;
}

const OPENING =
  '^(who (?:wrote|authored|published|is the author of) |what does |what is |main (?:points|takeaways|ideas) of |key (?:points|takeaways|findings) of |when was )';
const LOOSE = new RegExp(`${OPENING}(.+?)( about| say| conclude| published| written| posted| released)?$`, 'u');

/** Reads a question about a document as a whole, which may be named in it: "who wrote The Long Walk?", "what is the bees article about?" */
export function aboutDocument(question: string, articles: readonly KnownArticle[]): AboutDocument | undefined {
  const named = articleInQuestion(question, articles);
  const asked = named && documentAsked(named.instead);
  if (asked) return { asked, article: named.id };
  const [, before = '', name = '', after = ''] = LOOSE.exec(foldSame(question).replace(/[\s?.!]+$/u, '')) ?? [];
  const found = name === '' ? undefined : namedArticle(name, articles, { isStrict: true });
  const loosely = found?.kind === 'article' ? documentAsked(`${before}this article${after}`) : undefined;
  if (loosely && found?.kind === 'article') return { asked: loosely, article: found.id };
  const unnamed = documentAsked(question);
  return unnamed && { asked: unnamed };
}
