const OPEN = /^([ \t]*)(`{3,}|~{3,})\{([\w:.+-]{1,40})\}[ \t]*(.*)$/u;
const OPTION = /^[ \t]*:([\w-]{1,40}):[ \t]*(.*)$/u;
/** Directives that hold code, and those that hold nothing for readers. */
const CODE =
  /^(?:code|code-block|code-cell|sourcecode|literalinclude|parsed-literal|math|mermaid|graphviz|plot|raw|eval-rst|ipython|jupyter-execute|console|prompt|csv-table)$/u;
const MACHINERY = /^(?:toctree|contents|include|index|bibliography|tableofcontents|currentmodule|autosummary)$/u;

/**
 * Makes text of MyST's fences that are no code: "```{note}" holds Markdown, "```{figure}" a caption, "```{toctree}" the
 * names of files. Code stays in a plain fence. Fences within one are longer or shorter, as Markdown has them.
 */
export function withoutDirectives(text: string): string {
  if (!/^[ \t]*(?:`{3,}|~{3,})\{/mu.test(text)) return text;
  const written: string[] = [];
  const open: { readonly mark: string; readonly isKept: boolean; readonly isShown: boolean }[] = [];
  let isHead = false;
  for (const line of text.split('\n')) {
    const within = open.at(-1);
    const close = within !== undefined && isClosing(line, within.mark);
    if (within !== undefined && close) {
      open.pop();
      isHead = false;
      if (within.isShown) written.push(within.isKept ? line : '');
      continue;
    }
    // What is in code is code.
    if (within?.isKept === true || within?.isShown === false) {
      if (within.isShown && !(isHead && OPTION.test(line))) {
        isHead = false;
        written.push(line);
      }
      continue;
    }
    if (isHead && OPTION.test(line)) {
      const [, key, value = ''] = OPTION.exec(line) ?? [];
      if (key === 'alt' && value !== '') written.push('', pictureOf(value), '');
      continue;
    }
    isHead = false;
    const [, indent = '', mark, name, argument = ''] = OPEN.exec(line) ?? [];
    const fence = mark ?? /^[ \t]*(`{3,}|~{3,})[^`]*$/u.exec(line)?.[1];
    if (mark === undefined || name === undefined) {
      if (fence !== undefined) open.push({ mark: fence, isKept: true, isShown: true });
      written.push(line);
      continue;
    }
    const isKept = CODE.test(name);
    open.push({ mark, isKept, isShown: !MACHINERY.test(name) });
    isHead = true;
    if (isKept) written.push(`${indent}${mark}`);
    else if (!MACHINERY.test(name) && !/^(?:figure|image)$/u.test(name)) written.push('', `${indent}${argument}`, '');
  }
  return written.join('\n');
}

function isClosing(line: string, mark: string): boolean {
  const words = line.trim();
  return words.startsWith(mark) && words === mark.charAt(0).repeat(words.length);
}

/** A picture without an address, whose words are its caption. */
function pictureOf(words: string): string {
  return `![${words.replaceAll(/[[\]]/gu, String.raw`\$&`)}](x)`;
}
