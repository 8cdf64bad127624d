/** What Discord writes for a member, role, channel, command, server link, emoji or time. */
const ENTITY =
  /<(?:@[!&]?\d{5,20}|#\d{5,20}|\/[^<>:\n]{1,100}:\d{5,20}|id:\w{1,20}|a?:\w{1,32}:\d{5,20}|t:-?\d{1,16}(?::\w)?)>/gu;
const EVERYBODY = /@(?:everyone|here)\b/gu;
const SHORTCODE = /(?<![\p{L}\p{N}:]):[a-z][a-z0-9_+-]{1,30}:(?![\p{L}\p{N}])/gu;
const EMOJI =
  /(?!\d)(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator})|\u{FE0F}|\u{200D}|\u{20E3}/gu;
const LINK = /<?https?:\/\/[^\s<>]+>?/gu;
/** A link to a passage in the reader says which passage. */
const READER_LINK = /\/read\/[a-z0-9-]{1,32}/u;
const MARKS = /\*\*\*?|__|~~|\|\||`{1,3}|(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu;

/**
 * Leaves the words of a message: without mentions of members, roles, channels and commands, emoji, times, links other
 * than the reader's, and the marks of emphasis and code. White space becomes single spaces.
 */
export function messageWords(message: string): string {
  return withoutEntities(message)
    .replace(MARKS, '')
    .replaceAll(/^ {0,3}(?:#{1,3}|-#) /gmu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** Takes out what Discord writes for members, channels, emoji and the like, and links; the lines stay. */
export function withoutEntities(message: string): string {
  return message
    .replace(ENTITY, ' ')
    .replace(LINK, (link) => (READER_LINK.test(link) ? link.replaceAll(/[<>]/gu, ' ') : ' '))
    .replace(EVERYBODY, ' ')
    .replace(SHORTCODE, ' ')
    .replace(EMOJI, ' ');
}
