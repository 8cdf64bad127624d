import { isPublicAddress } from './publicAddress.ts';
import { mayFetch } from './mayFetch.ts';
import { RefusedRequest, requestPage, type Answer } from './requestPage.ts';

/** A page as it was received, or why not, as the end of a sentence. */
type FetchedPage =
  | { readonly kind: 'page'; readonly bytes: Uint8Array<ArrayBuffer>; readonly address: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Fetches the page at an address. */
export type FetchPage = (address: string) => Promise<FetchedPage>;

/** What a test exchanges: by default public addresses alone, and the limits that the documentation gives. */
export interface FetchSettings {
  readonly isAllowed?: (address: string) => boolean;
  readonly maxBytes?: number;
  readonly timeMs?: number;
}

const MAX_BYTES = 10_000_000;
const TIME_MS = 20_000;
const MAX_REDIRECTS = 5;
const ROBOTS_MAX_BYTES = 512_000;

/** Returns true if a word of the command line is an address of the web. */
export function isAddress(word: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//iu.test(word) && URL.canParse(word);
}

/**
 * Makes what fetches pages: http and https only, public addresses only, 10 MB and 20 seconds at most, five redirects, and
 * what the site's robots.txt allows. The address is checked as each connection is made, so that a name that resolves
 * otherwise the second time gains nothing.
 */
export function createFetchPage({
  isAllowed = isPublicAddress,
  maxBytes = MAX_BYTES,
  timeMs = TIME_MS,
}: FetchSettings = {}): FetchPage {
  return async (start) => {
    const signal = AbortSignal.timeout(timeMs);
    try {
      let address = new URL(start);
      for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
        const problem = problemOf(address);
        if (problem !== undefined) return refusedPage(problem);
        const allows = await mayFetch(address, (robots) =>
          requestPage(robots, { isAllowed, maxBytes: ROBOTS_MAX_BYTES, signal }),
        );
        if (!allows) return refusedPage(`robots.txt of ${address.host} does not allow it`);
        const answer = await requestPage(address, { isAllowed, maxBytes, signal });
        if (answer.location === undefined) return pageOf(answer, address);
        if (!URL.canParse(answer.location, address.href)) return refusedPage('it leads on to an address that is none');
        address = new URL(answer.location, address);
      }
      return refusedPage(`it leads on more than ${MAX_REDIRECTS} times`);
    } catch (error) {
      return refusedPage(reasonOf(error, timeMs));
    }
  };
}

function problemOf({ protocol, username, password }: URL): string | undefined {
  if (protocol !== 'http:' && protocol !== 'https:') return 'only pages with http:// or https:// are fetched';
  return username === '' && password === '' ? undefined : 'addresses with a name or password in them are not fetched';
}

function pageOf({ status, bytes }: Answer, address: URL): FetchedPage {
  if (status !== 200) return refusedPage(`the server answers with the status ${status}`);
  address.hash = '';
  return { kind: 'page', bytes, address: address.href };
}

function reasonOf(error: unknown, timeMs: number): string {
  if (error instanceof RefusedRequest) return error.message;
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError'))
    return `fetching it takes more than ${timeMs / 1000} seconds`;
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return code === 'ENOTFOUND' ? 'there is no such site' : `it cannot be fetched (${code})`;
}

function refusedPage(reason: string): FetchedPage & { kind: 'refused' } {
  return { kind: 'refused', reason };
}
