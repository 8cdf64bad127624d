import type { Fragment } from './fragment.ts';

/** Blocks at the head of a memo, or of minutes, in which its fields are. */
const WITHIN = 10;
const FIELDS_MIN = 2;
const TITLE_MAX_CHARS = 160;
const FIELD =
  /^(?:to|from|cc|date|time|re|subject|title|(?:meeting|document|report|project|paper) title|venue|location|place|chair(?:person)?|present|attendees|participants|apologies|author|version|prepared by)\s?:/iu;
const NAMED = /^(?:re|subject|title|(?:meeting|document|report|project|paper) title)\s?:\s*/iu;

/** Finds what the fields at the head of a memo or of minutes call it: "Subject: Fares in winter", or the line below "Meeting title:". */
export function labelledTitle(fragments: readonly Fragment[]): string | undefined {
  const head = fragments.slice(0, WITHIN).filter(({ kind, role }) => kind !== 'caption' && role !== 'furniture');
  if (head.filter(({ text }) => FIELD.test(text)).length < FIELDS_MIN) return undefined;
  const at = head.findIndex(({ text }) => NAMED.test(text));
  const [field, below] = [head[at], head[at + 1]];
  if (field === undefined) return undefined;
  const own = field.text.replace(NAMED, '').trim();
  const title = own !== '' || below === undefined || FIELD.test(below.text) ? own : below.text;
  return title !== '' && title.length <= TITLE_MAX_CHARS ? title.replaceAll(/\s+/gu, ' ') : undefined;
}
