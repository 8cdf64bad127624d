import { NUMBER_WORDS } from '../words/numberWords.ts';
import type { BorderPass } from './border.ts';
import type { SentenceWords } from './words.ts';

/** What is around a border, and the words of the language. */
interface Around {
  /** The end of the sentence so far, at most `CONTEXT_CHARS`; from its beginning where it is shorter. */
  readonly before: string;
  /** Whether `before` is the whole sentence so far. */
  readonly whole: boolean;
  /** Whether the sentence so far began with a small letter, as in careless typing. */
  readonly careless: boolean;
  /** The word before the full stop, without its own last one and without spaces: "U.S", "e.g", "Mr". */
  readonly word: string | undefined;
  readonly after: string;
  readonly gap: string;
  readonly words: SentenceWords;
}

const CONTEXT_CHARS = 60;
const CLOSERS = String.raw`(?:\s?["'”’“‘»›)\]}」』）】》〉])`;
const OPENERS = String.raw`["'“‘«‹„‚(\[{¿¡「『（【《〈*_]`;
const LAST_WORD = new RegExp(String.raw`(?:^|[\s/—–])${OPENERS}*((?:\p{L}\.\s)*[^\s/—–]*?)\.${CLOSERS}*$`, 'u');
const MARKER_ALONE = /^[•‣◦⁃*–—-]?\s*[([]?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxIVX]{1,5}|[A-Z])[.)\]]{1,2}$/u;
const LABEL_ALONE = /^(?:\p{Lu}\p{L}{1,12}\s+(?:\d+(?:\.\d+)*|[IVX]+)|\p{Lu}\d{1,2})[.:]$/u;
const MARK_AT_END = new RegExp(String.raw`[?!…‽]${CLOSERS}*$|\.${CLOSERS}+$`, 'u');
/** "Cllr", "Sqn": no vowel, so nobody reads it as it is written. Two letters may be a name ("Ng"), a doubled end a sound ("Hmm"). */
const UNSPEAKABLE = /^[BCDFGHJKLMNPQRSTVWXZ](?!.*(.)\1$)[bcdfghjklmnpqrstvwxz]{2,5}$/u;
/** Abbreviations before a number or a letter, which hardly ever end a sentence. */
const LETTERED = /^(?:Figs?|figs?|Eqs?|eqs?|Tabs?|App|Abb|Abs|Sect?|Ch|Chap|Ex|Apt|Bldg|Bd|Anh)$/u;
const SPEAKER =
  /^[^。！？，,：:“”「」\s]{1,24}(?:说|說|道|称|稱|表示|指出|写道|寫道|问|問|喊|答|补充|補充|透露|坦言|强调|強調)[，,。]/u;
