import { DIGEST_DETAILS, type DigestDetail } from '../../../digest/digestResult.ts';

const CONTENT: Readonly<Record<DigestDetail, string>> = {
  article: 'its article',
  section: 'its section',
  passage: 'its passage',
  'no-article': 'no article is available there',
  'no-text': 'the articles have no text',
  'plan-ended': 'the reading plan has come to its end',
  'no-summary': 'no sentence can stand in a summary by itself',
  'no-event': 'no event was found',
  'no-event-today': 'no event was found for this day',
  'no-quote': 'no sentence can be quoted by itself',
};
/** What keeps delivery from posting; its other details are Discord's own words, and names of permissions. */
const DELIVERY: Readonly<Record<string, string>> = {
  locked: 'the thread is locked',
  'tag-required': 'the forum requires a tag',
  'none-arrived': 'no attempt arrived',
  'channel-gone': 'the channel does not exist',
  'channel-unknown': 'the channel could not be looked up',
};

/**
 * Says what a run's detail means, in words; undefined if it must not be shown: versions before this one wrote sentences
 * down, and those about the content may name articles that are not to be seen here.
 */
export function detailInWords(reason: string, detail: string): string | undefined {
  if (reason !== 'content-gone' && reason !== 'nothing') return DELIVERY[detail] ?? detail;
  if (isDigestDetail(detail)) return CONTENT[detail];
  return Object.values(CONTENT).find((known) => known === detail);
}

/** Says what a digest has nothing of, or what it is about that is gone. */
export function digestDetail(detail: DigestDetail): string {
  return CONTENT[detail];
}

function isDigestDetail(detail: string): detail is DigestDetail {
  return DIGEST_DETAILS.some((known) => known === detail);
}
