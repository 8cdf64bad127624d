/** What is around words in a Word document and which the library that reads it leaves out with them: fields, directions, readings. */
const WRAPPER = /<\/?w:(?:fldSimple|dir|bdo|ruby|rubyBase)(?:\s[^<>]{0,2000})?>/gu;
/** How a word is pronounced, above it, and how that is set. */
const READING =
  /<w:rt>(?:(?!<\/w:rt>)[\s\S]){0,5000}<\/w:rt>|<w:rubyPr>(?:(?!<\/w:rubyPr>)[\s\S]){0,5000}<\/w:rubyPr>/gu;

/** Takes out of a part of a Word document what is around its words: a reference to "Section 2" is a field, and no word of it may go. */
export function withoutWrappers(xml: string): string {
  return xml.includes('<w:fldSimple') || xml.includes('<w:ruby') || xml.includes('<w:dir') || xml.includes('<w:bdo')
    ? xml.replaceAll(READING, '').replaceAll(WRAPPER, '')
    : xml;
}

const ALTERNATIVES = '<mc:AlternateContent';
const ALTERNATIVES_END = '</mc:AlternateContent>';

/** Puts what a text box says where the library looks for it, if a file says it only in the form that newer programs read. */
export function withTextBoxes(xml: string): string {
  let [from, written] = [0, ''];
  for (let at = xml.indexOf(ALTERNATIVES); at !== -1; at = xml.indexOf(ALTERNATIVES, at + 1)) {
    const end = xml.indexOf(ALTERNATIVES_END, at);
    if (end === -1) break;
    const [choice = '', fallback = ''] = xml.slice(at, end).split(/<mc:Fallback[\s>]/u);
    const [start, stop] = [choice.indexOf('<w:txbxContent>'), choice.lastIndexOf('</w:txbxContent>')];
    // A box in a box is read with the outer one.
    if (
      start === -1 ||
      stop < start ||
      at < from ||
      fallback.includes('<w:t') ||
      choice.indexOf(ALTERNATIVES, 1) !== -1
    )
      continue;
    written += `${xml.slice(from, at)}<w:pict>${choice.slice(start, stop)}</w:txbxContent></w:pict>`;
    from = end + ALTERNATIVES_END.length;
  }
  return written + xml.slice(from);
}
