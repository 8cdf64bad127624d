import { dateOf } from './dateOf.ts';

/** The longest heading, in Latin characters; ideographs count threefold. */
const HEADING_MAX_WEIGHT = 100;
/** The longest title. */
export const TITLE_MAX_WEIGHT = 220;
/** A single line below the title is a section's heading where it is shorter than this, or not much longer than the others. */
const DECK_LINE_MIN_WEIGHT = 33;
const DECK_LINE_SHARE = 1.4;

const DATE_LINE_MAX_WEIGHT = 50;
const ROW_MAX_CHARS = 1000;
const JUSTIFIED_MIN_WORDS = 5;

/** Bullets as they are typed, and as word processors set them: "o" and letters of symbol fonts. */
const ITEM =
  /^(?!\((?:R|TM|SM)\))(?:[•‣◦⁃▪●○■□➢➤✓✔❖–—*·+\uE000-\uF8FF-]\s*(?<=\s|[\uE000-\uF8FF])\S|o\s+\p{Lu}|(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,4})[.)]|\d{1,3}\.\)|\[[ xX]\]|[①-⑳])\s+\S)/u;
const CLOSED = /[.!;,:。！；，、：؛،۔।…][)\]"'”’»」』）]*$/u;
const NUMBERED =
  /^(?:(?:chapter|part|section|item|article|appendix|annex|kapitel|teil|abschnitt|chapitre|partie|capítulo|parte|capitolo|hoofdstuk)\s+)?(?:(\d{1,2}(?:\.\d{1,2}){0,4})|[IVXLC]{1,6})[.):]?\s+\S/iu;
const BYLINE =
  /^(?:by|von|par|por|di|door|text:|words:|reported by|written by|autor(?:in)?:|author:|auteur\s?:|story by|文[:：／/]|記者|记者|作者[:：])\s*\P{Ll}[^.!?\r\n]{1,100}$/iu;
