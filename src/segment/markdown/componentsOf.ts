/** The longest tag that is looked for. */
const TAG_MAX_CHARS = 4000;

/** Finds the tags of JSX components, `<Note type={x}>`: elements that begin with a capital, and fragments. Their attributes may hold braces and quotes. */
export function componentsOf(text: string): readonly (readonly [start: number, end: number])[] {
  const found: (readonly [number, number])[] = [];
  for (const match of text.matchAll(/<\/?(?:[A-Z][\w.]{0,80}(?=[\s/>])|(?=>))/gu)) {
    if (match.index < (found.at(-1)?.[1] ?? 0)) continue;
    const end = tagEnd(text, match.index + match[0].length);
    if (end !== undefined) found.push([match.index, end]);
  }
  return found;
}

function tagEnd(text: string, from: number): number | undefined {
  let depth = 0;
  let quote = '';
  const limit = Math.min(text.length, from + TAG_MAX_CHARS);
  for (let at = from; at < limit; at += 1) {
    const letter = text.charAt(at);
    if (quote !== '') {
      if (letter === quote) quote = '';
    } else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '{') depth += 1;
    else if (letter === '}') depth -= 1;
    else if (letter === '<' && depth === 0) return undefined;
    else if (letter === '>' && depth <= 0) return at + 1;
  }
  return undefined;
}
