import { parseXml } from '../html/parseHtml.ts';
import { mathText } from '../math/mathText.ts';

const NAMES = 'xmlns:m="m" xmlns:w="w" xmlns:w14="w14" xmlns:a="a" xmlns:r="r" xmlns:mc="mc" xmlns:wp="wp"';

/** A part of a Word document with its formulas written as text, and how many there were. */
export interface WithFormulas {
  readonly xml: string;
  readonly formulas: number;
}

/** Writes the formulas of a part of a Word document as runs of text, which the library that reads it would leave out. */
export function withFormulas(xml: string): WithFormulas {
  const pieces: string[] = [];
  let [from, formulas] = [0, 0];
  for (const match of xml.matchAll(/<m:oMath(?:\s[^<>]{0,500})?>/gu)) {
    if (match.index < from) continue;
    const end = xml.indexOf('</m:oMath>', match.index);
    if (end === -1) break;
    const text = formulaText(xml.slice(match.index + match[0].length, end));
    pieces.push(xml.slice(from, match.index), `<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`);
    from = end + '</m:oMath>'.length;
    formulas += 1;
  }
  if (formulas === 0) return { xml, formulas };
  return {
    xml: [...pieces, xml.slice(from)]
      .join('')
      .replaceAll(
        /<m:oMathParaPr>(?:(?!<\/m:oMathParaPr>).){0,2000}<\/m:oMathParaPr>|<\/?m:oMathPara(?:\s[^<>]{0,500})?\/?>/gsu,
        '',
      ),
    formulas,
  };
}

function formulaText(xml: string): string {
  return mathText(parseXml(`<math ${NAMES}>${xml}</math>`));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
