/**
 * Replaces control characters with their pictures (␛), and C1 ones with U+FFFD, so that no text can control the
 * terminal. Line breaks and tabs stay; CR LF becomes LF.
 */
export function showControlCharacters(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll(/(?![\n\t])\p{Cc}/gu, (control) => {
    const code = control.charCodeAt(0);
    if (code > 0x7f) return '\uFFFD';
    return code === 0x7f ? '\u2421' : String.fromCodePoint(0x24_00 + code);
  });
}
