import { QUOTE_MAX_CHARS, type InvalidQuote } from '../../../answer/verify/verify.ts';

/** Says why a quotation cannot be judged. */
export function invalidQuote({ reason, value }: InvalidQuote): string {
  switch (reason) {
    case 'too-long':
      return `A quotation can have ${QUOTE_MAX_CHARS} characters at most.`;
    case 'no-words':
      return 'The quotation has no words.';
    case 'unknown-article':
      return `No article "${value}" is available here.`;
    case 'not-a-reference':
      return `"${value}" is not a reference such as ¶12, ¶12.2, ¶3-5 or Fig. 2.`;
    default:
      return reason satisfies never;
  }
}
