/** Writes the double quotation marks of a title as single ones, as they stand within double ones. */
export function withInnerQuotes(title: string): string {
  return title.replaceAll('“', '‘').replaceAll('”', '’').replaceAll('"', "'");
}
