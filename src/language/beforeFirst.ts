/** Returns the text before the first place of a mark, all of the text if it has none. */
export function beforeFirst(text: string, mark: string | RegExp): string {
  const [first = ''] = text.split(mark, 1);
  return first;
}
