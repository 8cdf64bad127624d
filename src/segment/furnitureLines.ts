/** A longer text says something, whatever it begins with. */
const MAX_CHARS = 160;

const PLATFORM = String.raw`(?:twitter|x|facebook|instagram|linkedin|whatsapp|telegram|reddit|pinterest|youtube|tiktok|bluesky|mastodon|threads|e-?mail|rss|flipboard|xing|tumblr)`;

/** What a page puts around a text, as whole lines. They say what the reader may do with the page, or who owns it. */
const LINES: readonly RegExp[] = [
  /^(?:story continues (?:below|after)(?: (?:this |the )?ad(?:vertisement)?)?|(?:continue|keep) reading(?: below)?|article continues (?:below|after)(?: (?:this |the )?ad(?:vertisement)?)?|skip (?:to (?:main )?content|ad(?:vertisement)?|past newsletter.*)|back to top|jump to .{1,40}|scroll to continue|loading\.{0,3}|sponsored|promoted|(?:paid )?advertisement|advertising|anzeige|werbung|publicité|publicidad|sponsored (?:content|by .{1,40}))$/iu,
  /^(?:read (?:more|also|next|(?:the )?full (?:story|article|post))|see also|related(?: (?:stor(?:y|ies)|articles?|topics?|content|coverage|links?))?|more (?:(?:news|stories|articles|headlines|coverage) )?(?:from|on|in) .{1,60}|more (?:news|stories|articles|headlines|coverage|like this|on this (?:story|topic))|recommended(?: (?:stories|for you))?|most (?:read|popular|viewed)|trending(?: now)?|you (?:may|might) also like|don['’]t miss|watch|up next|learn more|found this helpful|from wikipedia, the free encyclopedia|jump to navigation|top stories|editor(?:['’]s|s['’]?) (?:picks|choice|recommendations)|tags|topics|filed under|categor(?:y|ies)|(?:leia|lea|lire|lesen sie|lees) (?:também|también|aussi|auch|ook)|mehr zum thema|schlagwörter)(?:\s?:(?:\s.{0,120})?|\s[>»→]+)?$/iu,
  /^(?:(?:please )?(?:sign up|subscribe|register)(?: (?:now|here|today|free))?(?: (?:for|to) (?:our|the|my) .{1,80}|(?: to| for) .{0,40}newsletters?.{0,40})?|sign in|log in|get (?:our|the) .{0,40}(?:newsletter|app|updates).{0,60}|(?:enter your )?e-?mail(?: address)?|join (?:the conversation|our (?:newsletter|mailing list|community).{0,60})|newsletter|jetzt (?:abonnieren|anmelden)|abonnez-vous.{0,60}|suscríbete.{0,60})[.!]?$/iu,
  new RegExp(
    String.raw`^(?:(?:follow|like|find|join) (?:us|me|him|her|them|@?[\p{L}@_.'’ -]{1,40}) on ${PLATFORM}\b.{0,60}|follow (?:us|@\w{1,30}).{0,60}|share (?:this|on|via|with)(?:\s.{1,40})?|(?:share|tweet|pin|post|print|save|copy link|copy url|bookmark|comments?|listen|gift(?: this)? article|add to favou?rites|leave a (?:comment|reply)|\d+ (?:comments?|shares?|likes?|views)))[.!]?$`,
    'iu',
  ),
  /^(?:(?:©|copyright)\s?(?:©|\(c\))?\s?.{0,40}\d{4}.{0,100}|\(c\)\s\d{4}.{0,100}|\(c\)\s(?:by\s)?(?:\p{Lu}[\p{L}.&'’-]{0,30},?\s){1,5}\d{4}(?:[-–]\d{2,4})?\.?|(?:©|copyright)\s\p{Lu}.{0,100}|.{0,100}\ball rights reserved\b.{0,60}|alle rechte vorbehalten.{0,60}|tous droits réservés.{0,60}|todos los derechos reservados.{0,60})$/iu,
  /^(?:(?:we|this (?:site|website)) uses? cookies\b.{0,120}|accept (?:all )?cookies|(?:manage )?cookie (?:settings|preferences))$/iu,
  /^(?:for immediate release|for release.{0,60}|embargoed (?:until|till).{0,60}|press release|news release|media release|pressemitteilung|communiqué de presse)$/iu,
  /^(?:to contact the (?:reporters?|editors?|authors?)(?: (?:on|responsible for) this (?:story|article))?\s?:.{0,140}|(?:media |press )?contacts?\s?:.{0,140}(?:@|\d{3}).{0,60})$/iu,
  /^(?:produced by \p{Lu}.{1,140}|\[illustration\])$/iu,
  /^\*{3}\s?(?:start|end) of (?:the|this) project .{1,100}$/iu,
];
/** Labels of buttons and menus that may as well be titles or headings; they count next to others. */
const LABELS = new RegExp(
  String.raw`^(?:${PLATFORM}|(?:cookie|privacy) policy|terms (?:of (?:use|service)|and conditions)|contact(?: us)?|about(?: us)?|home|menu|search|sitemap|accessibility|help|careers|advertise|subscribe|login|sign up)$`,
  'iu',
);

/** Returns true if a line belongs to the page and not to the text: a label, a button, a link to elsewhere, a notice. */
export function isFurnitureLine(text: string): boolean {
  if (text.length > MAX_CHARS) return false;
  const line = text.replaceAll(/\s+/gu, ' ');
  return LINES.some((pattern) => pattern.test(line));
}

/** Returns true if a line could be the label of a button or menu, such as a network's name below "Share". */
export function isButtonLabel(text: string): boolean {
  return LABELS.test(text);
}
