import type { Span } from '../language/span.ts';

const MEDIUM = String.raw`(?:image|photo|photograph|photography|picture|video|graphic|illustration|map|chart|screenshot|foto|fotografía|imagen|bild|grafik|immagine|imagem)s?`;
const OWNER = String.raw`(?:sources?|credits?|courtesy|copyright|by|via|quelle|nachweis|photos?)`;
const AGENCY = String.raw`(?:AP|AFP|EPA|DPA|dpa|REUTERS|Reuters|Getty(?: Images)?|Shutterstock|iStock|Unsplash|Pexels|Pixabay|Flickr|Alamy|Wikimedia(?: Commons)?|Bloomberg|Xinhua|Anadolu|PA(?: Media| Wire)?|picture alliance|imago|CC[ -]BY(?:-[A-Z]{2})*|CC0)`;
/** Where a credit may begin: at the start, behind a full stop or a separator, on a line of its own. */
const BORDER = String.raw`(?<=^|[.!?…"'”’»)\]。！？]\s{1,3}|\s[|–—/-]\s|[\r\n]\s{0,8})`;
const NAME = String.raw`\P{Ll}[^\r\n]{0,100}`;

const CREDITS: readonly RegExp[] = [
  // "Image source", "Photo credit: Jane Roe", "Bild: dpa"
  new RegExp(
    String.raw`${BORDER}(?:(?:${MEDIUM})(?:\s${OWNER}(?:\s?[:,/©]\s?[^\r\n]{1,100})?|\s?[:,/©]\s?[^\r\n]{1,100})|(?:crédits?|credits?|courtesy)(?:\s${OWNER})?\s?[:,/©]\s?[^\r\n]{1,100})\.?$`,
    'iu',
  ),
  // "Source: harbour board" below a chart
  new RegExp(String.raw`${BORDER}(?:sources?|quellen?|fuente|fonte)\s?[:：]\s?[^\r\n]{1,100}$`, 'iu'),
  // "Photo by Jane Roe", "Courtesy of the City Museum"
  new RegExp(
    String.raw`${BORDER}(?:(?:Photo(?:graph(?:y|s)?|s)?|Images?|Pictures?|Illustrations?|Videos?|Graphics?|Maps?|Fotos?|Bild(?:er)?)\s(?:by|via|von|par|por|di|courtesy of)|Courtesy of(?: the)?)\s${NAME}$`,
    'u',
  ),
  // "The harbour at dawn Image source", "Low water Photo: Jane Roe"
  new RegExp(
    String.raw`(?<=\s)(?:Image|Photo|Picture|Video|Graphic|Map|Chart|Illustration)s?(?:\s(?:source|credit|courtesy)s?(?::\s?${NAME})?|:\s?${NAME})$`,
    'u',
  ),
  // "(AP Photo/Jane Roe)", "(Photo by Jane Roe)", "(credit: Jane Roe)", "[Jane Roe/Reuters]"; "(source packages are left out)" is none
  new RegExp(
    String.raw`(?<=\s)[([](?:(?:[^()[\]]{0,50}\s)?${MEDIUM}(?:\s?[:/©]|\s${OWNER}\b)|(?:credits?|source|courtesy)(?:\s?[:/©]|\s(?:of|by)\b)|©|[^()[\]]{1,50}/\s?${AGENCY}\b|${AGENCY}\s?/)[^()[\]]{0,100}[)\]]\.?(?:[A-Z]{1,6}\d{0,4})?$`,
    'iu',
  ),
  // "© Jane Roe", "(c) 2024 Jane Roe"; "(c) the fee is waived" is the third of a list
  new RegExp(
    String.raw`(?<=^|\s)(?:©|\(c\)\s(?=\d{4}\b|(?<!^\(c\)\s)\p{Lu})|${BORDER}Copyright:?\s(?![Nn]otice|[Pp]olicy|[Ll]aw|[Aa]ct))\s?[^\r\n.!?]{1,100}\.?$`,
    'u',
  ),
  // "Jane Roe/Reuters", "Jane Roe for Getty Images", "via AP"
  new RegExp(
    String.raw`${BORDER}(?:(?:\p{Lu}[\p{L}.'’-]{0,30}\s?){1,6}(?:/|\s?\|\s?|for\s|via\s|, via\s)|via\s)\s?${AGENCY}(?:\s?/\s?[\p{L} .'’-]{1,40})?\.?$`,
    'u',
  ),
  /(?<=^|[。！？.\s（(])(?:写真|画像|図|图片|圖片|图|照片|摄影|攝影|撮影|来源|來源|提供|사진|تصوير|الصورة|المصدر|Фото|Источник фото|תמונה|צילום)\s?[:：/／=＝][^\r\n。]{1,60}$/u,
];
const CREDIT_CHARS = 160;
const LABELLED = new RegExp(String.raw`^${MEDIUM}\s?:\s?(?!courtesy|by\s|via\s|©)([^\r\n]+)$`, 'iu');
const DESCRIPTION_MIN_WORDS = 5;

/**
 * Finds the credit at the end of a caption: who made or owns the picture. Returns its span within the text, or
 * undefined if the text ends with none. A text that is nothing but a credit gives the whole.
 */
export function creditOf(text: string): Span | undefined {
  const end = text.trimEnd().length;
  const from = Math.max(0, end - CREDIT_CHARS);
  const tail = text.slice(from, end);
  const starts = CREDITS.flatMap((pattern) => pattern.exec(tail)?.index ?? []).filter(
    (index) => (from === 0 || index > 0) && !isDescription(tail.slice(index)),
  );
  if (starts.length === 0) return undefined;
  const start = tail.slice(0, Math.min(...starts)).replace(/\s[|–—/-]\s*$/u, ' ').length;
  return [from + start, end];
}

/** "Photo: The old bridge lies in ruins." says what is seen, not who took it. */
function isDescription(text: string): boolean {
  const said = LABELLED.exec(text)?.[1];
  if (said === undefined || said.split(/\s+/u).length < DESCRIPTION_MIN_WORDS) return false;
  const small = said.match(/(?<=^|\s)\p{Ll}/gu)?.length ?? 0;
  return small >= DESCRIPTION_MIN_WORDS || /[.!?](?:\s?[([][^()[\]]{1,100}[)\]])?$/u.test(said);
}
