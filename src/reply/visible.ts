/**
 * Shows control characters but line breaks (RIS and some files end lines by two) and tabs as their pictures (␛), and those of C1 as the replacement character, so
 * that no text drives a terminal.
 */
export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(/(?![\n\t])\p{Cc}/gu, (control) => {
    const code = control.codePointAt(0)!;
    if (code > 0x7f) return '\uFFFD';
    return code === 0x7f ? '\u2421' : String.fromCodePoint(0x24_00 + code);
  });
}
