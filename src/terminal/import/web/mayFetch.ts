import robotsParser from 'robots-parser';
import { USER_AGENT, type Answer } from './requestPage.ts';

const MAX_REDIRECTS = 5;
/** The package is CommonJS, and its types say otherwise. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/**
 * Returns true if the robots.txt of a site lets us fetch an address (RFC 9309): a file that is not there allows everything,
 * one that the server fails to give allows nothing.
 */
export async function mayFetch(address: URL, request: (robots: URL) => Promise<Answer>): Promise<boolean> {
  let robots = new URL('/robots.txt', address);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const { status, bytes, location } = await request(robots);
    if (location !== undefined && URL.canParse(location, robots.href)) {
      robots = new URL(location, robots);
      if (robots.protocol !== 'http:' && robots.protocol !== 'https:') return true;
      continue;
    }
    if (status >= 500) return false;
    if (status !== 200) return true;
    const rules = parseRobots(new URL('/robots.txt', address).href, new TextDecoder().decode(bytes));
    return rules.isAllowed(address.href, USER_AGENT) ?? true;
  }
  return true;
}
