/**
 * Takes what matches out of a text, or puts something in its place; where two words or numbers would grow together, a
 * space.
 */
export function cut(text: string, pattern: RegExp, replacement: (found: string) => string = () => ''): string {
  return text.replaceAll(pattern, (found: string, ...rest: readonly unknown[]) => {
    const put = replacement(found);
    if (put !== '') return put;
    const at = rest.find((part): part is number => typeof part === 'number') ?? 0;
    return isWordAt(text, at - 1) && isWordAt(text, at + found.length) ? ' ' : '';
  });
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}
