const IDEOGRAPH = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、：；！？「」『』（）]`;
const WRAPPED_IDEOGRAPHS = new RegExp(String.raw`(?<=${IDEOGRAPH})[ \t]*[\r\n]+[ \t]*(?=${IDEOGRAPH})`, 'gu');

/** Puts a text on one line. */
export function oneLine(text: string): string {
  return text
    .replaceAll(WRAPPED_IDEOGRAPHS, '')
    .replaceAll(/[ \t\r\n\v\f\u0085\u2028\u2029]+/gu, ' ')
    .trim();
}