/** Who wrote and edited a text, as pages in Chinese have it. */
const CREDIT_LINE = /^(?:作者|出品|编辑|編輯|责编|責編)[:：︱|｜丨]/u;
const NAMES = /^(?:by|von|par|por|di|door)(?:\s+(?:\p{L}[\p{L}\p{M}.,'’-]*|[&|])){1,16}\s*$/iu;
const ONLINE_LINE =
  /^(?:\d{1,3}\s?(?:min(?:ute)?s?|minuten)\.?\s(?:read|lesezeit)|(?:published|updated|last updated|posted|veröffentlicht|aktualisiert|stand|publié|publicado|(?:date|datum)\b(?=.*\d)|mis à jour|更新|公開|发布)\b\s?(?:on|le|am|el)?:?\s.{4,60}|(?:last )?(?:published|updated|posted)|share|save|listen|veröffentlicht|aktualisiert)$/iu;
const DATELINE =
  /^(?:\P{L}{0,3}\p{Script=Han}[^。！？\r\n]{1,30}?\d{4}年\d{1,2}月\d{1,2}日(?:电|電|讯|訊)|(?:\p{Lu}[\p{Lu}\s.'’-]{2,30}(?:,\s[^—–-]{2,40})?|\p{Lu}[\p{L}.'’ -]{2,30}(?:,\s[^—–(-]{2,30})?(?:\s\((?:\p{Lu}{2,8}|\p{Lu}\p{Ll}{3,12})\)))\s?[—–-]{1,2}\s)/u;
const DATE = String.raw`(?:\p{L}{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{1,2}\.?\s\p{L}{3,9}\s\d{4}|\d{1,2}/\d{1,2}/\d{2,4})`;
const PLACE = String.raw`\p{Lu}[\p{L}.'’-]{1,20}(?:\s[\p{L}.'’-]{1,20}){0,3}(?:,\s\p{Lu}[\p{L}.'’ ]{1,24}){0,2}`;
/** How announcements begin, which have the day beside the place: "(San Francisco) May 21, 1996 --", "Rødvig, May 3, 2021 –". */
const DATED_PLACE = new RegExp(
  String.raw`^(?:\(${PLACE}(?:\s?[—–-]{1,2}\s?|,\s|\s)${DATE}\)\s{0,3}[—–-]{0,2}\s|(?:\(${PLACE}\)|${PLACE})(?:,|\s[—–-]{1,2}|\s?:)?\s\(?${DATE}\)?\s?(?:[—–-]{1,2}|:)\s)`,
  'u',
);
const FIGURE =
  /^(?:(?:table|tabelle|tab\.|tableau|tabla|tabella)\s\d{1,3}(?:\.\d{1,2})?|fig(?:ure)?|abb(?:ildung)?|photo|image|picture|map|chart|graphic|video|bild|foto|figura|図|图注|圖說|图|圖|写真|照片)s?\.?\s?\d{0,3}(?:\.\d{1,2})?\s?[.:|–—：．]\s?\S/iu;
/** What stands for a picture in the text of a book: "[Illustration: The quay in 1902]". */
const BRACKETED_FIGURE =
  /^\[(?:illustration|ill\.|picture|image|photo(?:graph)?|figure|fig\.|plate|map|abbildung|bild|foto|figura|grabado|frontispiece)(?:\s\d{1,3})?\s?[:.]\s?\S[^[\]]*\]?$/iu;
const TURN =
  /^(?!(?:PART|CHAPTER|SECTION|BOOK|ACT|ARTICLE|FIGURE|TABLE|NOTE)\b)\p{Lu}[\p{Lu}.'’ -]{1,40}(?:\s\([^()]{1,40}\))?:\s+\S.*[\p{Ll}]/u;
const FOOTNOTE = /^(?:\^?\[\d{1,3}\]|[¹²³⁴-⁹]+|\*{1,3}|†|‡)\s?\p{L}/u;

/** A command, a path, a placeholder or a drawing, of which no heading is made. */
const CODE = /^(?:[$>%[]|~?\.{0,2}\/[\w.]|--?\w)|[{}\\]|<--|---|:\s?<|\s--?[a-z]|\S {3,}\S|\w\s={1,3}\s\S/u;
/** A line that ends so goes on in the next one. */
const OPEN_END =
  /\s(?:the|an?|of|to|by|with|and|or|from|that|which|through|during|between|into|among|against|its|their|because|is|are|was|were|than|und|oder|der|die|das|et|le|la|les|des?|du|y|el|los|las)$/u;

/** A part of a book by its number, with the full stop that printers set. */
const PART_NAME =
  /^(?:CHAPTER|PART|BOOK|SECTION|ACT|SCENE|CANTO|LETTER|APPENDIX|KAPITEL|TEIL|CHAPITRE|PARTIE|CAP[IÍ]TULO|CAPITOLO)\s(?:[IVXLC]{1,7}|\d{1,3}|THE\s\p{Lu}+)\.(?:\s?[—–-]{1,2}\s?[^.]{1,60}\.)?$/u;

/** Measures a text in widths of a Latin letter, roughly. */
export function weight(text: string): number {
  const wide = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)?.length ?? 0;
  return text.length + 2 * wide;
}

/** Returns true if a text begins with a bullet, a number or a letter as list items do. */
export function isListItem(text: string): boolean {
  return ITEM.test(text) && !/^\p{Lu}\.\s\p{Lu}/u.test(text);
}

/** Returns true if a text ends with a mark that headings do not end with; "?" and "!" may end one. */
export function isClosed(text: string): boolean {
  return CLOSED.test(text) && !/[^.]!["'”’»]?$/u.test(text) && !/(?:^|\s)(?:\p{L}\.){2,}$/u.test(text);
}

/**
 * Returns true if a line could be a whole thought below a title, and is longer than the headings of sections usually
 * are.
 */
export function isDeckLike(text: string, headings: readonly string[]): boolean {
  const others = headings.map(weight).sort((a, b) => a - b);
  const usual = others[Math.floor(others.length / 2)] ?? 0;
  const size = weight(text);
  return (
    size >= DECK_LINE_MIN_WEIGHT &&
    size > usual * DECK_LINE_SHARE &&
    !/[?？؟:：]$/u.test(text) &&
    !isAllCaps(text) &&
    headingDepth(text) === undefined
  );
}

/** Returns true if a text could be a heading by itself: short, one thought, not closed, not begun within a sentence. */
export function isHeadingLike(text: string, max = HEADING_MAX_WEIGHT): boolean {
  if (weight(text) > max || isClosed(text) || !/\p{L}/u.test(text) || CODE.test(text) || OPEN_END.test(text))
    return false;
  return (
    !/^[("'“‘«„[]*\p{Ll}(?!\p{Lu})/u.test(text) &&
    !/[\t|]|;.*;|[–—-]["'”’»)]?$/u.test(text) &&
    !isWithinBrackets(text) &&
    !/[.。]["”’»)]?\s+\P{Ll}|[!?！？]["”’»)]?\s+\P{Ll}.*[^?!]$/u.test(
      text
        .replace(/^(?:(?:item|article|section|sec\.|part|chapter|rule)\s\w{1,5}[.:]\s+|[^\p{L}]+)/iu, '')
        .replaceAll(/\b\p{L}{1,3}\.\s/gu, ''),
    )
  );
}

/** A line that opens brackets which it does not close, or the other way round, is a piece of a sentence; "a)" begins a list. */
function isWithinBrackets(text: string): boolean {
  const words = text.replace(/^\(?\w{1,4}\)/u, '');
  const count = (mark: string): number => words.split(mark).length - 1;
  return count('(') !== count(')') || count('[') !== count(']');
}

/** Reads the number of a numbered heading, "2.1 Methods": its depth, 1 for "2"; undefined if there is none. */
export function headingDepth(text: string): number | undefined {
  const match = NUMBERED.exec(text);
  if (!match) return undefined;
  return match[1]?.split('.').length ?? 1;
}

/** Returns true if a line is the number of a part of a book, "CHAPTER I.", with its name or without. */
export function isPartName(text: string): boolean {
  return PART_NAME.test(text);
}

/** Returns true if a text is written in capitals throughout. */
export function isAllCaps(text: string): boolean {
  return /\p{Lu}.*\p{Lu}/su.test(text) && !/\p{Ll}/u.test(text);
}

/** Returns true if a line says who wrote the article or when, as it is under titles. */
export function isByline(text: string): boolean {
  return (
    text.length <= 120 &&
    (NAMES.test(text) ||
      CREDIT_LINE.test(text) ||
      (BYLINE.test(text) && /[:：]|\s(?:\||in|for)\s/u.test(text)) ||
      ONLINE_LINE.test(text) ||
      (weight(text) <= DATE_LINE_MAX_WEIGHT && !/[.:]$/u.test(text) && dateOf(text) !== undefined))
  );
}

/** Returns true if a line could be a person's name and nothing else: two to four capitalised words. */
export function isNameLike(text: string): boolean {
  return (
    text.length <= 60 &&
    /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|del|van|von|der|den|bin|al)){1,3}$/u.test(text)
  );
}

/** Returns true if a line lists persons' names, as below the titles of papers: "J. M. Roe, K. Sato, and R. Okonkwo". */
export function isNameList(text: string): boolean {
  const names = text.split(/,\s(?:and\s|&\s)?|\s(?:and|&|und|et|y|e|en)\s/u);
  return text.length <= 300 && names.length > 1 && names.every(isNameLike);
}

/**
 * Reads how news reports begin: "LONDON, June 3 (Reuters) — ", "新华社青河2025年5月8日电"; undefined if a paragraph does not.
 */
export function datelineOf(text: string): string | undefined {
  const start = text.slice(0, 100);
  return (DATELINE.exec(start) ?? DATED_PLACE.exec(start))?.[0];
}

/** Returns true if a text begins as the text under a figure does: "Figure 3: …", "Photo: …". */
export function isFigureText(text: string): boolean {
  return FIGURE.test(text) || BRACKETED_FIGURE.test(text) || /^(?:image|photo|picture|video) caption\b/iu.test(text);
}

/** Returns true if a paragraph is a note: "[3] …", "¹ …". */
export function isFootnote(text: string): boolean {
  return FOOTNOTE.test(text);
}

/** Returns true if a line is a table's row: cells parted by tabs, bars or at least two wide gaps. */
export function isRow(text: string): boolean {
  // "(a)⇥who decides" has a mark, not a cell; what is longer than any row is prose with tabs in it.
  if (isJustified(text)) return false;
  if (text.length > ROW_MAX_CHARS || (isListItem(text) && /^\S+\t+[^\t]+$/u.test(text))) return false;
  return (
    /\S\t+\S/u.test(text) ||
    (text.match(/\S\s?[|│┃║]/gu)?.length ?? 0) >= 2 ||
    /^\|(?:[^|]*\|){2,40}$/u.test(text) ||
    (text.match(/\S {3,}(?=\S)/gu)?.length ?? 0) >= 2
  );
}

/** Whether a line is prose that spaces between its words fill: small words in it, and no gap as wide as between columns. */
function isJustified(text: string): boolean {
  const words = text.split(/\s+/u);
  return (
    words.length >= JUSTIFIED_MIN_WORDS &&
    !/\S(?:\s*[\t|│┃║]|\s{5,}\S)/u.test(text) &&
    words.filter((word) => /^\p{Ll}/u.test(word)).length * 2 > words.length &&
    /\s(?:the|an?|of|to|and|in|for|or|is|by|with|der|die|das|und|de|la|le|et|les|el|y|di|il)\s/u.test(text)
  );
}

/** Returns true if a line is what a transcript says is heard besides words: "*applause*", "[music]", "(laughter)". */
export function isDirection(text: string): boolean {
  return /^(?:\*[^*]{1,80}\*|\[[^[\]]{1,80}\]|\([^()]{1,80}\))$/u.test(text);
}

/** Returns true if a text is a turn of a conversation: "Q: Who decided?", "MS. ROE: Was it close?". */
export function isTurn(text: string): boolean {
  return /^(?:Q|A|F|Question|Answer|Frage|Antwort)(?:\s?[:.]\s+|\s{3,})\S/u.test(text) || TURN.test(text);
}
