/** Front matter, with a key on its first line. */
const HEAD = /^---[ \t]*\n[\p{L}_][\p{L}\p{N}_-]{0,40}:[ \t][^\n]*\n(?:[^\n]*\n){0,80}?(?:---|\.\.\.)[ \t]*\n/u;
const HEADING = /(?<=^|\n[ \t]*\n)#{1,4} [^\s#][^\n]{0,100}\n(?=[ \t]*\n)/gu;
/** What only Markdown has within a line, or around code. */
const MARKED =
  /\[[^[\]\n]{1,200}\]\((?:https?:|#|\/|\.)[^()\s]{0,300}\)|(?<![*\w])\*\*[^\s*][^*\n]{0,200}\*\*(?![*\w])|^```\w{0,20}[ \t]*$/gmu;
const HEADINGS_MIN = 2;
const MARKED_MIN = 2;

/** Returns true if a plain text, or its start, is written in Markdown: front matter, or headings set apart with "#" along with links, bold words or fences. */
export function isMarkdown(text: string): boolean {
  const start = text.replaceAll('\r\n', '\n').replace(/^\uFEFF/u, '');
  if (HEAD.test(start)) return true;
  return (start.match(HEADING)?.length ?? 0) >= HEADINGS_MIN && (start.match(MARKED)?.length ?? 0) >= MARKED_MIN;
}
