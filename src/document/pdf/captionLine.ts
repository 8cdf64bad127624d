/** How the text of a figure or table begins: its number, and what parts that from the words. */
export const CAPTION =
  /^(?:(?:fig(?:ure)?|abb(?:ildung)?|table|tabelle|tableau|chart|exhibit|box|plate|map|photo|scheme|listing|algorithm|figura|tabla|tabella)s?\.?\s?(?:(?:[A-Z][.-]?)?\d{1,3}(?:[.-]\d{1,3})*[a-z]?|[IVX]{1,5})(?:[:|—–]|\.(?!\d)|\s[—–-]\s)\s*\S)|^[表图圖]\s?\d{1,3}(?:[.-]\d{1,3})*\s?[:：]?\s?\p{Script=Han}/iu;

/** The number of a figure or table, and its name, which no sentence goes on with: "Table 2-1 Fares in winter", "Exhibit 19 Percentage of Schools". */
const PLAIN_CAPTION =
  /^(?:fig(?:ure)?|table|tabelle|abb(?:ildung)?|tableau|exhibit|example|listing)\.?\s\d{1,3}(?:[-.]\d{1,3})?\s{1,3}[\p{Lu}\d][^.!?]{3,250}$/iu;

/** Returns true if a line is a caption that no mark parts from its number. */
export function isPlainCaption(text: string): boolean {
  return PLAIN_CAPTION.test(text) && !/^\p{L}+\.?\s\S+\s\p{Ll}/u.test(text);
}
