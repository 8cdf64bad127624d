import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/document/createDocumentReader.ts';
import { mailsOf } from '../../src/document/mail/mailsOf.ts';

const HEAD = [
  'From: "Roe, Jane" <jane@harbour.example>',
  'Subject: =?UTF-8?Q?The_caf=C3=A9_closes?=',
  'Date: Mon, 10 Oct 2022 23:14:10 -0700',
  'MIME-Version: 1.0',
];
const TEXT =
  'The caf=E9 on the quay is closed until the ferry is back, which will be in =\r\nNovember at the earliest.';
const SAID = 'The café on the quay is closed until the ferry is back, which will be in November at the earliest.';
const PAGE = `<p>${SAID.replace('é', '&eacute;')}</p><p>Nobody crosses any more.</p>`;

function part(type: string, content: string, encoding = '8bit'): string {
  return `--x\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n`;
}

function mail(parts: readonly string[], head: readonly string[] = HEAD): Uint8Array<ArrayBuffer> {
  const type = 'Content-Type: multipart/mixed; boundary="x"';
  return new TextEncoder().encode(`${[...head, type].join('\r\n')}\r\n\r\n${parts.join('')}--x--\r\n`);
}

const PLAIN = part('text/plain; charset=iso-8859-1', TEXT, 'quoted-printable');
const HTML = part('text/html; charset=utf-8', PAGE);
/** The same twice, of which programs show the last that they can. */
const BOTH = `--x\r\nContent-Type: multipart/alternative; boundary="y"\r\n\r\n${`${PLAIN}${HTML}`.replaceAll('--x', '--y')}--y--\r\n`;
const FILE = part('application/pdf; name="plan.pdf"', 'AAAA', 'base64');

async function blocksOf(bytes: Uint8Array<ArrayBuffer>, name: string): Promise<readonly string[]> {
  const reading = await readDocument(bytes, name);
  if (reading.kind !== 'draft') throw new Error(JSON.stringify(reading));
  const { source, blocks } = reading.draft;
  return blocks.map(({ span }) => source.slice(...span));
}

describe('a mail of several parts', () => {
  test.each(['a.eml', 'a.txt', 'a'])('is its text, below its head, in a file called %s', async (name) => {
    const bytes = mail([BOTH, FILE]);
    expect((await blocksOf(bytes, name)).at(-1)).toBe(SAID);
    expect(await readDocument(bytes, name)).toMatchObject({
      kind: 'draft',
      extension: name === 'a' ? '.eml' : name.slice(1),
      draft: {
        metadata: { title: 'The café closes', published: '2022-10-10' },
        blocks: [
          { kind: 'paragraph', role: 'furniture' },
          { kind: 'paragraph', number: 2 },
        ],
        notes: ['it is a mail of several parts; its text was read', 'what is attached to it was left out: "plan.pdf"'],
      },
    });
  });

  test('is its page where it has no other text', async () => {
    const texts = await blocksOf(mail([HTML]), 'a.eml');
    expect(texts).toEqual([SAID, 'Nobody crosses any more.']);
  });

  test('may come from a mailbox', async () => {
    const envelope = 'From 1275@xxx Wed Jul 16 06:24:10 +0000 2008';
    expect((await blocksOf(mail([PLAIN], [envelope, ...HEAD]), 'a.txt')).at(-1)).toBe(SAID);
  });

  test.each<[string, Uint8Array<ArrayBuffer>, string, string]>([
    ['only of attachments', mail([FILE]), 'a.eml', 'the mail has no text of its own, only what is attached to it'],
    [
      'in a page',
      mail([PLAIN]),
      'a.html',
      'its name ends in ".html", but it is a mail (.eml); give it the right ending',
    ],
    ['in a PDF', mail([PLAIN]), 'a.pdf', 'its name ends in ".pdf", but it is a mail (.eml); give it the right ending'],
  ])('is refused with what it is: %s', async (_, bytes, name, message) => {
    expect(await readDocument(bytes, name)).toEqual({ kind: 'invalid', message });
  });
});

