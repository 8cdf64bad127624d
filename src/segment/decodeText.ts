import { cleanControls } from './cleanControls.ts';

/** The text of a file, with what was guessed or changed about it; or one sentence why it has none. */
export type DecodedText =
  | { readonly kind: 'text'; readonly text: string; readonly notes: readonly string[] }
  | { readonly kind: 'invalid'; readonly message: string };

const BYTE_ORDER_MARKS = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;
/** Bytes that are looked at to tell UTF-16 without its mark. */
const SAMPLE_BYTES = 4096;
/** Share of zero bytes at every second place, from which on a text of European letters counts as UTF-16. */
const UTF16_SHARE = 0.3;
/** Western text in Windows-1252 has few bytes above 127; text in other scripts has mostly those. */
const WESTERN_MAX_SHARE = 0.3;
const UNREADABLE = 'the file is not UTF-8 text; save it as UTF-8 and import it again';
const SEQUENCES =
  /[\u00C2-\u00DF][\u0080-\u00BF]|[\u00E0-\u00EF][\u0080-\u00BF]{2}|[\u00F0-\u00F4][\u0080-\u00BF]{3}|[\u0080-\u00FF]/gu;
/** UTF-8 that was read as Windows-1252 and saved again: "Ã©", "â€™", "Â£". */
const MOJIBAKE = /Ã[\u0080-\u00BF‚-„†-‰Œ-Žœ-žŠ-šƒ€˜-”•–—˜™›Ÿ ]|â€[\u0080-\u00BF™œ\u009D˜“”¦¢]|Â[\u00A0-\u00BF]/gu;

/**
 * Decodes a file's bytes: UTF-8, or UTF-16 with or without a byte order mark, which is no part of the text; single
 * bytes that are not UTF-8 as Windows-1252. What was guessed is in the notes.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  const encoding = marked?.encoding ?? unmarkedUtf16(bytes);
  const text = decoded(bytes, encoding ?? 'utf-8');
  if (text !== undefined) {
    const notes =
      marked === undefined && encoding !== undefined ? ['it was read as UTF-16, which it does not say'] : [];
    return checkText(text, notes);
  }
  return encoding === undefined ? mixedText(bytes) : { kind: 'invalid', message: UNREADABLE };
}

/**
 * Says what is wrong with a text that cannot be an article: it is empty, or was read from a binary file. A few control
 * characters go, or become "\uFFFD" where they part words.
 */
export function checkText(text: string, notes: readonly string[] = []): DecodedText {
  const bare = text.replace(/^\uFEFF/u, '');
  if (bare.trim() === '') return { kind: 'invalid', message: 'the file is empty' };
  const clean = cleanControls(bare);
  if (clean === undefined)
    return { kind: 'invalid', message: 'the file is not text: it holds control characters, as binary files do' };
  return { kind: 'text', text: clean.text, notes: [...notes, ...clean.notes, ...mojibakeNote(clean.text)] };
}

/** Reads bytes that are not UTF-8 throughout: sequences that are UTF-8 as such, single bytes as Windows-1252. */
function mixedText(bytes: Uint8Array): DecodedText {
  const letters = bytes.reduce((sum, byte) => sum + Number(byte > 64), 0);
  let [single, sequences] = [0, 0];
  const text = Buffer.from(bytes)
    .toString('latin1')
    .replace(SEQUENCES, (found) => {
      const read = found.length === 1 ? undefined : decoded(Buffer.from(found, 'latin1'), 'utf-8');
      if (read === undefined) single += found.length;
      else sequences += 1;
      return read ?? decoded(Buffer.from(found, 'latin1'), 'windows-1252') ?? found;
    });
  if (single > letters * WESTERN_MAX_SHARE || text.includes('\u0000')) return { kind: 'invalid', message: UNREADABLE };
  return checkText(text, [
    sequences > single
      ? `${single === 1 ? 'one byte is' : `${single} bytes are`} not UTF-8 and read as Windows-1252`
      : 'it is not UTF-8 and was read as Windows-1252',
  ]);
}

function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  if (length === 0 || bytes.length % 2 === 1) return undefined;
  const zeros = [0, 0] as [number, number];
  for (let at = 0; at < length; at += 1) if (bytes[at] === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros.map((count) => count / (length / 2)) as [number, number];
  if (odd >= UTF16_SHARE && even === 0) return 'utf-16le';
  return even >= UTF16_SHARE && odd === 0 ? 'utf-16be' : undefined;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function mojibakeNote(text: string): readonly string[] {
  const found = text.match(MOJIBAKE) ?? [];
  if (found.length < 2) return [];
  return [
    `${found.length} places such as "${found[0]}" look as if letters were saved in the wrong encoding; they are kept as they are`,
  ];
}
