import { oneLine } from '../oneLine.ts';
import { lowered, raised } from '../raised.ts';

const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|pdf)$/iu;
/** What may be before and behind a mark of emphasis. */
const BEFORE = String.raw`(?<=^|[\s\-({'"])`;
const BEHIND = String.raw`(?=$|[\s\-.,;:!?'")}\]])`;
const MARKUP = new RegExp(
  [
    String.raw`\[\[(?<address>[^[\]]{1,1000})\](?:\[(?<words>[^[\]]{1,1000})\])?\]`,
    String.raw`[ \t]?\[fn:(?<note>[\p{L}\p{N}_-]{0,60})(?::(?<said>[^[\]]{1,1000}))?\]`,
    String.raw`@@[\w-]{1,20}:[^@\n]{0,500}@@`,
    String.raw`\{\{\{[\w-]{1,60}(?:\((?<given>[^{}]{0,500})\))?\}\}\}`,
    String.raw`${BEFORE}(?<code>[=~])(?<literal>\S|\S[^\n]{0,500}?(?:\n[^\n]{0,500}?)?\S)\k<code>${BEHIND}`,
    String.raw`${BEFORE}(?<mark>[*/_+])(?<emphasised>[^\s*/_+]|[^\s][^\n]{0,500}?(?:\n[^\n]{0,500}?)?[^\s])\k<mark>${BEHIND}`,
    String.raw`(?<=[\p{L}\p{N})])(?<shift>[\^_])\{(?<shifted>[^{}\n]{1,100})\}`,
    String.raw`\\\\[ \t]*$`,
    String.raw`<<<(?<radio>[^<>\n]{1,100})>>>|<<(?!\s)[^<>\n]{1,100}(?<!\s)>>`,
  ].join('|'),
  'gmu',
);

/** Returns the text of inline Org without its marks, on one line; notes within the text are put into `notes`. */
export function orgInline(text: string, notes: string[]): string {
  return oneLine(withoutOrgMarks(text, notes));
}

function withoutOrgMarks(text: string, notes: string[], depth = 0): string {
  return text.replaceAll(MARKUP, (_: string, ...rest: readonly unknown[]) => {
    const found = rest.at(-1) as Readonly<Record<string, string | undefined>>;
    const { address, words, note, said, given, literal, mark, emphasised, shift, shifted, radio } = found;
    if (address !== undefined) {
      if (words !== undefined) return PICTURE.test(words) ? '' : withoutOrgMarks(words, notes, depth + 1);
      return PICTURE.test(address) ? '' : address.replace(/^(?:file:|\*|#)/u, '');
    }
    if (note !== undefined) {
      if (said !== undefined) notes.push(oneLine(withoutOrgMarks(said, notes, depth + 1)));
      return '';
    }
    if (given !== undefined) return given;
    if (literal !== undefined) return literal;
    if (emphasised !== undefined) {
      const inner = depth > MARKS_MAX ? emphasised : withoutOrgMarks(emphasised, notes, depth + 1);
      return mark === '+' ? `~~${inner}~~` : inner;
    }
    if (shifted !== undefined) return shift === '^' ? raised(shifted) : lowered(shifted);
    return radio ?? '';
  });
}

/** Nobody puts marks within marks more often. */
const MARKS_MAX = 4;
