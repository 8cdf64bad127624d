/** Returns true if a title in a file's properties is what a program puts there, and names no text. */
export function isMeaninglessTitle(title: string): boolean {
  return (
    !/\p{L}{2}/u.test(title) ||
    /^(?:microsoft (?:word|powerpoint)|word document|untitled(?: document)?|unbenannt|sans titre|sin título|document\s?\d*|dokument\s?\d*|title|titel|template|print|layout \d|slide \d|no title|none|null|\(anonymous\))(?:$|\s?-\s)/iu.test(
      title.trim(),
    ) ||
    /\.(?:docx?|dotx?|pdf|odt|rtf|indd|qxd|tex|dvi|ps|eps|html?|xml|txt|md|pages|exe|fm|wpd|pptx?|xlsx?|pub|p65|pmd)$/iu.test(
      title.trim(),
    ) ||
    // The names of files, which have no spaces.
    /^(?:\S*_\S*|[a-z0-9]+(?:[-.][a-z0-9]+)+)$/u.test(title.trim()) ||
    /^(?:https?:|file:|[A-Z]:\\|\/)/u.test(title.trim())
  );
}
