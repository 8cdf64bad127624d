/** Escapes what CommonMark would read as markup, so that the words show character for character. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>#|~&$]/gu, String.raw`\$&`)
    .replaceAll(/^(\s*)([-+=>])/gmu, String.raw`$1\$2`)
    .replaceAll(/^(\s*\d{1,9})([.)])(?=\s|$)/gmu, String.raw`$1\$2`);
}
