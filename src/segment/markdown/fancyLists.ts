/** How Pandoc marks the items of a list besides bullets and numbers: "A.", "iv)", "(b)", and "#." for whatever number is next. */
const MARK = /^([ \t]*)(\(?(?:[A-Za-z]|[ivx]{2,5}|[IVX]{2,5})[.)]|#\.)[ \t]+(?=\S)/u;

/**
 * Makes lists that CommonMark reads of lines with letters, which it puts together to one paragraph. The letters stay
 * with their items; one line alone is no list.
 */
export function fancyLists(text: string): string {
  if (!/^[ \t]*(?:\(?[A-Za-z]{1,5}[.)]|#\.)[ \t]/mu.test(text)) return text;
  const lines = text.split('\n');
  const marks = lines.map((line) => MARK.exec(line));
  const isListed = listed(lines, marks);
  const lettered = new Set(
    marks.flatMap((mark, index) => (isListed[index] === true && mark && mark[2] !== '#.' ? [mark[1] ?? ''] : [])),
  );
  return lines
    .map((line, index) => {
      const [whole, indent = '', mark = ''] = marks[index] ?? [];
      if (whole === undefined) return line;
      const words = line.slice(whole.length);
      // The next letter of a list with letters is not written, and a number would be wrong.
      if (mark === '#.') return `${indent}${lettered.has(indent) ? '-' : '1.'} ${words}`;
      return isListed[index] === true ? `${indent}- ${mark} ${words}` : line;
    })
    .join('\n');
}

/** Whether a line is one of several with a mark that no empty line parts. */
function listed(lines: readonly string[], marks: readonly (RegExpExecArray | null)[]): readonly boolean[] {
  const found = lines.map(() => false);
  let run: number[] = [];
  const close = (): void => {
    if (run.length > 1) for (const at of run) found[at] = true;
    run = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') close();
    // Four spaces below an empty line make code.
    else if (marks[index] && !(/^(?: {4}|\t)/u.test(line) && (lines[index - 1] ?? '').trim() === '')) run.push(index);
  }
  close();
  return found;
}
