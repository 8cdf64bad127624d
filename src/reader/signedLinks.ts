import type { Access } from '../access/access.ts';
import { grantedToEveryone, isGranted } from '../access/granted.ts';
import { type Library, restrict } from '../answer/library.ts';
import type { ExcerptLink } from '../reply/reply.ts';
import type { LinkSigner } from './linkSigner.ts';
import type { ReaderLibrary } from './readerFile.ts';

/** What decides whether links must be signed, at the time of the call. */
export interface SigningContext {
  readonly access: () => Access;
  readonly signer: LinkSigner;
}

/**
 * Signs the reader's links, if access is granted article by article. `reader` is the reader's address without a
 * trailing slash, if it is served; other links are left unchanged.
 */
export function signedLinks(
  links: ExcerptLink,
  { reader, ...context }: SigningContext & { readonly reader: () => string | undefined },
): ExcerptLink {
  return (excerpt) => {
    const link = links(excerpt);
    const address = reader();
    return link !== undefined && address !== undefined && link.startsWith(`${address.replace(/\/+$/u, '')}/read/`)
      ? signedUrl(link, context)
      : link;
  };
}

/** Signs the address of an article's page, if access is granted article by article. */
export function signedUrl(url: string, { access, signer }: SigningContext): string {
  return access().kind === 'open' ? url : signer.sign(url);
}

/**
 * Returns what a request to the reader is answered from: the articles it may read, and links between them that it can
 * follow.
 */
export function readable(
  {
    library,
    access,
    editions,
  }: {
    readonly library: () => Library;
    readonly access: () => Access;
    readonly editions: { readonly kept: NonNullable<ReaderLibrary['editions']> };
  },
  { url, signer }: { readonly url: string; readonly signer: LinkSigner },
): ReaderLibrary {
  const articles = readableArticles(library(), url, { access, signer });
  const signed = access().kind === 'open' ? undefined : signer.signedArticle(url);
  const link = (address: string): string =>
    address.startsWith(`${signed}?`) ? signer.sign(`/read/${address}`).slice('/read/'.length) : address;
  return { ...articles, editions: editions.kept, ...(signed === undefined ? {} : { link }) };
}

/**
 * Returns the articles that a request to the reader may read: all if access is open, otherwise those granted to
 * everyone, and the one named by a signed link. No link opens an article that is granted to nobody.
 */
export function readableArticles(library: Library, url: string, { access, signer }: SigningContext): Library {
  const grants = access();
  if (grants.kind === 'open') return library;
  const open = [...grantedToEveryone(library, grants).articles.keys()];
  const signed = signer.signedArticle(url);
  const named = signed !== undefined && isGranted(signed, grants) ? [signed] : [];
  return restrict(library, new Set([...open, ...named]));
}
