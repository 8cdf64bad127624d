/** Returns true if a plain text, or its start, is written in AsciiDoc: a title with one sign, and headings or attributes as only that has them. */
export function isAsciidoc(text: string): boolean {
  const start = text.trimStart();
  return (
    /^=\s\S/u.test(start) && /^(?:={2,6}\s\S|:!?[\w-]{1,40}!?:(?:\s|$)|\[source\b|(?:include|image)::)/mu.test(start)
  );
}
