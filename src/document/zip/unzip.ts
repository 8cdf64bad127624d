import { buffer } from 'node:stream/consumers';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';

/** What unpacking may yield. */
export interface UnzipLimits {
  /** Of one file, unpacked. */
  readonly fileBytes: number;
  /** Of all files, unpacked. */
  readonly unpackedBytes: number;
}

/** A file in an archive. */
export interface ZipEntry {
  readonly path: string;
  /** Unpacked. */
  readonly size: number;
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** The files of an archive, or why it is not unpacked, as the end of a sentence. */
export type Unzipped =
  | { readonly kind: 'entries'; readonly entries: readonly ZipEntry[] }
  | { readonly kind: 'invalid'; readonly message: string };

const MAX_ENTRIES = 10_000;
/** Text shrinks to a fifth, to a twentieth where it repeats itself; bombs to a thousandth. */
const MAX_RATIO = 200;
/** Where ratios begin to matter. */
const SMALL_BYTES = 1_000_000;
const ENCRYPTED = 1;

/**
 * Opens a ZIP archive. What its entries will have when unpacked is added up before anything is unpacked, and an entry that
 * has more than it declares fails to be read.
 */
export async function unzip(bytes: Uint8Array, { fileBytes, unpackedBytes }: UnzipLimits): Promise<Unzipped> {
  let zip: ZipFile;
  const found: Entry[] = [];
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      autoClose: false,
    });
    for await (const entry of zip.eachEntry()) {
      found.push(entry);
      if (found.length > MAX_ENTRIES) return invalidArchive(`it holds more than ${MAX_ENTRIES} files`);
    }
  } catch (error) {
    const isUnsafe = error instanceof Error && /relative path|absolute path|invalid characters/u.test(error.message);
    return invalidArchive(
      isUnsafe ? 'it holds a file whose name leads out of the archive' : 'it is damaged and cannot be unpacked',
    );
  }
  const files = found.filter((entry) => !entry.fileName.endsWith('/') && !isLink(entry));
  if (files.some(({ generalPurposeBitFlag: flags }) => (flags & ENCRYPTED) !== 0))
    return invalidArchive('it is protected with a password');
  const sum = files.reduce((total, { uncompressedSize: size }) => total + size, 0);
  const isBomb = files.some(
    ({ uncompressedSize: size, compressedSize: packed }) => size > SMALL_BYTES && size > packed * MAX_RATIO,
  );
  if (isBomb || sum > Math.max(SMALL_BYTES, bytes.length * MAX_RATIO))
    return invalidArchive('what it holds unpacks to a size that no document has');
  if (sum > unpackedBytes) return invalidArchive(`it unpacks to more than ${megabytes(unpackedBytes)}`);
  const large = files.find(({ uncompressedSize: size }) => size > fileBytes);
  if (large) return invalidArchive(`"${large.fileName.slice(-60)}" in it has more than ${megabytes(fileBytes)}`);
  return {
    kind: 'entries',
    entries: files.map((entry) => ({
      path: entry.fileName,
      size: entry.uncompressedSize,
      read: async () => new Uint8Array(await buffer(await zip.openReadStreamPromise(entry))),
    })),
  };
}

/** Whether an entry is a symbolic link, as archives made on Unix have them. */
function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  return versionMadeBy >> 8 === 3 && ((externalFileAttributes >>> 16) & 0xf000) === 0xa000;
}

function megabytes(bytes: number): string {
  return `${bytes / 1_000_000} MB`;
}

function invalidArchive(message: string): Unzipped & { kind: 'invalid' } {
  return { kind: 'invalid', message };
}
