import { cut } from './cut.ts';
import { fancyLists } from './fancyLists.ts';
import { withoutAttributes } from './withoutAttributes.ts';
import { lowered, raised } from '../raised.ts';

type Change = (text: string) => string;
const drop =
  (pattern: RegExp): Change =>
  (text) =>
    cut(text, pattern);

/** In order. */
const CHANGES: readonly Change[] = [
  // %%comments%% of Obsidian; "50%%" is no mark
  drop(/(?<![\d%])%%(?!%)[\s\S]{0,2000}?%%/gu),
  // Tables of contents that are made when the page is shown
  drop(/^[ \t]*(?:\[\[?_?TOC_?\]?\]|\[\[toc\]\]|\$\{toc\})[ \t]*$/gimu),
  drop(/^[*-][ \t]+TOC[ \t]*\n\{:toc\}[ \t]*$/gimu),
  // ![[embeds]], [[links|with words]]
  drop(/!\[\[[^[\]\n]{1,300}\]\]/gu),
  (text) =>
    text.replaceAll(
      /\[\[([^[\]|\n]{1,300})(?:\\?\|([^[\]\n]{1,300}))?\]\](?!\()/gu,
      (_, page: string, words?: string) =>
        (
          words ??
          page
            .replace(/^[^#]*\/(?=[^/#])/u, '')
            .replace(/^#\^?/u, '')
            .replace(/#\^?/u, ' > ')
        ).trim(),
    ),
  // ==highlighted==
  (text) => text.replaceAll(/(?<![=!<>\w])==(?=[^\s=])([^=\n]{1,300}?)(?<=[^\s])==(?![=\w])/gu, '$1'),
  // ^block-ids at the ends of lines
  drop(/[ \t]+\^[a-zA-Z][\w-]{0,40}[ \t]*$/gmu),
  // Callouts: their kind goes, their title is a line of its own
  (text) =>
    text.replaceAll(
      /^([ \t]*>[> \t]*)\[![\w-]{2,20}(?:\|[^\]\n]{0,80})?\][+-]?[ \t]*([^\n]*)/gmu,
      (_, mark: string, title: string) => (title === '' ? mark.trimEnd() : `${mark}${title}\n${mark.trimEnd()}`),
    ),
  // (labels)= of MyST, and the options below the line that opens a box
  drop(/^\([\w./:-]{1,80}\)=[ \t]*$/gmu),
  (text) =>
    text.replaceAll(/^([ \t]*:{3,}[ \t]*\{[^\n]*)((?:\n[ \t]*:[\w-]{1,40}:[^\n]*)+)/gmu, (_, open: string) => open),
  // ::: boxes
  (text) => text.replaceAll(/^[ \t]*:{3,}[ \t]*([^\n]*)$/gmu, (_, rest: string) => `\n${boxTitle(rest)}\n`),
  // Attributes of pandoc and kramdown
  withoutAttributes,
  // Lines of TeX that only set a page: "\\newpage", "\\begin{wrapfigure}{r}{0.5\\textwidth}"
  drop(
    /^[ \t]*\\(?:newpage|pagebreak|clearpage|tableofcontents|listoffigures|listoftables|maketitle|noindent|vfill|hfill|centering|begin|end|includegraphics|vspace|hspace|setcounter|pagestyle|thispagestyle|renewcommand|newcommand|usepackage|label|bibliography)\*?(?:\[[^[\]\n]{0,80}\]|\{[^{}\n]{0,80}\})*[ \t]*$/gmu,
  ),
  // The parts of drafts of RFCs: "--- abstract" names one, "--- middle" only says where the text begins
  (text) =>
    text.replaceAll(
      /^--- (?:(abstract)|note_([\w -]{1,60})|middle|back)[ \t]*$/gmu,
      (_, abstract?: string, note?: string) => {
        const name = abstract === undefined ? (note ?? '').replaceAll('_', ' ') : 'Abstract';
        return name === '' ? '' : `\n# ${name}\n`;
      },
    ),
  // [@cite, p. 5]
  drop(/[ \t]*\[(?:[^[\]@\n]{0,60}\s)?-?@[\w:.#$%&+?<>~/-]+(?:[^[\]\n]{0,200})\](?![([{:])/gu),
  fancyLists,
  // Definitions of pandoc and Markdown Extra
  (text) => text.replaceAll(/^ {0,3}:[ \t]{1,4}(?=\S)/gmu, '\n'),
  // H~2~O, m^2^, <sup>6</sup>
  (text) => text.replaceAll(/(?<=\p{L})~(\d{1,3}[+-]?)~(?![\d~])/gu, (_, digits: string) => lowered(digits)),
  (text) => text.replaceAll(/(?<=[\p{L}\p{N})\]])\^([^\s^[\]]{1,12})\^/gu, (_, words: string) => raised(words)),
  (text) =>
    text.replaceAll(
      /<(sup|sub)\b[^<>]*>((?:[^<]|<(?!\/?su[bp]\b)){0,400})<\/\1\s*>/giu,
      (_, tag: string, inside: string) => shiftedHtml(tag, inside),
    ),
];

/**
 * Takes the marks of Markdown's dialects out of a text: Obsidian's links, embeds, comments and callouts; attributes, boxes,
 * citations and definitions of pandoc and kramdown; raised and lowered text, which gets letters of its own.
 */
export function withoutDialects(text: string): string {
  return CHANGES.reduce((left, change) => change(left), text);
}

function boxTitle(rest: string): string {
  const [, title] = /^\w[\w-]*(?:[ \t]+([^{}[\]\n]+)|\[([^\]\n]*)\])/u.exec(rest.trim()) ?? [];
  return (title ?? /\[([^\]\n]*)\]/u.exec(rest)?.[1] ?? '').replace(/:+$/u, '').trim();
}

/** A raised number that is a link to a note goes, as [^1] does. */
function shiftedHtml(tag: string, inside: string): string {
  if (/<a\b[^<>]*\bhref\s*=\s*["']?#/iu.test(inside)) return '';
  const words = inside.replaceAll(/<[^<>]*>/gu, '');
  if (/[[\](!`*_]/u.test(words) && !/^\[?\w{1,4}\]?$/u.test(words))
    return tag.toLowerCase() === 'sup' ? ` ${words}` : words;
  return tag.toLowerCase() === 'sup' ? raised(words) : lowered(words);
}
