import type { Fragment } from '../../segment/fragment.ts';

/** What the parts of a book are called that its publisher speaks in. */
const NOTICE =
  /^(?:imprint|impressum|colophon|(?:un)?copyright(?: page| notice)?|title page|half title|about the publisher|also by .{1,60})$/iu;
/** A longer part is a chapter that is only called so. */
const NOTICE_MAX_CHARS = 4000;

/** Marks a part of a book as furniture where its first heading says that the publisher speaks in it: imprint, colophon, copyright. */
export function withoutNotices(part: readonly Fragment[]): readonly Fragment[] {
  const first = part.findIndex(({ kind }) => kind === 'heading');
  const chars = part.reduce((sum, { text }) => sum + text.length, 0);
  if (first === -1 || chars > NOTICE_MAX_CHARS || !NOTICE.test(part[first]?.text ?? '')) return part;
  return part.map((fragment, index) =>
    index < first || fragment.kind === 'caption'
      ? fragment
      : { kind: 'paragraph', role: 'furniture', text: fragment.text },
  );
}
