import { basename, relative } from 'node:path';
import type { Readable } from 'node:stream';
import { KNOWN_ENDINGS } from '../../document/documentKind.ts';
import { isFolder, listFiles } from './listFiles.ts';
import { readInput, readOriginal, type Received } from './readOriginal.ts';
import { isAddress, type FetchPage } from './web/fetchPage.ts';

/** Something to import: what people call it, the name that its kind and id are told by, and its bytes. */
export interface Source {
  readonly label: string;
  readonly name: string;
  readonly read: () => Promise<Received>;
  /** Where it is from on the web; known after it was read. */
  readonly address?: () => string | undefined;
}

/** What the words of a command line name: documents, or why one of them names none. */
export interface Sources {
  readonly sources: readonly Source[];
  /** Files in folders that are of other kinds. */
  readonly passedOver: number;
}

/** What finding and reading sources takes. */
export interface SourceOptions {
  readonly corpus: string;
  readonly input: Readable;
  /** The name of what standard input gives. */
  readonly name: string | undefined;
  readonly maxBytes: number;
  /** Fetches pages; undefined while the web is off. */
  readonly fetchPage: FetchPage | undefined;
}

const WEB_OFF = 'pages are fetched from the web only if IMPORT_FROM_WEB=1 is set; save it as .html and import the file';

/** Finds what the words name: files, folders with all documents in them, addresses, and `-` for standard input. */
export async function findSources(words: readonly string[], options: SourceOptions): Promise<Sources> {
  const sources: Source[] = [];
  let passedOver = 0;
  for (const word of words) {
    if (word === '-') sources.push(fromInput(options));
    else if (isAddress(word)) sources.push(fromWeb(word, options));
    else if (await isFolder(word)) {
      const listing = await listFiles(word, options.corpus);
      passedOver += listing.passedOver;
      if (listing.files.length === 0)
        sources.push(unreadable(word, `the folder holds no file that can be read (${KNOWN_ENDINGS})`));
      sources.push(...listing.files.map((file) => fromFile(file, relative(word, file), options)));
    } else sources.push(fromFile(word, basename(word), options));
  }
  return { sources, passedOver };
}

function fromFile(file: string, name: string, { maxBytes }: SourceOptions): Source {
  return { label: file, name, read: () => readOriginal(file, maxBytes) };
}

function fromInput({ input, name = 'standard-input', maxBytes }: SourceOptions): Source {
  return { label: '-', name, read: () => readInput(input, maxBytes) };
}

function fromWeb(address: string, { fetchPage }: SourceOptions): Source {
  if (!fetchPage) return unreadable(address, WEB_OFF);
  const { hostname, pathname } = new URL(address);
  const last = pathname.split('/').findLast((part) => part !== '') ?? hostname;
  let found: string | undefined;
  return {
    label: address,
    name: /\.\w{1,5}$/u.test(last) && last !== hostname ? last : `${last}.html`,
    async read() {
      const page = await fetchPage(address);
      if (page.kind === 'refused') return page.reason;
      found = page.address;
      return page.bytes;
    },
    address: () => found,
  };
}

function unreadable(label: string, reason: string): Source {
  return { label, name: label, read: () => Promise.resolve(reason) };
}
