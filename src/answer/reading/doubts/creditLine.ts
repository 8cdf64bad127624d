import { isBodyBlock, type Article } from '../../../article/article.ts';
import { fold } from '../../../language/folding/fold.ts';
import { creditOf } from '../../../segment/credit.ts';
import { isByline } from '../../../segment/shape.ts';
import type { Span } from '../../../language/span.ts';

/** Questions that such a line can answer. */
const OF_MAKING =
  /\b(?:wr[oi]te\w*|written|writ(?:er|ing)s?|authors?|authored|bylines?|report(?:ed|er|ers|ing)?|journalists?|correspondents?|photos?|photograph\w*|pictures?|took|credit\w*|publish\w*|interview\w*|edit(?:ed|or|ors)|contribut\w*|compiled|translat\w*|illustrat\w*|drew|drawn|article|piece|story|text|document|source)\b/u;
const OF_CONTACT =
  /\b(?:contact\w*|reach\w*|e-?mails?|mail|phone\w*|call|telephone|address\w*|write|ask|website|link|url)\b/u;
const ADDRESS = /https?:\/\/|\bwww\.|\S@\p{L}/u;
/** What an address never answers, whatever it is the address of. */
const NO_PLACE = /\b(?:who|whom|whose|why|when|how (?:many|much|long|old|far))\b/u;
/** An address in a sentence of more words is one that the sentence says something about. */
const CONTACT_MAX_WORDS = 8;
/** A line about the authors is one of the last blocks of the text. */
const LAST_BLOCKS = 3;
const END_MARK = /[.!?…]["'”’»)\]]{0,3}\s*$/u;

/**
 * Whether a sentence only says who made the text or how to reach them (a byline, a credit, the note on its authors, an address),
 * and the question asks for none of that. Of somebody who is named there, it may be all that is said.
 */
export function isForeignCredit(
  question: string,
  { article, block, span }: { readonly article: Article; readonly block: number; readonly span: Span },
): boolean {
  const text = article.source.slice(...span).trim();
  const asked = fold(question);
  if (isContact(text)) return NO_PLACE.test(asked) && !OF_CONTACT.test(asked);
  if (!isCredit(text, article, block) || OF_MAKING.test(asked)) return false;
  const words = new Set(asked.match(/\p{L}{3,}/gu) ?? []);
  return !authorNames(article).some((name) => (fold(name).match(/\p{L}{3,}/gu) ?? []).some((word) => words.has(word)));
}

function isContact(text: string): boolean {
  return ADDRESS.test(text) && text.split(/\s+/u).length <= CONTACT_MAX_WORDS;
}

function isCredit(text: string, article: Article, block: number): boolean {
  // "Date: 14 October" tells of what the text is about.
  if (!END_MARK.test(text) && isByline(text) && (/^by\s/iu.test(text) || !/\p{N}/u.test(text))) return true;
  if (creditOf(text)?.[0] === 0) return true;
  const own = authorNames(article).filter((name) => text.includes(name));
  if (own.length === 0) return false;
  return restOf(text, own) === '' || (isAtEnd(article, block) && own.some((name) => text.startsWith(name)));
}

/** What is left of a line without the names of the authors and what joins them. */
function restOf(text: string, names: readonly string[]): string {
  let rest = text;
  for (const name of names) rest = rest.replaceAll(name, ' ');
  return rest.replaceAll(/\b(?:by|and|with|von|und|par|et)\b|[\s,;:.&|–—-]/giu, '');
}

function authorNames({ author = [] }: Article): readonly string[] {
  return author.filter((name) => name.length > 3);
}

function isAtEnd({ blocks }: Article, block: number): boolean {
  const last = [...blocks.keys()].filter((at) => isBodyBlock(blocks[at]!)).slice(-LAST_BLOCKS);
  return last.includes(block);
}
