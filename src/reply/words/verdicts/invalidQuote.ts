import { noReference } from '../commands/referenceWords.ts';
import { noSuchArticle } from '../commands/scopeWords.ts';
import { QUOTE_MAX_CHARS, type InvalidQuote } from '../../../answer/verify/verify.ts';

/** Says why a quotation cannot be judged. */
export function invalidQuote({ reason, value }: InvalidQuote): string {
  switch (reason) {
    case 'too-long':
      return `A quotation can have ${QUOTE_MAX_CHARS} characters at most.`;
    case 'no-words':
      return 'The quotation has no words.';
    case 'unknown-article':
      return noSuchArticle(value);
    case 'not-a-reference':
      return noReference(value);
    default:
      return reason satisfies never;
  }
}
