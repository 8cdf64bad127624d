const BRACES = /\{[^{}\n]{1,300}\}/gu;
const SPAN = /\[([^[\]\n]{1,300})\](\{[^{}\n]{1,300}\})/gu;
const ATTRIBUTE = /^(?:[#.][\w:-]+|[\w:-]+=(?:"[^"]*"|'[^']*'|[^\s"']+)|-|\w+)$/u;

/**
 * Takes the attributes of pandoc and kramdown out of Markdown: `{#id .class width=50%}` behind a link, a picture or
 * code, at the end of a line or on one of its own, and `{: …}` anywhere. `[words]{.class}` leaves its words.
 */
export function withoutAttributes(text: string): string {
  return text
    .replaceAll(SPAN, (whole: string, words: string, braces: string) => (isAttributes(braces) ? words : whole))
    .replaceAll(BRACES, (braces: string, at: number, whole: string) =>
      isAttributes(braces) && isPlaced(whole, { start: at, end: at + braces.length })
        ? /[\p{L}\p{N}]/u.test(whole.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(whole.charAt(at + braces.length))
          ? ' '
          : ''
        : braces,
    );
}

function isPlaced(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  if (text.startsWith('{:', start) || /[)\]`\u{F0001}]/u.test(text.charAt(start - 1))) return true;
  // The letter that holds the place of code is two units long.
  if (text.codePointAt(start - 2) === 0xf0001) return true;
  return (
    /^[ \t]*(?:\n|$)/u.test(text.slice(end, end + 20)) &&
    /(?:^|[ \t\n])$/u.test(text.slice(Math.max(0, start - 1), start))
  );
}

/** Returns true if braces hold attributes and no words: "{#id}", "{.a .b}", "{width=50%}", "{:toc}". */
function isAttributes(braces: string): boolean {
  const inside = braces.slice(1, -1).replace(/^:/u, '').trim();
  const isMarked = braces.startsWith('{:') || /[#.=]/u.test(inside);
  return isMarked && inside !== '' && attributesIn(inside).every((part) => ATTRIBUTE.test(part));
}

/** Splits at spaces outside quotes. */
function attributesIn(text: string): readonly string[] {
  return text.match(/(?:[^\s"']|"[^"]*"|'[^']*'|["'])+/gu) ?? [];
}
