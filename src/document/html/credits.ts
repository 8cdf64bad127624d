import { creditOf } from '../../segment/credit.ts';
import type { Fragment } from '../../segment/fragment.ts';

const CAPTION_MAX_CHARS = 400;
/** What the line that says who made a picture begins with. */
const CREDIT_START = /(?:photo|image|picture|illustration|graphic|foto|bild|credit|courtesy|©)/iu;

/** Whether an element may be the box below a picture: little text, with a word of credits in it. */
export function isCreditLike(text: string): boolean {
  return text.length <= CAPTION_MAX_CHARS + 100 && CREDIT_START.test(text);
}

/** The caption that the blocks of a box are: what is seen, and who made the picture; undefined if they are something else. */
export function boxCaption(fragments: readonly Fragment[]): string | undefined {
  const [seen, credit, ...others] = fragments;
  return seen !== undefined &&
    credit !== undefined &&
    others.length === 0 &&
    isCaptionLike(seen) &&
    isCreditAlone(credit)
    ? `${seen.text} ${credit.text}`
    : undefined;
}

/**
 * Makes one caption of a paragraph below a picture and the line behind it that only says who made that picture, and a caption
 * of such a line right below the picture. `pictured` are the blocks below pictures.
 */
export function withCredits(fragments: readonly Fragment[], pictured: ReadonlySet<Fragment>): readonly Fragment[] {
  const joined: Fragment[] = [];
  for (const fragment of fragments) {
    const before = joined.at(-1);
    if (!isCreditAlone(fragment)) joined.push(fragment);
    else if (pictured.has(fragment)) joined.push({ kind: 'caption', text: fragment.text });
    else if (before !== undefined && pictured.has(before) && isCaptionLike(before))
      joined.splice(-1, 1, { kind: 'caption', text: `${before.text} ${fragment.text}` });
    else joined.push(fragment);
  }
  return joined;
}

function isCreditAlone({ kind, role, text }: Fragment): boolean {
  const credit = creditOf(text);
  return kind === 'paragraph' && role === undefined && credit?.[0] === 0 && credit[1] === text.length;
}

function isCaptionLike({ kind, role, text }: Fragment): boolean {
  return (kind === 'caption' || (kind === 'paragraph' && role === undefined)) && text.length <= CAPTION_MAX_CHARS;
}
