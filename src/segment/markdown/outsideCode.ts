const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
const IN_LINE = /(?<!`)(`{1,3})(?!`)[^`\n]{1,1000}\1(?!`)/gu;
/** A private letter that no text has: it holds the place of code, so that a change sees what is around it. */
const PLACE = '\u{F0001}';

/** Changes a Markdown text everywhere but in fenced code and in code within a line. */
export function outsideCode(text: string, change: (text: string) => string): string {
  const kept: string[] = [];
  const hold = (code: string): string => {
    kept.push(code);
    return PLACE;
  };
  const open: string[] = [];
  let fenced: string[] | undefined;
  let mark = '';
  for (const line of text.replaceAll(PLACE, '').split('\n')) {
    const fence = FENCE.exec(line)?.[1];
    if (fenced) {
      fenced.push(line);
      if (fence?.startsWith(mark) && line.trim() === fence) {
        open.push(hold(fenced.join('\n')));
        fenced = undefined;
      }
    } else if (fence) [fenced, mark] = [[line], fence];
    else open.push(line.replaceAll(IN_LINE, hold));
  }
  if (fenced) open.push(hold(fenced.join('\n')));
  let next = 0;
  return change(open.join('\n')).replaceAll(PLACE, () => kept[next++] ?? '');
}
