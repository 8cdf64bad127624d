/** Fenced code, and code within a line. */
const CODE =
  /^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|(?![\s\S]))|(?<!`)(`{1,3})(?!`)[^`\n]+\2(?!`)/gmu;

/** Changes a Markdown text everywhere but in code. */
export function outsideCode(text: string, change: (text: string) => string): string {
  const kept: string[] = [];
  // A private letter that no text has holds the place, so that a change sees what stands around code.
  const open = text.replaceAll(/\u{F0001}/gu, '').replaceAll(CODE, (code) => {
    kept.push(code);
    return `\u{F0001}`;
  });
  let next = 0;
  return change(open).replaceAll(/\u{F0001}/gu, () => kept[next++] ?? '');
}
