import type { Fragment } from '../../segment/fragment.ts';

/** The longest code that stands for a word of a sentence. */
const WORD_MAX_CHARS = 40;
const ENDED = /[.!?:;]["”’»)]?$/u;

/**
 * Puts short code that a page sets as a listing back into its sentence: "if it returns a" · "200" · ", then it was". The text above
 * does not end, and that below goes on.
 */
export function withInlineCode(fragments: readonly Fragment[]): readonly Fragment[] {
  if (!fragments.some(({ role }) => role === 'code')) return fragments;
  const joined: Fragment[] = [];
  for (let at = 0; at < fragments.length; at += 1) {
    const [before, code, after] = [joined.at(-1), fragments[at], fragments[at + 1]];
    if (code !== undefined && isWordOfSentence(before, { code, after })) {
      const { isLinked: _, ...open } = before ?? code;
      const gap = /^[\p{L}\p{N}(]/u.test(after?.text ?? '') ? ' ' : '';
      joined[joined.length - 1] = { ...open, text: `${open.text} ${code.text}${gap}${after?.text ?? ''}` };
      at += 1;
    } else if (code !== undefined) joined.push(code);
  }
  return joined;
}

function isWordOfSentence(
  before: Fragment | undefined,
  { code, after }: { readonly code: Fragment; readonly after: Fragment | undefined },
): boolean {
  return (
    code.role === 'code' &&
    code.text.length <= WORD_MAX_CHARS &&
    !code.text.includes('\n') &&
    isPlainText(before) &&
    !ENDED.test(before.text) &&
    isPlainText(after) &&
    /^(?:[.,;:!?)]|\p{Ll})/u.test(after.text)
  );
}

function isPlainText(fragment: Fragment | undefined): fragment is Fragment {
  return fragment?.kind === 'paragraph' && fragment.role === undefined;
}
