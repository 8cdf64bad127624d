/** How the text of a figure or table begins: its number, and what parts that from the words. */
export const CAPTION =
  /^(?:(?:fig(?:ure)?|abb(?:ildung)?|table|tabelle|tableau|chart|exhibit|box|plate|map|photo|scheme|listing|algorithm|figura|tabla|tabella)s?\.?\s?(?:[A-Z]?\d{1,3}(?:[.-]\d{1,3})*[a-z]?|[IVX]{1,5})(?:[.:|—–]|\s[—–-]\s)\s*\S)|^[表图圖]\s?\d{1,3}(?:[.-]\d{1,3})*\s?[:：]?\s?\p{Script=Han}/iu;
