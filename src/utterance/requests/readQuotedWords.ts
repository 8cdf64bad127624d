import { parseHandle } from '../../article/handle.ts';
import { quotations } from '../../language/quotations/quotations.ts';
import { wordsOf } from '../../language/words/words.ts';
import { using, use, type Intent } from '../intent.ts';
import { messageWords } from '../messageWords.ts';
import { articleInQuestion, namedArticle } from '../namedArticle.ts';
import { phraseOf } from '../phrase.ts';
import type { Said } from '../said.ts';
import { headingNamed } from './headingNamed.ts';

/** Fewer words could come from anywhere, and are only looked for. */
const MIN_JUDGED_WORDS = 3;
const MIN_JUDGED_CHARS = 12;
/** Questions that are about the meaning of the words in quotation marks, not about the words. */
const ASKS_OF_THEM =
  /^(?:what|why|how|when|which|whose|whom|in what|to what|who|where|does|did|do|is|was|are|were|can|could|has|have)\b/u;
/** Questions that are about whether, and where, the words are said. */
const ASKS_FOR_THEM =
  /^(?:who (?:said|says|wrote|is quoted|was quoted|used|called)|whose (?:words|quote) |where (?:is|are|was|were|does|did|do|can|in|it)\b|which (?:paragraph|section|part|sentence|article|page)\b|(?:does|did|do|has|have) (?:it|this|that|they|he|she|the|your|these|those|any|anyone|anybody)\b.*\b(?:say|said|claim|claimed|contain|state|stated|mention|include|read|write|written|call|called)\b|(?:is|was|are|were) (?:this|that|it|the|there|these|any)\b|what (?:paragraph|section|part|article|page)\b)/u;
const VERIFY =
  /^(?:verify|check|fact[- ]?check|confirm|validate|quote check|check (?:this|the|that) (?:quote|quotation))\b[:,\s]+|^is (?:this|it|that) (?:a )?(?:quote |quotation )?(?:true|real|correct|accurate|exact|right|genuine)(?: (?:quote|quotation))?: ?/u;
/** Asks for the words as a quotation, not for a verdict on them. */
const FIND = /^(?:quote|find|search(?: for)?|look up|locate|look for|cite)\b/u;

/** Reads text in quotation marks or as a block quote: it is verified, and found. */
export function readQuotedWords(said: Said): Intent | undefined {
  const { raw, phrase } = said;
  const found = quotations(raw).filter(({ quote }) => !isName(quote, said));
  const [first] = found;
  if (!first) return readUnquoted(said);
  const rest = phraseOf(messageWords(`${raw.slice(0, first.span[0])} ${raw.slice(first.span[1])}`)).folded;
  if (ASKS_OF_THEM.test(rest) && !ASKS_FOR_THEM.test(rest)) return undefined;
  const separate = found.filter(({ span }) => span[0] >= first.span[1]);
  if (separate.length > 0 && !FIND.test(phrase.folded)) return using(use('check-quotes', { message: raw }));
  const named = articleInQuestion(phrase.typed, said.surroundings.articles);
  const article = named?.id;
  const { quote, citation } = first;
  const search = use('quote', { text: quote.slice(0, 1000), article });
  const isShort = wordsOf(quote).length < MIN_JUDGED_WORDS || quote.length < MIN_JUDGED_CHARS;
  if (isShort || (FIND.test(phrase.folded) && citation === undefined)) return using(search);
  const place = citation !== undefined && parseHandle(citation) ? undefined : article;
  return using(use('verify', { quote, reference: citation, article: place }), search);
}

/** A title or a heading in quotation marks names an article, or a section. */
function isName(quote: string, { surroundings }: Said): boolean {
  return (
    namedArticle(quote, surroundings.articles, { isStrict: true })?.kind === 'article' ||
    headingNamed(quote, surroundings) !== undefined
  );
}

/** Words that are to be verified, without quotation marks: "verify: no other bidder came". */
function readUnquoted({ phrase }: Said): Intent | undefined {
  const asked = VERIFY.exec(phrase.folded)?.[0];
  const quote = asked === undefined ? '' : phrase.typed.slice(asked.length).trim();
  if (wordsOf(quote).length < MIN_JUDGED_WORDS) return undefined;
  return using(use('verify', { quote }), use('quote', { text: quote.slice(0, 1000) }));
}
