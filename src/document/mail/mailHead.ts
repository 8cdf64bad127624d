/** The line that programs put above each mail of a mailbox. */
const ENVELOPE = /^From \S+ [^\r\n]{0,60}\d\d:\d\d/u;
/** A mail whose text is in one of several parts, or written as a page or in code; one of plain text is read as such. */
const IN_PARTS =
  /^(?:content-type:[^\S\r\n]{0,10}(?:multipart\/|text\/html)|content-transfer-encoding:[^\S\r\n]{0,10}(?:quoted-printable|base64))/imu;
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

const READERS = /^(?:from|to|cc|date|subject|reply-to):/iu;

/** The lines of a mail's head that say who wrote what to whom; those of its transport are for programs. The whole where it has none. */
export function readersHead(head: string): string {
  const fields: string[] = [];
  for (const line of head.split(/\r?\n/u)) {
    if (/^[ \t]/u.test(line) && fields.length > 0) fields.push(`${fields.pop() ?? ''}\n${line}`);
    else fields.push(line);
  }
  const kept = fields.filter((field) => READERS.test(field));
  return kept.length < 2 ? head : kept.join('\n');
}
