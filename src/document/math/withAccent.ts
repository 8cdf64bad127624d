/** Signs above letters, and the characters that put them there. */
const COMBINING: Readonly<Record<string, string>> = {
  '¯': '\u0304',
  '‾': '\u0304',
  '\u0305': '\u0304',
  '^': '\u0302',
  ˆ: '\u0302',
  '~': '\u0303',
  '˜': '\u0303',
  '→': '\u20D7',
  '\u20D7': '\u20D7',
  '˙': '\u0307',
  '.': '\u0307',
  '¨': '\u0308',
};

/** Puts a sign above the last letter of a text: "x" and "¯" are "x̄". Undefined for what is no such sign. */
export function withAccent(base: string, sign: string): string | undefined {
  const mark = COMBINING[sign] ?? (/^[\u0300-\u036F]$/u.test(sign) ? sign : undefined);
  return mark === undefined ? undefined : base + mark;
}
