import { createHmac, timingSafeEqual } from 'node:crypto';

/** Signs and checks the reader's links. */
export interface LinkSigner {
  /** Returns a reader link with the signature of its article; other addresses are returned unchanged. */
  sign(url: string): string;
  /** Returns the id of the article in a request's path, if the request has its signature. */
  signedArticle(url: string): string | undefined;
}

const PARAMETER = 's';
/** 132 bits of the HMAC. */
const SIGNATURE_CHARS = 22;
/** An article's page, or something below it: `/read/<id>`. The reader's own address may also have a path. */
const ARTICLE_PATH = /\/read\/([a-z0-9-]{1,32})(?:[/.][^/]*)?$/u;

/**
 * Creates a link signer. A signature is for an article, in any edition, passage or format, and does not expire, because
 * citations must work for years. `key` is read on first use.
 */
export function createLinkSigner(key: () => Buffer): LinkSigner {
  let known: Buffer | undefined;
  const signatureOf = (id: string): string =>
    createHmac('sha256', (known ??= key()))
      .update(`read/${id}`)
      .digest('base64url')
      .slice(0, SIGNATURE_CHARS);
  return {
    sign(url) {
      const [, address = '', query, fragment = ''] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/su.exec(url) ?? [];
      const id = ARTICLE_PATH.exec(address)?.[1];
      if (id === undefined) return url;
      const parameters = [...(query ? [query] : []), `${PARAMETER}=${signatureOf(id)}`];
      return `${address}?${parameters.join('&')}${fragment}`;
    },
    signedArticle(url) {
      const id = ARTICLE_PATH.exec(url.split(/[?#]/u, 1)[0] ?? '')?.[1];
      const given = new URLSearchParams(/\?([^#]*)/u.exec(url)?.[1] ?? '').get(PARAMETER);
      return id !== undefined && given !== null && isSame(given, signatureOf(id)) ? id : undefined;
    },
  };
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