const OFFICE_NEXT = /^(?:Reps?|Sens?|Atty|Att'y|Dist|Amb|Sec|Dept|Ct|Cir|Code|Const|Pat|Marshal|Gov|Gen|Adm)\.\s/u;
const NUMBER_NEXT = /^[([]?(?:\p{N}|(?:[IVXLC]{2,}|[VX])\b)/u;
/** The first word; the first half of "Under-18" is none. */
const FIRST_WORD = new RegExp(
  String.raw`^(?:${OPENERS}|[—–-]\s?)*([\p{L}\p{M}]+(?![\p{L}\p{M}])(?!-\p{N})['’]?|\p{N}+)`,
  'u',
);
const LOWER_CASE_NEXT = new RegExp(String.raw`^(?:${OPENERS}|[—–-]\s?|[,;:…])*\p{Ll}`, 'u');

/** Reasons to go on with the sentence where a border was found. */
const JOINS: Readonly<Record<string, (around: Around) => boolean>> = {
  markerAlone: ({ before, whole }) => whole && MARKER_ALONE.test(before),
  labelAlone: ({ before, whole, words }) => whole && LABEL_ALONE.test(before) && !isStarter(before, words),
  bracketOnly: ({ after }) => /^[([][^\p{L}\p{N}]*[)\]]/u.test(after),
  address: ({ before, after, gap }) =>
    gap === '' && /(?:[/@]|www\.)\S*$/u.test(before) && /^[\p{L}\p{N}&=%/?#_-]/u.test(after),
  lowerCaseAfterMark: ({ before, after, careless }) =>
    !careless && LOWER_CASE_NEXT.test(after) && MARK_AT_END.test(before),
  titleWithMark: ({ before, after }) => /^[([]\p{N}/u.test(after) && /\p{Lu}\S*[?!]$/u.test(before),
  // ".NET", ".gitignore": a name that begins with a dot.
  dotFirst: ({ before, after, gap }) =>
    gap === '' && /(?:^|[\s/("'“‘«[–—-])\.$/u.test(before) && /^[\p{L}\p{N}_]/u.test(after),
  looseEllipsis: ({ before }) => /(?<!\.)\s(?:\.{3}|…|\. \. \.)$/u.test(before),
  // "U.S. Rep. Jane Roe": an office's abbreviation goes on after a country's; "in the U.S. Mr. Hall said" does not.
  officeFollows: ({ word, after }) => word !== undefined && /^U\.[SKN]$/u.test(word) && OFFICE_NEXT.test(after),
  // "Code Ann. §51.803": a section's sign begins no sentence.
  sectionFollows: ({ word, after }) => word !== undefined && after.startsWith('§'),
  ellipsisInBrackets: ({ before }) => /[([]\s?(?:\.{3}|…|\. \. \.)\s?[)\]]['"”’»]*$/u.test(before),
  // "See Fig. A for details.": a letter alone is the figure's name, but "A man" may begin a sentence.
  letterFollows: ({ word, after, words }) => {
    if (word === undefined || !LETTERED.test(word)) return false;
    const [label, letter] = /^[([]?(?!I\b)(\p{Lu})(?:\d{1,3}|\.\d{1,3})?(?=[\s,.;:)\]]|$)/u.exec(after) ?? [];
    if (label === undefined) return false;
    return (
      letter !== 'A' ||
      /^\p{Lu}/u.test(word) ||
      !/^\s\p{L}/u.test(after.slice(label.length)) ||
      isStarter(after.slice(label.length + 1), words)
    );
  },
  numberFollows: ({ word, after, words }) =>
    word !== undefined && (has(words.numbered, word) || has(words.maybe, word)) && NUMBER_NEXT.test(after),
  // "No. MDL 15-02641", "No. CV-04-1": a docket's letters, with its number.
  docketFollows: ({ word, after, words }) =>
    word !== undefined && has(words.numbered, word) && /^\p{Lu}{1,6}[\s–-]?\d/u.test(after),
  neverEnds: ({ before, word, whole, words }) =>
    word !== undefined &&
    (has(words.never, word) ||
      has(words.never, word.replace(/^.*[-–]/u, '')) ||
      // "Approx. 3 mm": what is written small within a sentence.
      (whole && before.length === word.length + 1 && has(words.never, lowerFirst(word)))),
  // "At 7 a.m. Ms. Tran": what has only said when or where is no sentence yet.
  shortOpening: (around) =>
    around.whole &&
    isAbbreviated(around) &&
    /^\p{Lu}/u.test(around.after) &&
    /^\p{L}+(?:\s+\S+){1,3}$/u.test(around.before) &&
    isStarter(around.before, around.words) &&
    !/^(?:he|she|it|they|we|you|i|this|that)\s/iu.test(around.before),
  maybeEnds: (around) => isAbbreviated(around) && !startsSentence(around.after, around.words),
  initial: ({ before, word, after, words }) => {
    if (word === undefined || !/^\p{L}$/u.test(word)) return false;
    if (word === 'I' && /(?:^|\s)\p{Ll}\S*\s+I\.$/u.test(before)) return false;
    return !startsSentence(after, words) || !/\s/u.test(before);
  },
  ordinal: ({ before, after, words }) =>
    words.ordinals &&
    /(?:^|[\s(–-])\d{1,3}\.$/u.test(before) &&
    /^(?:\p{L}|[–-])/u.test(after) &&
    !isStarter(after, words),
  // “好。”他说，“…”: in scripts without small letters only the verb tells that the sentence goes on.
  speaker: ({ before, after }) => /[。！？…][”」』]$/u.test(before) && SPEAKER.test(after),
  quotedAside: ({ before, after }) => /[」』]$/u.test(before) && /^[とってはがをものにでなかや、]/u.test(after),
};
const REASONS = Object.values(JOINS);

/** Takes away the borders that fall within a sentence: after abbreviations, initials, list markers, in addresses, before lower case. */
export const joins: BorderPass = (text, borders, words) => {
  let from = 0;
  return borders.filter(({ end, start, fixed }) => {
    if (fixed) {
      from = start;
      return true;
    }
    const before = text.slice(Math.max(from, end - CONTEXT_CHARS), end);
    const around: Around = {
      before,
      whole: from >= end - CONTEXT_CHARS,
      careless: /^\p{Ll}/u.test(text.slice(from, from + 2)),
      word: LAST_WORD.exec(before)?.[1]?.replaceAll(/\s/gu, ''),
      after: text.slice(start, start + CONTEXT_CHARS),
      gap: text.slice(end, start),
      words,
    };
    const goesOn = REASONS.some((goesOnAfter) => goesOnAfter(around));
    if (!goesOn) from = start;
    return !goesOn;
  });
};

function has(words: ReadonlySet<string>, word: string): boolean {
  if (words.has(word)) return true;
  return /^\p{Lu}{2,5}$/u.test(word) && words.has(word[0] + word.slice(1).toLowerCase());
}

function isAbbreviated({ before, word, words }: Around): boolean {
  if (word === undefined) return false;
  if (words.units.has(word)) return isQuantity(before.slice(0, before.lastIndexOf(word)), words);
  if (words.listed && UNSPEAKABLE.test(word)) return true;
  return has(words.maybe, word) || /^(?:\p{L}\.-?)+\p{L}{1,2}$/u.test(word);
}

/** Returns true if a text ends with how many: "11", "six", "2 sq.". */
function isQuantity(text: string, words: SentenceWords): boolean {
  const last = /([^\s-]+)[\s-]*$/u.exec(text)?.[1] ?? '';
  return /\p{N}$/u.test(last) || NUMBER_WORDS.has(last.toLowerCase()) || words.units.has(last.replace(/\.$/u, ''));
}

function lowerFirst(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}

function isStarter(text: string, words: SentenceWords): boolean {
  const first = FIRST_WORD.exec(text)?.[1]?.toLowerCase().replace('’', "'");
  return first !== undefined && (words.starters.has(first) || words.starters.has(first.replace(/'$/u, '')));
}

function startsSentence(after: string, words: SentenceWords): boolean {
  if (isStarter(after, words)) return !/^(?:No|no)\.\s?\d/u.test(after);
  const first = FIRST_WORD.exec(after)?.[1];
  return first !== undefined && after.startsWith(`${first}.`) && has(words.never, first);
}
