/** Finds where the line begins that holds an offset, which is within its first word. */
export function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !/[\r\n\f\u2028\u2029]/u.test(text.charAt(at - 1))) at -= 1;
  return at;
}
