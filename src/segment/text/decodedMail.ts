import { headLines } from '../head/headLines.ts';

/** Reads the text of a mail that is written for transport, quoted-printable or base64, as what it says; undefined for any other text. */
export function decodedMail(text: string): string | undefined {
  const head = headLines(text);
  if (head === undefined) return undefined;
  const valueOf = (name: string): string =>
    Object.entries(head.values)
      .find(([key]) => key.toLowerCase() === name)?.[1]
      .trim()
      .toLowerCase() ?? '';
  const encoding = valueOf('content-transfer-encoding');
  const type = valueOf('content-type');
  if ((encoding !== 'quoted-printable' && encoding !== 'base64') || type.startsWith('multipart')) return undefined;
  const body = text.slice(head.end);
  const bytes =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : Buffer.from(
          body
            .replaceAll(/=[^\S\r\n]{0,100}(?:\r\n|[\r\n])/gu, '')
            .replaceAll(/=([0-9A-F]{2})/giu, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
          'latin1',
        );
  const charset = /charset="?([\w-]{1,40})/u.exec(type)?.[1] ?? 'utf-8';
  try {
    const read = new TextDecoder(charset, { fatal: true }).decode(bytes).replaceAll(/\r\n?/gu, '\n');
    return `${text.slice(0, head.end)}\n\n${read}`;
  } catch {
    return undefined;
  }
}
