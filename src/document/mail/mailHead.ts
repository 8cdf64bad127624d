/** The line that programs put above each mail of a mailbox. */
const ENVELOPE = /^From \S+ [^\r\n]{0,60}\d\d:\d\d/u;
/** A mail whose text is in one of several parts, or written as a page; one of plain text is read as such. */
const IN_PARTS = /^content-type:[^\S\r\n]{0,10}(?:multipart\/|text\/html)/imu;
const FIELD = /^[A-Za-z][\w-]{0,60}:/u;

/** Returns true if the first characters of a file are the head of a mail that is more than plain text. */
export function isMailHead(text: string): boolean {
  const head = mailHead(text);
  return (FIELD.test(head) || ENVELOPE.test(head)) && IN_PARTS.test(head);
}

/** The lines above the first empty one. */
export function mailHead(text: string): string {
  const end = text.search(/\r?\n\r?\n/u);
  return end === -1 ? text : text.slice(0, end);
}
