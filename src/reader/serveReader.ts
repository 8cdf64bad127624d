import type { IncomingMessage, ServerResponse } from 'node:http';
import { CONTENT_SECURITY_POLICY } from './page.ts';
import { missingPage } from './missingPage.ts';
import { readReaderFile, type ReaderFile, type ReaderLibrary } from './readerFile.ts';

const PREFIX = '/read/';

/**
 * Creates a handler that answers `GET /read/…` of a `node:http` server, with the articles that a request (path and
 * query) may read at that moment, and says of other addresses there that they have no page. Returns false for every other
 * request, which it leaves alone.
 */
export function createReader(
  library: (url: string) => ReaderLibrary,
): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  return async ({ method, url = '/' }, response) => {
    const path = decoded(url.split(/[?#]/u, 1)[0] ?? '');
    if (path === '/read') return redirect(response);
    if (path === undefined || !path.startsWith(PREFIX) || (method !== 'GET' && method !== 'HEAD')) return false;
    const shown = library(url);
    const name = path.slice(PREFIX.length);
    const found = await readReaderFile(name, shown, queryOf(url));
    const file = found ?? { type: 'text/html; charset=utf-8', content: missingPage(name) };
    response.writeHead(found ? 200 : 404, {
      'content-type': file.type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-cache',
    });
    response.end(method === 'HEAD' ? undefined : withLinks(file, shown));
    return true;
  };
}

function queryOf(url: string): URLSearchParams {
  return new URLSearchParams(/\?([^#]*)/u.exec(url)?.[1] ?? '');
}

/** An article's text cannot be mistaken for a link, because its quotation marks are escaped. */
function withLinks({ type, content }: ReaderFile, { link }: ReaderLibrary): string {
  if (!link || !type.startsWith('text/html')) return content;
  return content.replaceAll(
    /href="([a-z0-9-]{1,32}\?edition=[0-9a-f]{8})/gu,
    (_, address: string) => `href="${link(address).replaceAll('&', '&amp;')}`,
  );
}

function redirect(response: ServerResponse): true {
  response.writeHead(308, { location: PREFIX }).end();
  return true;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