test.each(['.srt', '.vtt'])('a file of subtitles (%s) is what is said', async (ending) => {
  const cues = '1\n00:00:01,000 --> 00:00:04,000\nThe ferry\n\n2\n00:00:04,500 --> 00:00:07,000\ncloses in May.\n';
  expect(await blocksOf(new TextEncoder().encode(cues), `talk${ending}`)).toEqual(['The ferry closes in May.']);
});

test('a text that only names a mail’s fields is a text', async () => {
  const text = `${SAID}\n\nFrom: nobody\nContent-Type: multipart/mixed is what such mail says of itself.\n`;
  expect((await blocksOf(new TextEncoder().encode(text), 'a.txt'))[0]).toBe(SAID);
});

describe('a mail in code', () => {
  test('is decoded where it has one part of plain text, below the lines of its head that are for readers', async () => {
    const transport = ['Received: from a by b;', '\tMon, 10 Oct 2022 23:14:11 -0700', 'X-Mailer: Harbour 2'];
    const type = ['Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: quoted-printable'];
    const bytes = new TextEncoder().encode(`${[...transport, ...HEAD, ...type].join('\r\n')}\r\n\r\n${TEXT}\r\n`);
    const [head, ...texts] = await blocksOf(bytes, 'a.eml');
    expect(texts).toEqual([SAID]);
    expect(head).toContain('From: "Roe, Jane"');
    expect(head).not.toMatch(/Received|Mailer|Oct 2022 23:14:11/u);
  });
});

describe('a mailbox', () => {
  const one = (subject: string, text: string): string =>
    `From jane@harbour.example Mon Oct 10 23:14:10 2022\nFrom: Jane Roe <jane@harbour.example>\nSubject: ${subject}\nDate: Mon, 10 Oct 2022 23:14:10 -0700\n\n${text}\n\n`;

  test('is its mails, each a document of its own', async () => {
    const bytes = new TextEncoder().encode(
      one('Ferry', SAID) + one('Re: Ferry', `>From the quay one sees it.\n${SAID}`),
    );
    const reading = await readDocument(bytes, 'list.mbox');
    if (reading.kind !== 'files') throw new Error(JSON.stringify(reading));
    expect(reading.files.map(({ name }) => name)).toEqual(['list-1.eml', 'list-2.eml']);
    const [, second] = reading.files;
    const texts = await blocksOf(second?.bytes ?? new Uint8Array(), 'list-2.eml');
    expect(texts.join('\n')).toContain(`\nFrom the quay one sees it.\n${SAID}`);
  });

  test('of one mail is that mail', async () => {
    const reading = await readDocument(new TextEncoder().encode(one('Ferry', SAID)), 'list.mbox');
    expect(reading).toMatchObject({ kind: 'draft', draft: { metadata: { title: 'Ferry' } } });
  });

  test('that has no mail is refused', async () => {
    expect(await readDocument(new TextEncoder().encode(SAID), 'list.mbox')).toMatchObject({ kind: 'invalid' });
  });

  test('loses no mail and no word of one, whatever its lines begin with', () => {
    const text = fc.array(
      fc.constantFrom('The ferry is late.', '>From the quay', 'From here on', '', '> said before'),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (mails) => {
        const box = mails.map((lines, at) => one(`Mail ${at}`, lines.join('\n'))).join('');
        const files = mailsOf({ name: 'a.mbox', bytes: new TextEncoder().encode(box) });
        const texts = files.map(({ bytes }) =>
          new TextDecoder()
            .decode(bytes)
            .replace(/^[\s\S]*?\n\n/u, '')
            .trim(),
        );
        expect(texts).toEqual(
          mails.map((lines) =>
            lines
              .join('\n')
              .replaceAll(/^>From /gmu, 'From ')
              .trim(),
          ),
        );
      }),
      { seed: 15, numRuns: 100 },
    );
  });
});
